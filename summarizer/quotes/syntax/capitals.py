"""Capitals: which words have one only because of where they stand."""

from collections.abc import Sequence

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import is_given
from summarizer.quotes.syntax.words import CAPITAL, WORD, Paragraph

_SMALL = 4  # letters of a word that a headline set in capitals leaves small


def settle_capitals(
    paragraphs: Sequence[Paragraph], titled: Sequence[bool], words: Lexicon
) -> None:
    """Take the capital from words that have one only by their place: "Residents said".

    `titled` tells which paragraphs are set in capitals.
    """
    placed: list[list[int]] = []  # the words that may have one only by their place
    common: set[str] = set()
    named: set[str] = set()
    for one, capitals in zip(paragraphs, titled, strict=True):
        lowers = one.lowers
        common.update(
            [lower for lower, kind in zip(lowers, one.kinds, strict=True) if kind is WORD]
        )
        firsts = {first for first, _ in one.sentences}
        named.update([lowers[index] for index in one.capitals if index not in firsts])
        placed.append([index for index in one.capitals if capitals or index in firsts])
    named -= common
    for one, indexes, capitals in zip(paragraphs, placed, titled, strict=True):
        taken = [
            index
            for index in indexes
            if (capitals or not _is_named(one.lowers[index], words, named))
            and _only_placed(one, index, words, common, titled=capitals)
        ]
        if taken:
            one.take_capitals(taken)


def _is_named(lower: str, words: Lexicon, named: set[str]) -> bool:
    """Recognise a word that stands elsewhere for a name, unless it may well lead in to one."""
    particle = lower in words.conjunctions or lower in words.prepositions
    return lower in named and not particle


def is_titled(paragraph: Paragraph, words: Lexicon) -> bool:
    """Distinguish a headline set In Capitals Like These from a sentence short of other words."""
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
    if (following[:1] == (",",) and not words.who.isdisjoint(following[1:])) or is_given(
        lower, words
    ):
        return False
    if lower.endswith(words.placed_endings) and len(lower) > 5:
        return True
    named = bool(following) and paragraph.kinds[index + 1] is CAPITAL
    if named and not lower.endswith(words.past_endings):
        return False
    if following and following[0] in words.prepositions:  # "Scenes from the rally"
        return True
    single = words.single(lower)
    return lower in common or any(
        noun in group for noun in (lower, single) for group in (words.people, words.documents)
    )
