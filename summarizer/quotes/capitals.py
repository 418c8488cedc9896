"""Capitals: which words have one only because of where they stand."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.quotes.given import is_given
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.words import CAPITAL, WORD, Paragraph, Word

_SMALL = 4  # letters of a word that a headline set in capitals leaves small


def settle_capitals(
    paragraphs: Sequence[Paragraph], titled: Sequence[bool], words: Lexicon
) -> list[Paragraph]:
    """Take the capital from words that have one only by their place: "Residents said".

    `titled` tells which paragraphs are set in capitals.
    """
    common, named = set(), set()
    for one in paragraphs:
        firsts = {first for first, _ in one.sentences}
        for index, word in enumerate(one.words):
            if word.kind is WORD:
                common.add(word.lower)
            elif word.kind is CAPITAL and index not in firsts:
                named.add(word.lower)
    named -= common
    return [
        _settled(one, words, common, named, titled=capitals)
        for one, capitals in zip(paragraphs, titled, strict=True)
    ]


def _settled(
    paragraph: Paragraph, words: Lexicon, common: set[str], named: set[str], *, titled: bool
) -> Paragraph:
    tokens = list(paragraph.words)
    firsts = range(len(tokens)) if titled else [first for first, _ in paragraph.sentences]
    for index in firsts:
        word = tokens[index]
        particle = word.lower in words.conjunctions or word.lower in words.prepositions
        if word.kind is not CAPITAL or (word.lower in named and not titled and not particle):
            continue
        if _only_placed(tokens, index, words, common, titled=titled):
            tokens[index] = word._replace(kind=WORD)
    return replace(paragraph, words=tuple(tokens))


def is_titled(paragraph: Paragraph, words: Lexicon) -> bool:
    """Tell a headline set In Capitals Like These from a sentence that is short of other words."""
    kinds = [word.kind for word in paragraph.words]
    if len(kinds) <= _SMALL or kinds.count(CAPITAL) <= 1.5 * kinds.count(WORD):
        return False
    plain = [word.lower for word in paragraph.words if word.kind is WORD]
    return all(
        (len(lower) <= _SMALL or lower in words.prepositions) and lower not in words.verbs
        for lower in plain
    )


def _only_placed(
    tokens: list[Word], index: int, words: Lexicon, common: set[str], *, titled: bool
) -> bool:
    lower = tokens[index].lower
    following = [token.lower for token in tokens[index + 1 : index + 3]]
    bare = lower.replace("’", "'").partition("'")[0]  # they've
    if bare in words.openers or lower in words.verbs or (titled and lower in words.prepositions):
        return True
    if following == [",", "who"] or is_given(lower, words):
        return False
    if lower.endswith(("ing", "ly")) and len(lower) > 5:
        return True
    named = index + 1 < len(tokens) and tokens[index + 1].kind is CAPITAL
    if named and not lower.endswith("ed"):
        return False
    if following and following[0] in words.prepositions:  # "Scenes from the rally"
        return True
    single = lower.removesuffix("s")
    return lower in common or any(
        noun in group for noun in (lower, single) for group in (words.people, words.documents)
    )
