"""The names of peoples: "Iraqi" speaks for Iraq, but is no mention of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.toponyms.tokens import Joint, Paragraph

ENOUGH = 3
"""How often a people must be named for its country to be a place of the article by that alone."""


class People(NamedTuple):
    """A word that names a people, and its country."""

    paragraph: Paragraph
    at: int  # which of its words
    entry: Entry


def find_peoples(paragraphs: Sequence[Paragraph], gazetteer: Gazetteer) -> Sequence[People]:
    """Return every word that names a people."""
    return [
        People(paragraph, index, entry)
        for paragraph in paragraphs
        for index in paragraph.capitals
        if (entry := gazetteer.people(paragraph.tokens[index].lower)) is not None
    ]


def count_peoples(peoples: Sequence[People], gazetteer: Gazetteer) -> Mapping[Entry, float]:
    """Count how often the people of each country are named.

    One of a pair ("the Iraqi-Syrian border") is enough by itself.
    """
    counts: defaultdict[Entry, float] = defaultdict(float)
    for paragraph, index, entry in peoples:
        counts[entry] += ENOUGH if _paired(paragraph, index, gazetteer) else 1
    return counts


def _paired(paragraph: Paragraph, index: int, gazetteer: Gazetteer) -> bool:
    """Return whether a hyphen joins the people at `index` to another."""
    tokens = paragraph.tokens
    return any(
        0 <= other < len(tokens)
        and tokens[max(index, other)].joint == Joint.HYPHEN
        and gazetteer.people(tokens[other].lower) is not None
        for other in (index - 1, index + 1)
    )
