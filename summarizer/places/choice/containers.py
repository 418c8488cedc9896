"""Places named with what they lie in: "Paris, Texas", "Lahore, Pakistan"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.places.choice.resolution import within
from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.layout import CITY, COUNTRY, FIRST_DIVISION
from summarizer.places.toponyms.tokens import Joint, Paragraph, Token
from summarizer.places.toponyms.toponym import Toponym

_OUTER = (COUNTRY, FIRST_DIVISION)


def mark_containers(
    toponyms: Sequence[Toponym], paragraphs: Sequence[Paragraph], words: Words
) -> set[Toponym]:
    """Note which toponyms lie in the next one, and leave them the places that do.

    Gives those that are said to lie where the gazetteer has no place of the name.
    """
    unknown = set()
    for one, two in reversed(list(_pairs(toponyms, paragraphs))):
        if any(candidate.kind is COUNTRY for candidate in one.candidates):
            continue
        if _in_list(one, two, paragraphs[one.paragraph].tokens):
            continue
        if not _contain(one, two) and _is_outside(one, two, paragraphs, words):
            unknown.add(one)
    return unknown


def _pairs(
    toponyms: Sequence[Toponym], paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[Toponym, Toponym]]:
    """Return the toponyms between which only a comma stands."""
    for one, two in pairwise(toponyms):
        if one.paragraph != two.paragraph or two.first != one.last:
            continue
        joint = paragraphs[one.paragraph].tokens[two.first].joint
        if joint == Joint.COMMA or (joint == Joint.SPACE and two.abbreviated):
            yield one, two


def _contain(one: Toponym, two: Toponym) -> bool:
    for container in two.candidates:
        inner = tuple(entry for entry in one.candidates if within(entry, container))
        if inner and container.kind is not CITY:
            one.container, one.candidates = container, inner
            two.contains, two.candidates = True, (container,)
            return True
    return False


def _in_list(one: Toponym, two: Toponym, tokens: Sequence[Token]) -> bool:
    """Return whether a list goes on: "Mosul, Zakho, Duhok", the last a city and a province."""
    cities = any(entry.kind is CITY for entry in two.candidates)
    before = one.first > 0 and tokens[one.first].joint == Joint.COMMA
    return cities and not two.abbreviated and before and tokens[one.first - 1].capital


def _is_outside(one: Toponym, two: Toponym, paragraphs: Sequence[Paragraph], words: Words) -> bool:
    """Distinguish "Stroud, Ontario" from a list of places: nothing goes on with it."""
    tokens = paragraphs[one.paragraph].tokens
    if any(c.kind is not CITY for c in one.candidates) or two.contains:
        return False
    if not any(c.kind in _OUTER and c.own_name for c in two.candidates):
        return False
    listed = one.first > 0 and tokens[one.first].joint == Joint.COMMA
    if two.last < len(tokens):
        after = tokens[two.last]
        listed |= after.lower in words.and_or or (after.joint == Joint.COMMA and after.capital)
    return not listed
