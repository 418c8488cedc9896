"""Cues: the verbs of saying, and the phrases that do their work."""

from dataclasses import dataclass

from summarizer.languages.lexicon import Lexicon
from summarizer.model import Span
from summarizer.quotes.syntax.phrases import Phrase, phrase_at
from summarizer.quotes.syntax.words import CAPITAL, POSSESSIVE, WORD, Paragraph

REACH = 60  # words that a subject may stand before its verb, and a cue from its quotation
DASHES = frozenset(("-", "–", "—", "--", "―"))
COMMAS = frozenset((",", "،", "、"))
PASSABLE = frozenset((*COMMAS, ")", *DASHES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The speaker's words at a quotation, and the cue between the two.

    `direct` is true where a cue joins the two, false where only the sentence's subject was
    at hand. `after` is true where the speaker stands after the quotation, `denied` where the
    words were not said: "Ruiz never said ...".
    """

    phrase: Phrase
    cue: Span | None = None
    direct: bool = True
    after: bool = False
    denied: bool = False


def is_cue(paragraph: Paragraph, index: int, words: Lexicon, *, weak: bool = False) -> bool:
    """Return whether the word at `index` is a verb of saying; weak ones only when asked for."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    lower = lowers[index]
    if lower in words.putting:  # "as Wu put it"
        known = not words.put.isdisjoint(lowers[index + 1 : index + 2])
    else:
        known = lower in words.cues or (weak and lower in words.weak_cues)
    if not known or (kinds[index] is CAPITAL and not paragraph.opens_sentence(index)):
        return False
    if index and (kinds[index - 1] is POSSESSIVE or lowers[index - 1] in words.articles):
        return False  # a noun: "his claims"
    return not _is_passive(paragraph, index, words)


def is_participle(lower: str, words: Lexicon) -> bool:
    """Return whether a cue is of the kind "saying"."""
    return lower in words.participles or lower in words.weak_participles


def is_finite(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    """Return whether the word at `index` is a verb of saying in a form that takes a subject."""
    return paragraph.lowers[index] in words.finite and paragraph.kinds[index] is WORD


def verb_after(paragraph: Paragraph, position: int, last: int, words: Lexicon) -> int | None:
    """Find the verb of a subject that ends at `position`: past adverbs, appositives, relatives."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    for index in range(position, last):
        if lowers[index] not in words.introducing or kinds[index] is not WORD:
            continue
        beside = index == position or lowers[index - 1] in PASSABLE
        if (
            is_cue(paragraph, index, words, weak=beside)
            and (lowers[index] not in words.participles or _is_heard(paragraph, index, words))
            and lowers[index - 1] not in words.relatives
        ):
            return index
    return None


def according(paragraph: Paragraph, position: int, last: int, words: Lexicon) -> Attribution | None:
    """Read "according to Ruiz" at the word `position`."""
    if paragraph.lowers[position] not in words.according_heads:
        return None
    for phrase_words in words.according:
        end = position + len(phrase_words)
        if paragraph.lowers[position:end] == phrase_words:
            start = end
            while start < last and _is_said(paragraph, start, words):
                start += 1  # según ha explicado la ministra
            phrase = phrase_at(paragraph, start, last, words)
            if phrase is not None:
                return Attribution(phrase=phrase, cue=paragraph.of(position, end), after=True)
    return None


def _is_said(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    return paragraph.lowers[index] in words.auxiliaries or is_finite(paragraph, index, words)


def _is_passive(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    """Return what is said of somebody: "a port mentioned by Wu", "Wu was told"."""
    lower = paragraph.lowers[index]
    if not lower.endswith(words.passive_endings) or lower in words.quoted:
        return False
    agent = not words.by.isdisjoint(paragraph.lowers[index + 1 : index + 2])
    passive = index > 0 and paragraph.lowers[index - 1] in words.be
    return passive is not agent


def _is_heard(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    """Distinguish "a reporter can be heard asking" from a participle that hangs on another verb."""
    return paragraph.lowers[index - 1] in words.hearing
