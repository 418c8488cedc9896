"""The words of an article's passages, as the place finder reads them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import Copy, Passage, PassageKind
from summarizer.places.tongues import Tongue, tongue

_DASH = re.compile(r"\.?\s?(?:[–—―]|--|-(?=\s))|\s\((?=\w)")
_MONEY = frozenset("$€£")
_JOINTS = {" ": 1, "-": 2, "‑": 2, "\u00a0": 1, "/": 3, ", ": 4, ". ": 5}


class Joint:
    """What stands between a word and the one before it."""

    BREAK = 0
    SPACE = 1
    HYPHEN = 2
    SLASH = 3
    COMMA = 4
    STOP = 5


CLOSE = (Joint.SPACE, Joint.HYPHEN)
"""What may stand between the words of one name."""


class Token(NamedTuple):
    """A word: `joint` is what stands before it, `end` is without a possessive 's or a case."""

    text: str
    lower: str
    start: int
    end: int
    joint: int
    capital: bool
    opens: bool  # the first word of a sentence, a line or a quotation
    possessive: bool
    stopped: bool  # a full stop stands after it
    dash: bool  # a dash or a bracket stands after it, as after a dateline
    dollar: bool  # a sign of money stands after it


class Paragraph(NamedTuple):
    """A passage's words; `capitals_tell` is false where most words have capitals anyway."""

    kind: PassageKind
    tokens: tuple[Token, ...]
    capitals_tell: bool


def read_paragraphs(copy: Copy, kinds: Sequence[PassageKind]) -> tuple[Paragraph, ...]:
    """Give the words of the passages of the kinds named."""
    starts = {sentence.span.start for sentence in copy.sentences}
    if copy.dateline is not None:
        starts.add(copy.dateline.span.start)
    known = tongue(copy.language)
    return tuple(
        _paragraph(copy.text, passage, starts, known)
        for passage in copy.passages
        if passage.kind in kinds
    )


def _paragraph(text: str, passage: Passage, starts: set[int], known: Tongue) -> Paragraph:
    tokens: list[Token] = []
    end = passage.span.start
    for match in known.word.finditer(text, end, passage.span.end):
        start, stop = match.span()
        between = text[end:start]
        word = match[0]
        suffix = None if word.isalpha() else known.suffix.search(word)
        if suffix is not None:
            word = word[: suffix.start()]
        lower = word.lower()
        joint = _JOINTS.get(between)
        if joint is None:
            joint = _joint(between, known)
        capital = not (word[0].islower() or word[0].isdigit() or lower in known.small)
        tokens.append(
            Token(
                word,
                lower,
                start,
                start + len(word),
                joint,
                capital,
                start in starts or not tokens or (joint == Joint.BREAK and _opening(between)),
                suffix is not None,
                text.startswith(".", stop),
                capital and bool(_DASH.match(text, stop)),
                capital and text[stop : stop + 1] in _MONEY,
            )
        )
        end = stop
    return Paragraph(passage.kind, tuple(tokens), _capitals_tell(tokens, passage.kind))


def _joint(between: str, known: Tongue) -> int:
    if between.isspace() or between in known.joints:
        return Joint.SPACE
    bare = between.strip()
    if bare == ",":
        return Joint.COMMA
    if bare == ".":
        return Joint.STOP
    return Joint.BREAK


def _opening(between: str) -> bool:
    """Tell whether a sentence or a quotation begins after these signs."""
    return any(sign in between for sign in '"“„«‘:\n•*.?!') and not between.startswith(".,")


def _capitals_tell(tokens: Sequence[Token], kind: PassageKind) -> bool:
    """Tell whether a capital means a name, as it does not in a headline in title case."""
    long = [token for token in tokens if len(token.lower) > 3]
    if len(long) < 4:
        return len(tokens) < 3 or not all(token.text.isupper() for token in tokens)
    most = 0.9 if kind is PassageKind.BODY else 0.85
    return sum(token.capital for token in long) < most * len(long)
