"""Short articles that set a trap for a place finder, with what it should make of each.

Real places, invented events and people. An expectation is marked in the text, as
`[words|where]`, where being

- a key of `PINS`: a mention of that place; with "!", of the place that must be ranked first;
- `-`: no place, though it looks like one, and no unresolved place either;
- `?`: a place that the gazetteer does not hold: unresolved, without a pin;
- `@`: inside an organisation's name: a place at most if all its mentions are such;
- `~`: neither asked for nor forbidden; `~key`: not asked for as a mention, but the place itself
  must be among the article's places.

Words without a mark are no place.
"""

import re
from dataclasses import dataclass

from summarizer.model import Span
from tests.summarizer.places.foreign import FOREIGN
from tests.summarizer.places.names import NAMES
from tests.summarizer.places.pins import PINS
from tests.summarizer.places.rules import RULES

_MARK = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of the article and what they are, as the module's docstring says."""

    span: Span
    where: str
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """An article, the rule that it tries, its language, and what to make of its words."""

    rule: str
    text: str
    language: str
    marks: tuple[Mark, ...]


def read(rule: str, marked: str, language: str = "en") -> Trap:
    """Take the marks out of a marked article."""
    text, marks, end = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[end : match.start()]
        end = match.end()
        span = Span(len(text), len(text) + len(match[1]))
        text += match[1]
        where = match[2].removesuffix("!")
        if where.lstrip("~") not in PINS and where not in {"-", "?", "@", "~"}:
            raise KeyError(where)
        marks.append(Mark(span=span, where=where, first=match[2].endswith("!")))
    return Trap(rule=rule, text=text + marked[end:], language=language, marks=tuple(marks))


TRAPS: tuple[Trap, ...] = (
    *(read(rule, marked) for rule, articles in RULES.items() for marked in articles),
    *(read(rule, marked) for rule, articles in NAMES.items() for marked in articles),
    *(
        read(f"language {language}", marked, language)
        for language, articles in FOREIGN.items()
        for marked in articles
    ),
)
