"""The header of a file (front matter): what it states beside the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.adapters.readers.dates import parse_date
from bot.errors import UnusableArticle
from summarizer.model import Article

if TYPE_CHECKING:
    from bot.adapters.readers.plainyaml import Value

LONGEST = 65_536
"""Characters of a header that is read; one that is longer is refused."""

BEGINS = re.compile(r"\s*---[ \t]*\r?\n")
ENDS = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]*(.*)")
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"]{1,990}")  # shorter than a fact that was cut
UNWRITABLE = re.compile("[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML can spell out in a value, and that no store and no message takes."""

PARAGRAPH = re.compile(r"\n\s*\n")

LONGEST_FACT = 1000
MOST_NAMES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The facts of a header; None where it does not state one, or not so that it can be read."""

    title: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None


def split_header(text: str) -> tuple[Header, str]:
    """Take a header off the text; one that is not closed, or is no header, stays in it.

    Raise UnusableArticle for a header that is not plain values, or too long.
    """
    begun = BEGINS.match(text)
    if begun is None:
        return Header(), text
    start = begun.end()
    ended = ENDS.search(text, start, start + LONGEST)
    if ended is None:
        _refuse_long(text, start)
        return Header(), text
    facts = _facts(text[start : ended.start()])
    if facts is None:
        return Header(), text
    return _header(facts), text[ended.end() :]


def article_of(header: Header, title: str | None, body: str) -> Article:
    """Make an article of what a header states and a text's body; the title comes first, once."""
    if title and _folded(PARAGRAPH.split(body, 1)[0]) != _folded(title):
        first = body.partition("\n")[0]
        if _folded(first) != _folded(title):
            body = f"{title}\n\n{body}" if body.strip() else title
    return stated(header, title, body)


def stated(header: Header, title: str | None, text: str) -> Article:
    """Make an article of a text and what a header states beside it."""
    return Article(
        text=text,
        headline=title,
        byline=header.byline,
        published=header.published,
        url=header.url,
        source=header.source,
        language=header.language,
    )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _refuse_long(text: str, start: int) -> None:
    """Raise UnusableArticle if what is too long for a header is one all the same."""
    if ENDS.search(text, start + LONGEST) and _by_line(text[start : start + LONGEST]) is not None:
        raise UnusableArticle(f"its header is longer than {LONGEST} characters")


def _facts(written: str) -> Mapping[str, "Value"] | None:
    """Read a header's YAML, or if it is broken its lines; None where neither can be."""
    from bot.adapters.readers import plainyaml  # noqa: PLC0415 - plain text needs none of it

    try:
        facts = plainyaml.load(written)
    except plainyaml.Refused as refused:
        raise UnusableArticle(f"its header holds more than plain values: {refused}") from None
    except ValueError:
        return _by_line(written)
    if facts is None:
        return None
    return {key.strip().lower(): value for key, value in facts.items()}


def _by_line(written: str) -> Mapping[str, "Value"] | None:
    """Read `key: value` lines, as many write headers: a title with a colon is no YAML."""
    lines = [line for line in written.splitlines() if line.strip() and not line.startswith("#")]
    found = [LINE.fullmatch(line.rstrip()) for line in lines]
    matched = [each for each in found if each]
    if not matched or len(matched) * 2 < len(lines):
        return None
    return {each[1].strip().lower(): each[2].strip().strip("\"'") for each in matched}


def _header(facts: Mapping[str, "Value"]) -> Header:
    address = ADDRESS.fullmatch(_first(facts, "url", "link", "canonical", "source_url") or "")
    language = LANGUAGE.fullmatch(_first(facts, "lang", "language", "locale") or "")
    return Header(
        title=_first(facts, "title", "headline"),
        byline=_first(facts, "byline", "author", "authors"),
        published=_published(facts),
        url=address[0] if address else None,
        source=_first(facts, "source", "publisher", "outlet", "site_name", "site"),
        language=language[1].lower() if language else None,
    )


def _first(facts: Mapping[str, "Value"], *keys: str) -> str | None:
    """Return the first of the keys that says something, in one line."""
    for key in keys:
        if text := _words(facts.get(key)):
            return text
    return None


def _words(value: "Value") -> str | None:
    """Return a fact as words; a list is joined, one level deep."""
    listed = value[:MOST_NAMES] if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_word, listed))) or None


def _word(value: "Value") -> str | None:
    """Return one fact as words, as it is written; a table (of a person) gives its name."""
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str):
        return None
    return " ".join(UNWRITABLE.sub("", value[: 2 * LONGEST_FACT]).split())[:LONGEST_FACT]


def _published(facts: Mapping[str, "Value"]) -> date | None:
    for key in ("date", "published", "date_published", "datepublished", "pubdate", "created"):
        value = facts.get(key)
        if isinstance(value, str) and (found := parse_date(value)) is not None:
            return found
    return None
