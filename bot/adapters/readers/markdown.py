"""Markdown with a header: the header's facts beside the text, the body without its markup."""

import html
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bot.adapters.readers.encodings import decode
from bot.adapters.readers.headers import article_of, split_header
from summarizer.model import Article

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LONGEST = 1_000_000
"""Taking a longer body apart takes minutes where every character is markup: it is plain text."""

FLAGS = re.DOTALL | re.IGNORECASE
HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", FLAGS)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:?")
CELLS = "\t"


def read(data: bytes) -> Article:
    """Make an article of Markdown; its title comes first, once."""
    header, body = split_header(decode(data))
    title, paragraphs = header.title, [body]
    if len(body) <= LONGEST:
        first, paragraphs = _paragraphs(body)
        title = title or first
    return article_of(header, title, "\n\n".join(paragraphs))


def _paragraphs(body: str) -> tuple[str | None, list[str]]:
    """Return the heading that the body begins with, or None, and its paragraphs as plain text."""
    tokens = _parser().parse(body)
    paragraphs = [text for block in _blocks(tokens) if (text := block.strip())]
    leads = bool(tokens) and tokens[0].type == "heading_open" and bool(paragraphs)
    return (paragraphs[0] if leads and _text(tokens[1:2]).strip() else None), paragraphs


@cache
def _parser() -> "MarkdownIt":
    """Make the parser once: making it takes a third as long as reading an article with it."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - plain text needs none of it

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.parse("a")  # puts its rules in order, which threads that share it then only read
    return parser


def _blocks(tokens: Sequence["Token"]) -> Iterable[str]:
    """Return each block's text; a row of a table is one block."""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield CELLS.join(cells or ())
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(_text([token]).strip())
        elif token.type in ("inline", "fence", "code_block", "html_block"):
            yield _text([token])


def _text(tokens: Iterable["Token"]) -> str:
    """Return the words of tokens: no images, no marks, no tags."""
    parts = []
    for token in tokens:
        if token.type == "inline":
            parts.append(FOOTNOTE.sub("", _text(token.children or ())))
        elif token.type in ("softbreak", "hardbreak") or _is_break(token):
            parts.append("\n")
        elif token.type == "html_block":
            parts.append(html.unescape(TAG.sub(" ", HIDDEN.sub(" ", token.content))))
        elif token.type in ("text", "code_inline", "fence", "code_block"):
            parts.append(token.content)
    return "".join(parts)


def _is_break(token: "Token") -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")
