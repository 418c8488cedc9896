"""Quotation marks: where they stand, and whether each opens or closes."""

import re
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from summarizer.languages.patterns import any_of, words_of_all

# One class of characters comes first, so that the search goes fast over all the others.
_MARKS = re.compile(
    r"[\"“”„‟″«»‹›「」『』‘’‚'`＂,]"
    r"(?:(?<=')'{1,2}|(?<=`)`|(?<=’)’|(?<=‘)‘|(?<=,),(?=\w)|(?<!,))"
)
_BEFORE_OPENING = frozenset("([{<—–-/…:;,.=>|*_¿¡\u200b\u200e\u200f\u202b\ufeff")
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/|*_<»”’'\"。、，،؛؟")


class Family(Enum):
    """Which marks can close which: a mark closes only one of its own family."""

    DOUBLE = "double"
    ANGLE = "angle"
    CORNER = "corner"
    SINGLE = "single"


# Bound once: the way to a member through its class is a slow one.
DOUBLE = Family.DOUBLE
ANGLE = Family.ANGLE
CORNER = Family.CORNER
SINGLE = Family.SINGLE


class Shape(Enum):
    """What a mark can do where it stands."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


# Bound once: the way to a member through its class is a slow one.
OPEN = Shape.OPEN
CLOSE = Shape.CLOSE
EITHER = Shape.EITHER


class Mark(NamedTuple):
    """A quotation mark with its offsets in the text."""

    start: int
    end: int
    family: Family
    shape: Shape
    symbol: str
    before: str  # the neighbouring characters; empty at the paragraph's edges
    after: str


_FAMILIES = {
    **dict.fromkeys("«»", ANGLE),
    **dict.fromkeys("「」『』", CORNER),
    **dict.fromkeys("‘’‚'`‹›", SINGLE),
}


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return the quotation marks of `text[start:end]`, one paragraph, in order.

    Apostrophes within words are left out.
    """
    marks = []
    for match in _MARKS.finditer(text, start, end):
        first, last = match.span()
        symbol = match.group()
        if symbol == "'''":  # a single inside a doubled one: the outer mark is the far two
            first, last = (
                (first, last - 1)
                if first == start or text[first - 1].isspace()
                else (first + 1, last)
            )
            symbol = "''"
        before = text[first - 1] if first > start else ""
        after = text[last] if last < end else ""
        family = _FAMILIES.get(symbol, DOUBLE)
        if family is SINGLE and before.isalnum() and after.isalnum():
            continue
        shape = _shape(symbol, before, after, family)
        marks.append(Mark(first, last, family, shape, symbol, before, after))
    return marks


def is_apostrophe(text: str, mark: Mark) -> bool:
    """Return whether a single mark before a word belongs to it: '90s, rock 'n' roll."""
    return not mark.before.isalnum() and bool(_clipped().match(text, mark.end))


@cache
def _clipped() -> re.Pattern[str]:
    clipped = any_of(words_of_all("attribution", "clipped"))
    return re.compile(rf"\d\ds?\b|{clipped}\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _shape(symbol: str, before: str, after: str, family: Family) -> Shape:
    free_before = not before or before.isspace() or before in _BEFORE_OPENING
    free_after = not after or after.isspace() or after in _AFTER_CLOSING
    if symbol in "„‟‚``" or symbol == ",,":
        return OPEN
    if family in (ANGLE, CORNER):
        return OPEN if symbol in "«「『" else CLOSE
    if symbol in ("“", "‘", "‘‘", "‹"):
        mistyped = before and not before.isspace() and free_after
        return CLOSE if mistyped and before not in "([—–-" else OPEN
    if symbol in ("”", "’’", "›"):
        mistyped = (not before or before.isspace()) and after and not free_after
        return OPEN if mistyped else CLOSE
    return _straight_shape(before, after, free_before=free_before, free_after=free_after)


def _straight_shape(before: str, after: str, *, free_before: bool, free_after: bool) -> Shape:
    if not before or before.isspace():
        return OPEN if after and not after.isspace() else EITHER
    if not after or after.isspace():
        return CLOSE
    if free_before and free_after:
        return EITHER
    if before in "([{":
        return OPEN
    if free_after:
        return CLOSE
    return EITHER
