"""Capitals: which words have one only because of where they stand."""

from collections.abc import Sequence

from summarizer.quotes.given import is_given
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.words import CAPITAL, WORD, Paragraph

_SMALL = 4  # letters of a word that a headline set in capitals leaves small


def settle_capitals(
    paragraphs: Sequence[Paragraph], titled: Sequence[bool], words: Lexicon
) -> list[Paragraph]:
    """Take the capital from words that have one only by their place: "Residents said".

    `titled` tells which paragraphs are set in capitals.
    """
    placed = [
        _placed(one, titled=capitals) for one, capitals in zip(paragraphs, titled, strict=True)
    ]
    asked = {
        one.lowers[index]
        for one, indexes in zip(paragraphs, placed, strict=True)
        for index in indexes
    }
    common: set[str] = set()
    named: set[str] = set()
    for one in paragraphs:
        lowers, kinds = one.lowers, one.kinds
        found = [index for index, lower in enumerate(lowers) if lower in asked]
        common.update([lowers[index] for index in found if kinds[index] is WORD])
        firsts = {first for first, _ in one.sentences}
        inner = [index for index in found if index not in firsts]
        named.update([lowers[index] for index in inner if kinds[index] is CAPITAL])
    named -= common
    return [
        _settled(one, indexes, words, common, named, titled=capitals)
        for one, indexes, capitals in zip(paragraphs, placed, titled, strict=True)
    ]


def _placed(paragraph: Paragraph, *, titled: bool) -> list[int]:
    """Give the words with a capital that they may have only by their place."""
    kinds = paragraph.kinds
    indexes = range(len(kinds)) if titled else [first for first, _ in paragraph.sentences]
    return [index for index in indexes if kinds[index] is CAPITAL]


def _settled(
    paragraph: Paragraph,
    placed: Sequence[int],
    words: Lexicon,
    common: set[str],
    named: set[str],
    *,
    titled: bool,
) -> Paragraph:
    kinds = list(paragraph.kinds)
    for index in placed:
        lower = paragraph.lowers[index]
        particle = lower in words.conjunctions or lower in words.prepositions
        if lower in named and not titled and not particle:
            continue
        if _only_placed(paragraph, index, words, common, titled=titled):
            kinds[index] = WORD
    return paragraph.with_kinds(tuple(kinds))


def is_titled(paragraph: Paragraph, words: Lexicon) -> bool:
    """Tell a headline set In Capitals Like These from a sentence that is short of other words."""
    kinds = paragraph.kinds
    if len(kinds) <= _SMALL or kinds.count(CAPITAL) <= 1.5 * kinds.count(WORD):
        return False
    return all(
        (len(lower) <= _SMALL or lower in words.prepositions) and lower not in words.verbs
        for lower, kind in zip(paragraph.lowers, kinds, strict=True)
        if kind is WORD
    )


def _only_placed(
    paragraph: Paragraph, index: int, words: Lexicon, common: set[str], *, titled: bool
) -> bool:
    lower = paragraph.lowers[index]
    following = paragraph.lowers[index + 1 : index + 3]
    bare = lower.replace("’", "'").partition("'")[0]  # they've
    if bare in words.openers or lower in words.verbs or (titled and lower in words.prepositions):
        return True
    if following == (",", "who") or is_given(lower, words):
        return False
    if lower.endswith(("ing", "ly")) and len(lower) > 5:
        return True
    named = bool(following) and paragraph.kinds[index + 1] is CAPITAL
    if named and not lower.endswith("ed"):
        return False
    if following and following[0] in words.prepositions:  # "Scenes from the rally"
        return True
    single = lower.removesuffix("s")
    return lower in common or any(
        noun in group for noun in (lower, single) for group in (words.people, words.documents)
    )
