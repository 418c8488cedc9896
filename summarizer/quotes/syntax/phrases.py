"""Noun phrases: where the words that name a speaker begin and end, and what they are."""

from enum import Enum
from typing import NamedTuple

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import is_given
from summarizer.quotes.syntax.words import (
    CAPITAL,
    POSSESSIVE,
    QUOTATION,
    SIGN,
    WORD,
    Paragraph,
    is_nickname,
)


class Head(Enum):
    """What a phrase names its speaker by."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOUN = "noun"


# Bound once: the way to a member through its class is a slow one.
NAME = Head.NAME
PRONOUN = Head.PRONOUN
NOUN = Head.NOUN


class Phrase(NamedTuple):
    """The words from `first` up to `last`; for a name, `name` is where the name alone begins."""

    first: int
    last: int
    head: Head
    name: int = -1


_LONGEST = 24
_SIGNS = (SIGN, QUOTATION, POSSESSIVE)


def phrase_at(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the noun phrase that begins at the word `index`, or None where none begins there."""
    if index >= last:
        return None
    lower, kind = paragraph.lowers[index], paragraph.kinds[index]
    if kind in _SIGNS:
        return None
    if lower in words.writer or (
        lower in words.pronouns and not _owns(paragraph, index, last, words)
    ):
        return Phrase(first=index, last=index + 1, head=PRONOUN)
    opening = lower not in words.not_first or lower in words.determiners
    if (kind is WORD and not opening) or (
        words.capitalised and _is_relative(paragraph, index, last, words)
    ):
        return None
    end = _run(paragraph, index, last, words)
    if end == index:
        return None
    return _classify(paragraph, index, end, words)


def _is_relative(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> bool:
    """Distinguish the German pronoun in "das Papier, das uns vorliegt" from an article."""
    following = paragraph.lowers[index + 1] if index + 1 < last else ""
    return paragraph.lowers[index] in words.definite and following in words.determiners


def _owns(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> bool:
    """Distinguish "her" in "her campaign" from "her" alone."""
    if paragraph.lowers[index] not in words.determiners or index + 1 >= last:
        return False
    following = paragraph.kinds[index + 1]
    return following is CAPITAL or (
        following is WORD and not _stops(paragraph.lowers[index + 1], words)
    )


def is_pronoun(lower: str, words: Lexicon) -> bool:
    """Return whether a word stands for a speaker named elsewhere."""
    return lower in words.pronouns


def can_speak(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> bool:
    """Return whether a phrase may name a speaker: a name, a pronoun, or a noun for one."""
    last = paragraph.lowers[phrase.last - 1]
    if phrase.head is not NOUN:
        return last not in words.days and last not in words.abstract
    if not words.cased or last in words.speakers or last in words.some:
        return True
    return paragraph.kinds[phrase.last - 1] is CAPITAL


def is_thing(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> bool:
    """Distinguish a noun for a body or a document from one for somebody."""
    lower = paragraph.lowers[phrase.last - 1]
    return lower in words.bodies or lower in words.documents or lower in words.organisations


def _run(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> int:
    """Find where the phrase ends: before a verb, a sign, or a word that begins something else."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    limit = min(last, index + _LONGEST)
    for position in range(index, limit):
        kind = kinds[position]
        if kind is CAPITAL or kind is POSSESSIVE:
            continue
        if kind is QUOTATION and position > index and is_nickname(paragraph, position):
            continue
        if kind is SIGN or kind is QUOTATION:
            return position
        if position == index:
            continue
        if _stops(lowers[position], words) and not (
            position == index + 1 and _is_ruling(paragraph, position, words)
        ):
            return position
        if words.cased and _ends_before(paragraph, position, limit, words):
            return position
    return limit


def _is_ruling(paragraph: Paragraph, position: int, words: Lexicon) -> bool:
    """Distinguish the noun in "the ruling" from a participle."""
    if paragraph.lowers[position - 1] not in words.articled:
        return False
    lower = paragraph.lowers[position]
    return lower in words.speakers or lower in words.finite


def _ends_before(paragraph: Paragraph, position: int, limit: int, words: Lexicon) -> bool:
    """Recognise a verb that no lexicon knows: it follows a speaker, and no noun follows it."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    if not lowers[position].endswith(words.verb_endings):
        return False
    if kinds[position - 1] is not CAPITAL and lowers[position - 1] not in words.speakers:
        return False
    for index in range(position, min(limit, position + 4)):
        if kinds[index] is not WORD or lowers[index] in words.determiners:
            return True
        if lowers[index] in words.speakers:
            return False
        if _stops(lowers[index], words):
            return True
    return True


def _stops(lower: str, words: Lexicon) -> bool:
    return lower in words.not_in_phrase or (lower.endswith(words.adverb_endings) and len(lower) > 4)


def _classify(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    lowers, kinds = paragraph.lowers, paragraph.kinds
    while last > first and lowers[last - 1] in words.days:
        last -= 1
    if last == first:
        return None
    if kinds[last - 1] is POSSESSIVE and last - 1 > first:
        last -= 1
    name = last
    while name > first and _in_name(paragraph, name - 1, first, words):
        name -= 1
    if name == last:
        return Phrase(first=first, last=last, head=NOUN)
    if words.capitalised:
        name = next((i for i in range(name, last - 1) if is_given(lowers[i], words)), name)
    determined = name > first and lowers[name - 1] in words.determiners
    titled = last - name > 1 and lowers[name] in words.titles
    if determined and titled and lowers[last - 1] not in words.titles:
        determined = False  # die Bürgermeisterin Petra Kuhn
    if determined or (name > first and not words.organisations.isdisjoint(lowers[name:last])):
        return Phrase(first=first, last=last, head=NOUN)
    return Phrase(first=first, last=last, head=NAME, name=name)


def _in_name(paragraph: Paragraph, index: int, first: int, words: Lexicon) -> bool:
    lowers, kinds = paragraph.lowers, paragraph.kinds
    lower, kind = lowers[index], kinds[index]
    if kind is QUOTATION:
        return True  # a nickname
    if kind is CAPITAL:
        return index != first or (lower not in words.determiners and lower not in words.openers)
    if lower not in words.particles or index == first or index + 1 >= len(lowers):
        return False
    neighbours = (index - 1, index + 1)
    return all(kinds[near] is CAPITAL or lowers[near] in words.particles for near in neighbours)
