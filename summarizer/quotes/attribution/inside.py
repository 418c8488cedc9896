"""Interruptions: a cue between the marks, as French sets it: « Le pont, dit Anne, est fermé »."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.syntax.cues import Attribution, is_finite
from summarizer.quotes.syntax.cutting import read_paragraph
from summarizer.quotes.syntax.phrases import PRONOUN, Phrase, is_pronoun, phrase_at
from summarizer.quotes.syntax.words import SIGN, Paragraph


def interruption(
    paragraph: Paragraph, index: int, words: Lexicon
) -> tuple[Paragraph, Attribution] | None:
    """Find a cue inside the quotation at the word `index`, with the words that it stands among."""
    if not words.interrupted:
        return None
    span = paragraph.quotations[index].span
    inner = read_paragraph(paragraph.text, paragraph.kind, span, (), words)
    for verb in range(1, len(inner.lowers) - 1):
        phrase = _subject(inner, verb, words) if is_finite(inner, verb, words) else None
        if phrase is not None:
            return inner, Attribution(phrase=phrase, cue=inner.of(verb, verb + 1))
    return None


def _subject(inner: Paragraph, verb: int, words: Lexicon) -> Phrase | None:
    """Read what is set apart by commas: ", a souligné Anne Roux," or ", dit-il,"."""
    lowers = inner.lowers
    before = verb - 1
    while before > 0 and lowers[before] in words.auxiliaries:
        before -= 1
    if lowers[before] != ",":
        return None
    phrase = phrase_at(inner, verb + 1, len(lowers), words)
    if phrase is None or (phrase.head is PRONOUN and not _is_joined(inner, phrase, words)):
        return None
    closed = phrase.last == len(lowers) or inner.kinds[phrase.last] is SIGN
    return phrase if closed else None


def _is_joined(inner: Paragraph, phrase: Phrase, words: Lexicon) -> bool:
    """Distinguish "dit-il" from a pronoun that begins something else."""
    joined = inner.text[inner.start_of(phrase.first) - 1] == "-"
    return joined and is_pronoun(inner.lowers[phrase.first], words)
