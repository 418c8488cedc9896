"""Posts are as an editor last read them."""

from tests.botapi.markup import parse
from tests.golden.posts import HERE, posts


def test_posts_are_as_they_were_read() -> None:
    """Each seed's whole post, to the letter; a change that is meant goes through `make golden`."""
    for file, text in posts():
        assert file.read_text("utf-8") == text, (
            f"{file.name} differs; if that is meant: make golden"
        )


def test_no_post_is_left_of_an_article_that_is_gone() -> None:
    """A kept post without its article would never be compared."""
    kept = {*HERE.glob("*.html"), *HERE.glob("*.txt")}
    assert kept == {file for file, _ in posts()}


def test_what_telegram_shows_is_the_plain_text() -> None:
    """The two forms of a post have the same words."""
    for file in sorted(HERE.glob("*.html")):
        shown = parse(file.read_text("utf-8")).text
        plain = file.with_suffix(".txt").read_text("utf-8")
        assert shown.split() == [word for word in plain.split() if word != ">"]
