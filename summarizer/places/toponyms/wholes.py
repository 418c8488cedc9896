"""Longer names that a town's name is only a part of: Mau Forest, Cape Recife, Tell Maruqa."""

from collections.abc import Sequence

from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.layout import CITY
from summarizer.places.toponyms.tokens import CLOSE, Joint, Token
from summarizer.places.toponyms.toponym import Toponym


def part_of_other(toponym: Toponym, tokens: Sequence[Token], words: Words) -> bool:
    """Return whether a town's name is only a part of another place's, which has no pin."""
    if toponym.entry is None or toponym.entry.kind is not CITY or toponym.container:
        return False
    first, last = toponym.first, toponym.last
    begin, end = toponym.run
    if begin < first and tokens[first - 1].lower in words.heads:
        return True
    if last >= end or tokens[last - 1].possessive:
        return False
    after = tokens[last]
    return after.lower in words.nature or (
        _is_announced(tokens, begin, words) and after.joint in CLOSE
    )


def _is_announced(tokens: Sequence[Token], index: int, words: Words) -> bool:
    """Return whether "the village of" or "near" stands before a name."""
    if index == 0 or tokens[index].joint != Joint.SPACE:
        return False
    before = tokens[index - 1].lower
    of = before in words.of and index > 1 and tokens[index - 2].lower in words.settled
    return of or before in words.close_to
