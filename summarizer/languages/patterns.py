"""Patterns made of a language's words."""

import re
from collections.abc import Iterable
from functools import cache

from summarizer.languages.data import read_all


def any_of(words: str | Iterable[str]) -> str:
    """Return a pattern for any of the words, or of phrases of words with white space between."""
    listed = words.split() if isinstance(words, str) else words
    return f"(?:{'|'.join(map(_phrase, listed)) or '(?!)'})"


@cache
def words_of_all(section: str, key: str) -> tuple[str, ...]:
    """Return the words that all languages have under a key, each once."""
    return tuple(dict.fromkeys(w for _, words in read_all(section, key) for w in words.split()))


@cache
def phrases_of_all(section: str, key: str) -> tuple[str, ...]:
    """Return the phrases that all languages have under a key, which commas part."""
    listed = (one.strip() for _, phrases in read_all(section, key) for one in phrases.split(","))
    return tuple(dict.fromkeys(filter(None, listed)))


@cache
def patterns_of_all(section: str, key: str) -> tuple[str, ...]:
    """Return the patterns that all languages have under a key."""
    return tuple(pattern for _, patterns in read_all(section, key) for pattern in patterns)


def _phrase(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
