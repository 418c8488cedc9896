"""The headline: which paragraph it is, and where in it the name of the outlet begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarizer.languages.data import read_world
from summarizer.languages.dates import dates
from summarizer.languages.patterns import any_of, words_of_all
from summarizer.model import Article, PassageKind

TOP = 8
"""Among how many paragraphs the headline is looked for."""

_BODY = PassageKind.BODY
_LONGEST = 170  # characters
_MOST_WORDS = 28
_MOST_ASKED = 14  # words of a headline that is a question
_SECTION = 2  # words of a section's name, as it stands above many headlines
_ALIKE = 0.7  # the share of its words that a page's title has in common with the headline
_FINAL = re.compile(r"[.。।]['\"”’»)\]]*$")
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PARTS = re.compile(r"\s+(?:[-–—|»·•]|::)\s+|\s*[｜|]\s*|[-_–—](?=[\u3040-\u9fff]{2,12}$)")
_MARKED = re.compile(r"(?=\S*\d|\S*[a-z][A-Z])(?=\S*[A-Z]\S*[A-Z])\S{2,20}")  # VG247, NewsFeed
_DOMAIN = re.compile(r"\S+\.[a-z]{2,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """Which passage is the headline, how much of it, and where it stands again."""

    passage: int
    length: int
    again: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    outlet: re.Pattern[str]
    small: frozenset[str]
    short: re.Pattern[str]


@cache
def _signs() -> _Signs:
    known = dates()
    agencies = (each.strip() for each in read_world("agencies")["agencies"].split(","))
    names = (*words_of_all("headlines", "outlets"), *agencies)
    endings = any_of(words_of_all("headlines", "outlet_endings"))
    short = (*(day[:size] for day in known.days for size in (3, 4, 5)), *known.months)
    return _Signs(
        outlet=re.compile(rf"(?:.*\b{any_of(names)}\b|.*{endings}$)"),
        small=frozenset(words_of_all("datelines", "small")),
        short=re.compile(
            rf"\b(?:{any_of(short)}|(?-i:{any_of(words_of_all('headlines', 'abbreviations'))})"
            r"|(?:[a-z]\.)+[a-z])\.$",
            re.IGNORECASE,
        ),
    )


def find_headline(
    article: Article, words: Sequence[str], kinds: Sequence[PassageKind]
) -> Headline | None:
    """Find the headline among the first passages: the stated one, or a short first line."""
    stated = " ".join((article.headline or "").split())
    if stated:
        folded = stated.casefold()
        top = enumerate(words[:TOP])
        found = next((i for i, line in top if " ".join(line.split()).casefold() == folded), None)
    else:
        found = _found(words, kinds)
    if found is None:
        return None
    length = _length(words, found)
    key = _key(words[found][:length])
    again = [i for i in range(found + 1, min(len(words), TOP)) if _key(words[i]) == key]
    return Headline(passage=found, length=length, again=tuple(again))


def _found(words: Sequence[str], kinds: Sequence[PassageKind]) -> int | None:
    body = [i for i, kind in enumerate(kinds) if kind is _BODY]
    if len(body) < 2 or body[0] >= TOP:
        return None
    first, second = body[:2]
    if not _may_be(words[first]):
        return None
    if _may_be(words[second]):
        if _is_section(words[first]) and not words[second].endswith("!"):
            return second
        if second == first + 1 and _is_title_of(words[first], words[second]):
            return second
    return first


def _may_be(line: str) -> bool:
    most = _MOST_ASKED if line.endswith("?") else _MOST_WORDS
    return (
        len(line) <= _LONGEST
        and 1 <= len(line.split()) <= most
        and (not _FINAL.search(line) or _signs().short.search(line) is not None)
        and not line.endswith((":", ",", ";"))
        and not line.startswith(("(", "-", "•", "*"))
    )


def _is_section(line: str) -> bool:
    """Return whether a line is so short that it may be a section's name."""
    return len(line.split()) <= _SECTION and not (len(line) > 8 and _UNSPACED.search(line))


def _is_title_of(title: str, headline: str) -> bool:
    """Return whether a page's title says in other words what the headline under it says."""
    one, other = (set(_WORD.findall(line.casefold())) for line in (title, headline))
    least = min(len(one), len(other))
    return least >= 5 and one != other and len(one & other) >= _ALIKE * least


def _key(line: str) -> str:
    return " ".join(_WORD.findall(line[:600].casefold()))


def _length(words: Sequence[str], index: int) -> int:
    """Return how many characters of the line are the headline without the outlet's name."""
    line = words[index]
    parts = list(_PARTS.finditer(line))
    for place, part in enumerate(parts):
        rest = [line[a.end() : b.start()] for a, b in pairwise(parts[place:])]
        rest.append(line[parts[-1].end() :])
        bar = any(sign in part[0] for sign in "|｜")
        if part.start() >= 8 and all(_is_outlet(name, barred=bar) for name in rest):
            return part.start()
    if len(parts) == 1 and index + 1 < len(words):  # a kicker, which stands before it below
        headline, kicker = line[: parts[0].start()], line[parts[0].end() :]
        if _key(words[index + 1]) == _key(f"{kicker} {headline}"):
            return parts[0].start()
    return len(line)


def _is_outlet(name: str, *, barred: bool) -> bool:
    """Return whether the last part of a page's title is the outlet's name."""
    words = name.split()
    if not 1 <= len(words) <= 7:
        return False
    if not all(w in _signs().small or not w[0].islower() for w in words[1:]):
        return False
    if _DOMAIN.fullmatch(name) or _signs().outlet.match(name):
        return True
    marked = any(map(_MARKED.fullmatch, words))
    return marked if not barred else len(words) == 1 or not words[0][0].islower()
