"""`python -m tests.golden` (`make golden`): write the kept posts anew, and say which changed."""

from tests.golden.posts import HERE, posts


def main() -> None:
    """Write the posts, and remove those of articles that are gone."""
    written = dict(posts())
    for file in (*HERE.glob("*.html"), *HERE.glob("*.txt")):
        if file not in written:
            file.unlink()
            print(f"{file.name}: removed")
    for file, text in written.items():
        if not file.exists() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
            print(f"{file.name}: written")


if __name__ == "__main__":
    main()
