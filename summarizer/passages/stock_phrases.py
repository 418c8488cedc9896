"""What stands beside a story opens with: links to other stories, captions, notices.

There are many patterns, of all languages, and nearly every paragraph has none of them, so that
they are kept by the first letters of the words that they begin with, and only those are tried.
"""

import re
import sys
from functools import cache

from summarizer.languages.patterns import patterns_of_all
from summarizer.model import PassageKind
from summarizer.passages.heads import LETTERS, NUMBER, heads_of
from summarizer.text.kept import Kept

_HEAD = re.compile(rf"[\W_]*([^\W_]{{1,{LETTERS}}})")
_LINK = PassageKind.CROSS_REFERENCE
# In the order in which they are tried, each with what may stand before its first word.
_KINDS = (
    (_LINK, "links", r"[\W_]*"),
    (PassageKind.CAPTION, "captions", r"\W*"),
    (PassageKind.BOILERPLATE, "notices", r"[\W_]*"),
)


@cache
def openings() -> tuple[tuple[PassageKind, frozenset[str] | None, re.Pattern[str]], ...]:
    """Return every pattern with its kind and the heads of what it finds; None for any."""
    flags = re.IGNORECASE | re.VERBOSE
    made = (
        (kind, re.compile(words, flags), re.compile(f"{lead}(?:{words})", flags))
        for kind, key, lead in _KINDS
        for words in patterns_of_all("furniture", key)
    )
    return tuple((kind, heads_of(bare), pattern) for kind, bare, pattern in made)


def opening_of(text: str, start: int = 0, end: int = sys.maxsize) -> PassageKind | None:
    """Name the furniture that the text from `start` to `end` opens with; None for another text."""
    for kind, pattern in _TRIED[_letters(text, start, end)]:
        if pattern.match(text, start, end):
            return kind
    return None


def opens_link(text: str, start: int, end: int) -> bool:
    """Return whether the text from `start` to `end` opens with a link to another story."""
    for kind, pattern in _TRIED[_letters(text, start, end)]:
        if kind is not _LINK:  # which are tried first
            return False
        if pattern.match(text, start, end):
            return True
    return False


def _letters(text: str, start: int, end: int) -> str:
    """Return the letters by which it is known what to try."""
    letters = text[start : min(start + LETTERS, end)]
    if not letters.isalpha():  # most paragraphs begin with a word of three letters or more
        match = _HEAD.match(text, start, end)
        letters = match[1] if match else "-"
    return letters


def _tried(letters: str) -> tuple[tuple[PassageKind, re.Pattern[str]], ...]:
    """Return the patterns to try: all for other scripts, whose letters may have other cases."""
    head = NUMBER if letters[0].isdigit() else letters.lower()
    return tuple(
        (kind, pattern)
        for kind, heads, pattern in openings()
        if heads is None or head in heads or not letters.isascii()
    )


_TRIED = Kept(_tried, 1 << 12)
