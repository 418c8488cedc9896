"""The header of a Markdown file (front matter): what it states beside the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

LONGEST = 65_536
"""A longer header is none; taking YAML apart is slow."""

BEGINS = re.compile(r"\s*---[ \t]*\r?\n")
ENDS = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)[ \t]*:[ \t]*(.*)")
LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
DATES = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%d.%m.%Y")
LONGEST_FACT = 1000
MOST_NAMES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The facts of a header; None where it does not state one, or not so that it can be read."""

    title: str | None = None
    byline: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


def split_header(text: str) -> tuple[Header, str]:
    """Take a header off the text; one that is not closed, or is no header, stays in it."""
    begun = BEGINS.match(text)
    ended = ENDS.search(text, begun.end(), begun.end() + LONGEST) if begun else None
    if begun is None or ended is None:
        return Header(), text
    facts = _facts(text[begun.end() : ended.start()])
    if facts is None:
        return Header(), text
    return _header(facts), text[ended.end() :]


def _facts(written: str) -> Mapping[str, object] | None:
    """Read a header's YAML, or if it is broken its lines; None where neither can be."""
    import yaml  # noqa: PLC0415 - plain text needs none of it
    from frontmatter.default_handlers import YAMLHandler  # noqa: PLC0415 - the same

    try:
        facts = YAMLHandler().load(written)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, AttributeError):
        return _by_line(written)
    if facts is None:
        return {}
    if not isinstance(facts, dict):
        return None
    return {str(key).strip().lower(): value for key, value in facts.items()}


def _by_line(written: str) -> Mapping[str, object] | None:
    """Read `key: value` lines, as many write headers: a title with a colon is no YAML."""
    lines = [line for line in written.splitlines() if line.strip() and not line.startswith("#")]
    found = [LINE.fullmatch(line.rstrip()) for line in lines]
    matched = [each for each in found if each]
    if not matched or len(matched) * 2 < len(lines):
        return None
    return {each[1].strip().lower(): each[2].strip().strip("\"'") for each in matched}


def _header(facts: Mapping[str, object]) -> Header:
    address = _first(facts, "url", "link", "canonical", "source_url")
    language = LANGUAGE.fullmatch(_first(facts, "lang", "language", "locale") or "")
    return Header(
        title=_first(facts, "title", "headline"),
        byline=_first(facts, "byline", "author", "authors"),
        published=_published(facts),
        url=address if address and address.startswith(("https://", "http://")) else None,
        language=language[1].lower() if language else None,
    )


def _first(facts: Mapping[str, object], *keys: str) -> str | None:
    """Give the first of the keys that says something, in one line."""
    for key in keys:
        if text := _words(facts.get(key)):
            return text
    return None


def _words(value: object) -> str | None:
    """Give a fact as words; a list is joined, one level deep: YAML nests without end."""
    listed = value[:MOST_NAMES] if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_word, listed))) or None


def _word(value: object) -> str | None:
    """Give one fact as words; a table (of a person) gives its name."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return " ".join(str(value).split())[:LONGEST_FACT]


def _published(facts: Mapping[str, object]) -> date | None:
    for key in ("date", "published", "date_published", "datepublished", "pubdate", "created"):
        value = facts.get(key)
        if isinstance(value, str):
            value = _parsed(value.strip())
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        if isinstance(value, date):
            return value
    return None


def _parsed(text: str) -> date | None:
    """Read a date as people and programs write them."""
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        pass
    for form in DATES:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
