"""A post's HTML as plain text: for the terminal, and for chats that refuse the markup."""

from html.parser import HTMLParser


class _Text(HTMLParser):
    """Collects the text of the little HTML that posts are made of."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self.quoting = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's signature
        if tag == "blockquote":
            self.quoting = True
            self.lines[-1] += "> "

    def handle_endtag(self, tag: str) -> None:
        if tag == "blockquote":
            self.quoting = False

    def handle_data(self, data: str) -> None:
        first, *rest = data.split("\n")
        self.lines[-1] += first
        self.lines.extend(("> " if self.quoting else "") + line for line in rest)


def plain_text(html: str) -> str:
    """Return the words of a post's part; a block quote's lines begin with `> `."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    return "\n".join(parser.lines)
