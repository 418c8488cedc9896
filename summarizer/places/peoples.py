"""The names of peoples: "Iraqi" speaks for Iraq, but is no mention of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from summarizer.places.gazetteer import Entry, Gazetteer
from summarizer.places.tokens import Joint, Paragraph

ENOUGH = 3
"""How often a people must be named for its country to be a place of the article by that alone."""


def read_peoples(paragraphs: Sequence[Paragraph], gazetteer: Gazetteer) -> Mapping[Entry, float]:
    """Count how often the people of each country are named.

    One of a pair ("the Iraqi-Syrian border") is enough by itself.
    """
    counts: defaultdict[Entry, float] = defaultdict(float)
    for paragraph in paragraphs:
        for index, entry in _peoples(paragraph, gazetteer):
            counts[entry] += ENOUGH if _paired(paragraph, index, gazetteer) else 1
    return counts


def _peoples(paragraph: Paragraph, gazetteer: Gazetteer) -> Iterator[tuple[int, Entry]]:
    for index in paragraph.capitals:
        if entry := gazetteer.people(paragraph.tokens[index].lower):
            yield index, entry


def _paired(paragraph: Paragraph, index: int, gazetteer: Gazetteer) -> bool:
    """Tell whether a hyphen joins the people at `index` to another."""
    tokens = paragraph.tokens
    return any(
        0 <= other < len(tokens)
        and tokens[max(index, other)].joint == Joint.HYPHEN
        and gazetteer.people(tokens[other].lower) is not None
        for other in (index - 1, index + 1)
    )
