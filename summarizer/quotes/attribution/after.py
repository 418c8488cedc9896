"""Tails: the words after a quotation that give it its speaker."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.syntax.cues import (
    COMMAS,
    DASHES,
    PASSABLE,
    Attribution,
    according,
    is_cue,
    is_finite,
    verb_after,
)
from summarizer.quotes.syntax.phrases import NAME, PRONOUN, Phrase, can_speak, is_pronoun, phrase_at
from summarizer.quotes.syntax.words import CAPITAL, QUOTATION, SIGN, Paragraph

_SHORT = 6  # words of a sentence that is but a cue


def beside(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Attribution | None:
    """Read a cue right after the quotation: "..." said Ruiz, or Ruiz said."""
    lowers = paragraph.lowers
    position = index + 1
    while position < last and (lowers[position] in PASSABLE or lowers[position] in words.adverbs):
        position += 1
    while position + 1 < last and lowers[position] in words.auxiliaries:
        inverted = is_pronoun(lowers[position + 1], words)
        following = lowers[position + 1]
        if (
            not inverted
            and following not in words.auxiliaries
            and not (is_finite(paragraph, position + 1, words))
        ):
            break
        position += 1  # a déclaré, a-t-elle dit, ha dicho
    if position >= last:
        return None
    passed = lowers[index + 1 : position]
    ending = inner_end(paragraph, index)
    signed = not DASHES.isdisjoint(passed)
    set_off = ending in ",?!…—-–،؟" or signed or not COMMAS.isdisjoint(passed)
    found = according(paragraph, position, last, words) or _inverted(
        paragraph, position, last, words
    )
    if found is None and (set_off or (position == index + 1 and paragraph.opens_sentence(index))):
        found = _straight(paragraph, position, last, words, signed=signed)
    if found is None and words.prodrop and paragraph.opens_sentence(index):
        found = _alone(paragraph, position, words)
    return found


def _alone(paragraph: Paragraph, verb: int, words: Lexicon) -> Attribution | None:
    """Read a verb that stands for its subject too: «No», añadió."""
    if not is_finite(paragraph, verb, words):
        return None
    phrase = Phrase(first=verb, last=verb + 1, head=PRONOUN)
    return Attribution(phrase=phrase, cue=paragraph.of(verb, verb + 1), after=True)


def _straight(
    paragraph: Paragraph, position: int, last: int, words: Lexicon, *, signed: bool
) -> Attribution | None:
    """Read "Ruiz said", or, after a dash, a name alone."""
    phrase = phrase_at(paragraph, position, last, words)
    if phrase is None:
        return None
    cue = verb_after(paragraph, phrase.last, last, words)
    if cue is not None and (cue == phrase.last or can_speak(paragraph, phrase, words)):
        return Attribution(phrase=phrase, cue=paragraph.of(cue, cue + 1), after=True)
    if signed and phrase.head is NAME:
        return Attribution(phrase=phrase, after=True)
    return None


def _inverted(paragraph: Paragraph, verb: int, last: int, words: Lexicon) -> Attribution | None:
    """Read "said Ruiz"."""
    if not is_finite(paragraph, verb, words) and paragraph.lowers[verb] not in words.tail_cues:
        return None
    position = verb + 1
    while position < last and paragraph.lowers[position] in words.adverbs:
        position += 1
    phrase = phrase_at(paragraph, position, last, words) or _after_hearer(
        paragraph, position, last, words
    )
    if phrase is None:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(verb, verb + 1), after=True)


def _after_hearer(paragraph: Paragraph, position: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the subject after whom it speaks to: relató a este diario Ana Torres."""
    if position >= last or paragraph.lowers[position] not in words.hearers:
        return None
    for index in range(position + 1, min(last, position + _SHORT)):
        if paragraph.kinds[index] is SIGN:
            return None
        if paragraph.kinds[index] is CAPITAL:
            return phrase_at(paragraph, index, last, words)
    return None


def sentence_after(
    paragraph: Paragraph, index: int, last: int, words: Lexicon
) -> Attribution | None:
    """Read a sentence that is no more than a cue: "It will hold." Ruiz said."""
    if last != index + 1 or last >= len(paragraph.lowers):
        return None
    end = paragraph.sentence_of(last)[1]
    if end - last > _SHORT or paragraph.kinds[end - 1] is not SIGN:
        return None
    if end - 2 <= last or not is_cue(paragraph, end - 2, words):
        return None
    phrase = phrase_at(paragraph, last, end, words)
    if phrase is None or phrase.last != end - 2:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(end - 2, end - 1), after=True)


def further_on(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Attribution | None:
    """Find a cue after a comma further on: ... "a gift" to them all, Ruiz said."""
    comma = inner_end(paragraph, index) == ","
    position = index + 1
    while position < last:
        lower = paragraph.lowers[position]
        if comma:
            found = according(paragraph, position, last, words) or _clause(
                paragraph, position, last, words
            )
            if found is not None:
                return found
        comma = lower in PASSABLE or paragraph.kinds[position] is QUOTATION
        position += 1
    return None


def _clause(paragraph: Paragraph, position: int, last: int, words: Lexicon) -> Attribution | None:
    """Read "Ruiz said", "as Ruiz said" or "said Ruiz" as a clause of its own."""
    if paragraph.lowers[position] in words.like:
        position += 1
    if position < last and is_finite(paragraph, position, words):
        return _inverted(paragraph, position, last, words)
    phrase = phrase_at(paragraph, position, last, words)
    if phrase is None or not can_speak(paragraph, phrase, words):
        return None
    cue = verb_after(paragraph, phrase.last, last, words)
    if cue is None or paragraph.lowers[cue] not in words.verbs:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(cue, cue + 1), after=True)


def bare_name(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Attribution | None:
    """Take what follows the quotation and a comma for its speaker: "Never," Ruiz shrugged."""
    if index + 1 >= last or inner_end(paragraph, index) != ",":
        return None
    phrase = phrase_at(paragraph, index + 1, last, words)
    if phrase is None or not can_speak(paragraph, phrase, words):
        return None
    return Attribution(phrase=phrase, after=True)


def inner_end(paragraph: Paragraph, index: int) -> str:
    """Return the last sign inside a quotation: a comma tells that its sentence goes on."""
    return paragraph.said(index).rstrip("'’‘”\"")[-1:]
