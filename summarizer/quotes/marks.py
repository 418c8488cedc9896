"""Quotation marks: where they stand, and whether each opens or closes."""

import re
from enum import Enum
from typing import NamedTuple

_MARKS = re.compile(r"'{2,3}|``|’’|‘‘|,,(?=\w)|[\"“”„‟″«»‹›「」『』‘’‚'`＂]")
_BEFORE_OPENING = frozenset("([{<—–-/…:;,.=>|*_¿¡\u200b\u200e\u200f\u202b\ufeff")
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/|*_<»”’'\"。、，،؛؟")
_NOT_OPENING = re.compile(r"\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|n)\b", re.IGNORECASE)


class Family(Enum):
    """Which marks can close which: a mark closes only one of its own family."""

    DOUBLE = "double"
    ANGLE = "angle"
    CORNER = "corner"
    SINGLE = "single"


class Shape(Enum):
    """What a mark can do where it stands."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"


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
    **dict.fromkeys("«»", Family.ANGLE),
    **dict.fromkeys("「」『』", Family.CORNER),
    **dict.fromkeys("‘’‚'`‹›", Family.SINGLE),
}


def find_marks(text: str, start: int, end: int) -> list[Mark]:
    """Give the quotation marks of `text[start:end]`, one paragraph, in order."""
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
        family = _FAMILIES.get(symbol, Family.DOUBLE)
        shape = _shape(symbol, before, after, family)
        marks.append(Mark(first, last, family, shape, symbol, before, after))
    return marks


def is_apostrophe(text: str, mark: Mark) -> bool:
    """Tell whether a single mark belongs to a word: it's, '90s, rock 'n' roll."""
    if mark.before.isalnum() and mark.after.isalnum():
        return True
    return not mark.before.isalnum() and bool(_NOT_OPENING.match(text, mark.end))


def _shape(symbol: str, before: str, after: str, family: Family) -> Shape:
    free_before = not before or before.isspace() or before in _BEFORE_OPENING
    free_after = not after or after.isspace() or after in _AFTER_CLOSING
    if symbol in "„‟‚``" or symbol == ",,":
        return Shape.OPEN
    if family in (Family.ANGLE, Family.CORNER):
        return Shape.OPEN if symbol in "«「『" else Shape.CLOSE
    if symbol in ("“", "‘", "‘‘", "‹"):
        mistyped = before and not before.isspace() and free_after
        return Shape.CLOSE if mistyped and before not in "([—–-" else Shape.OPEN
    if symbol in ("”", "’’", "›"):
        mistyped = (not before or before.isspace()) and after and not free_after
        return Shape.OPEN if mistyped else Shape.CLOSE
    return _straight_shape(before, after, free_before=free_before, free_after=free_after)


def _straight_shape(before: str, after: str, *, free_before: bool, free_after: bool) -> Shape:
    if not before or before.isspace():
        return Shape.OPEN if after and not after.isspace() else Shape.EITHER
    if not after or after.isspace():
        return Shape.CLOSE
    if free_before and free_after:
        return Shape.EITHER
    if before in "([{":
        return Shape.OPEN
    if free_after:
        return Shape.CLOSE
    return Shape.EITHER
