"""Noun phrases: where the words that name a speaker begin and end, and what they are."""

from dataclasses import dataclass
from enum import Enum

from summarizer.quotes.given import is_given
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.words import (
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The words from `first` up to `last`; for a name, `name` is where the name alone begins."""

    first: int
    last: int
    head: Head
    name: int = -1


_LONGEST = 24


def phrase_at(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the noun phrase that begins at the word `index`, or None where none begins there."""
    if index >= last:
        return None
    word = paragraph.words[index]
    if word.kind in (SIGN, QUOTATION, POSSESSIVE):
        return None
    if word.lower in words.writer or (
        is_pronoun(word.lower, words) and not _owns(paragraph, index, last, words)
    ):
        return Phrase(first=index, last=index + 1, head=PRONOUN)
    relative = words.capitalised and _is_relative(paragraph, index, last, words)
    if relative or (word.kind is WORD and not _may_begin(word.lower, words)):
        return None
    end = _run(paragraph, index, last, words)
    if end == index:
        return None
    return _classify(paragraph, index, end, words)


def _is_relative(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> bool:
    """Tell the German pronoun in "das Papier, das dieser Zeitung vorliegt" from an article."""
    following = paragraph.words[index + 1].lower if index + 1 < last else ""
    return paragraph.words[index].lower in words.definite and following in words.determiners


def _owns(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> bool:
    """Tell "her" in "her campaign" from "her" alone."""
    if paragraph.words[index].lower not in words.determiners or index + 1 >= last:
        return False
    following = paragraph.words[index + 1]
    return following.kind is CAPITAL or (
        following.kind is WORD and not _stops(following.lower, words)
    )


def is_pronoun(lower: str, words: Lexicon) -> bool:
    """Tell whether a word stands for a speaker named elsewhere."""
    return lower in words.he or lower in words.she or lower in words.they or lower in words.it


def _may_begin(lower: str, words: Lexicon) -> bool:
    if lower in words.determiners:
        return True
    return not (
        lower in words.prepositions
        or lower in words.conjunctions
        or lower in words.auxiliaries
        or lower in words.verbs
        or lower in words.participles
        or lower in words.common_verbs
        or lower in words.adverbs
        or lower in words.relatives
    )


def can_speak(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> bool:
    """Tell whether a phrase may name a speaker: a name, a pronoun, or a noun for one."""
    last = paragraph.words[phrase.last - 1]
    if phrase.head is not NOUN:
        return last.lower not in words.days and last.lower not in _ABSTRACT
    if not words.cased:
        return True
    return last.kind is CAPITAL or is_speaker(last.lower, words) or last.lower in _SOME


_ABSTRACT = frozenset(("it", "they"))  # more often a thing, unless a cue stands beside it
_SOME = frozenset(("one", "another", "others", "some", "many", "most", "both", "all", "few"))


def is_speaker(lower: str, words: Lexicon) -> bool:
    """Tell whether a noun is one for somebody or something that can be quoted."""
    return (
        lower in words.people
        or lower in words.bodies
        or lower in words.documents
        or lower in words.titles
        or (lower.endswith("s") and (lower[:-1] in words.people or lower[:-1] in words.bodies))
    )


def is_thing(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> bool:
    """Tell a noun for a body or a document from one for somebody."""
    lower = paragraph.words[phrase.last - 1].lower
    return lower in words.bodies or lower in words.documents or lower in words.organisations


def _run(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> int:
    """Find where the phrase ends: before a verb, a sign, or a word that begins something else."""
    position = index
    limit = min(last, index + _LONGEST)
    while position < limit:
        word = paragraph.words[position]
        if position > index and is_nickname(paragraph, position):
            position += 1
            continue
        if word.kind in (SIGN, QUOTATION):
            break
        if word.kind is CAPITAL or word.kind is POSSESSIVE:
            position += 1
            continue
        stopping = position > index and _stops(word.lower, words)
        if stopping and not (position == index + 1 and _is_ruling(paragraph, position, words)):
            break
        if position > index and words.cased and _ends_before(paragraph, position, limit, words):
            break
        position += 1
    return position


def _is_ruling(paragraph: Paragraph, position: int, words: Lexicon) -> bool:
    """Tell the noun in "the ruling" from a participle."""
    if paragraph.words[position - 1].lower not in words.indefinite | words.definite:
        return False
    lower = paragraph.words[position].lower
    return is_speaker(lower, words) or lower in words.verbs or lower in words.weak_verbs


def _ends_before(paragraph: Paragraph, position: int, limit: int, words: Lexicon) -> bool:
    """Tell a verb that no lexicon knows: it follows a speaker, and no noun follows it."""
    before = paragraph.words[position - 1]
    if not paragraph.words[position].lower.endswith(("ed", "s", "t", "ing")):
        return False
    if before.kind is not CAPITAL and not is_speaker(before.lower, words):
        return False
    for word in paragraph.words[position : min(limit, position + 4)]:
        if word.kind is not WORD or word.lower in words.determiners:
            return True
        if is_speaker(word.lower, words):
            return False
        if _stops(word.lower, words):
            return True
    return True


def _stops(lower: str, words: Lexicon) -> bool:
    return (
        lower in words.verbs
        or lower in words.weak_verbs
        or lower in words.participles
        or lower in words.weak_participles
        or lower in words.common_verbs
        or lower in words.auxiliaries
        or lower in words.prepositions
        or lower in words.conjunctions
        or lower in words.relatives
        or lower in words.adverbs
        or (lower.endswith("ly") and len(lower) > 4)
        or is_pronoun(lower, words)
    )


def _classify(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    while last > first and paragraph.words[last - 1].lower in words.days:
        last -= 1
    if last == first:
        return None
    tokens = paragraph.words
    if tokens[last - 1].kind is POSSESSIVE and last - 1 > first:
        last -= 1
    name = last
    while name > first and _in_name(paragraph, name - 1, first, words):
        name -= 1
    if name == last:
        return Phrase(first=first, last=last, head=NOUN)
    if words.capitalised:
        name = next((i for i in range(name, last - 1) if is_given(tokens[i].lower, words)), name)
    determined = name > first and tokens[name - 1].lower in words.determiners
    titled = last - name > 1 and tokens[name].lower in words.titles
    if determined and titled and tokens[last - 1].lower not in words.titles:
        determined = False  # die Bürgermeisterin Petra Kuhn
    organisation = any(token.lower in words.organisations for token in tokens[name:last])
    if determined or (organisation and name > first):
        return Phrase(first=first, last=last, head=NOUN)
    return Phrase(first=first, last=last, head=NAME, name=name)


def _in_name(paragraph: Paragraph, index: int, first: int, words: Lexicon) -> bool:
    word = paragraph.words[index]
    if word.kind is QUOTATION:
        return True  # a nickname
    if word.kind is CAPITAL:
        opener = index == first and (word.lower in words.determiners or word.lower in words.openers)
        return not opener
    if word.lower not in words.particles or index == first:
        return False
    neighbours = paragraph.words[index - 1 : index + 2]
    return len(neighbours) == 3 and all(
        near.kind is CAPITAL or near.lower in words.particles for near in neighbours
    )
