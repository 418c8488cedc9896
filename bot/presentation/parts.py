"""Parts of a post: blocks of text laid out within what one Telegram message holds.

Telegram counts a message's length in UTF-16 code units of its text, after its markup is taken
out: at most 4,096.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from bot.model import Post

LIMIT = 4096
PIECE_LIMIT = 3000

Tag = Literal["b", "i", "blockquote", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph of a post: plain pieces that may be parted between one another.

    `joint` stands between pieces that stay together. Every part repeats the tag.
    """

    pieces: tuple[str, ...]
    tag: Tag = ""
    joint: str = " "
    close: bool = False  # stands right under the block before it, without an empty line


def one_line(text: str) -> str:
    """Fold the white space of a text that may run over lines."""
    return " ".join(text.split())


def units(text: str) -> int:
    """Count a text's UTF-16 code units, as Telegram does."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def lay_out(blocks: Iterable[Block], limit: int = LIMIT) -> Post:
    """Put blocks into as few parts as they need, in order, none over `limit` units."""
    parts: list[str] = []
    html, used = "", 0
    for block in blocks:
        for first, text in _fitting(block, limit):
            gap = ("\n" if block.close and first else "\n\n") if html else ""
            if used + len(gap) + units(text) > limit:
                parts.append(html)
                html, used, gap = "", 0, ""
            html += gap + _marked(text, block.tag)
            used += len(gap) + units(text)
    if html:
        parts.append(html)
    return Post(parts=tuple(parts))


def _marked(text: str, tag: Tag) -> str:
    safe = escape(text, quote=False)
    return f"<{tag}>{safe}</{tag}>" if tag else safe


def _fitting(block: Block, limit: int) -> Iterator[tuple[bool, str]]:
    """Join a block's pieces into stretches that fit; return which is the first."""
    first, stretch = True, ""
    for piece in _divided(block.pieces, limit):
        longer = stretch + block.joint + piece if stretch else piece
        if stretch and units(longer) > limit:
            yield first, stretch
            first, stretch = False, piece
        else:
            stretch = longer
    if stretch:
        yield first, stretch


def _divided(pieces: Iterable[str], limit: int) -> Iterator[str]:
    """Divide pieces that are too long for any message, at white space where there is some."""
    for piece in pieces:
        text, at = piece.strip(), 0
        while at < len(text):
            near = text[at : at + limit + 1]
            cut = len(near) if units(near) <= limit else _cut(near, limit)
            yield near[:cut].rstrip()
            at += cut
            while at < len(text) and text[at].isspace():
                at += 1


def _cut(text: str, limit: int) -> int:
    """Return how many characters of a text fit, up to its last white space if that is not far."""
    fits = used = 0
    for character in text:
        used += 2 if ord(character) > 0xFFFF else 1
        if used > limit:
            break
        fits += 1
    space = max(text.rfind(" ", 0, fits), text.rfind("\n", 0, fits))
    return space if space > fits // 2 else fits


def shortened(text: str, mark: str, limit: int = PIECE_LIMIT) -> str:
    """Cut a text that nobody would read to its end, and show it by `mark`."""
    if units(text) <= limit:
        return text
    return f"{text[: _cut(text, limit)].rstrip()} {mark}"
