"""Denials: words in marks that, so the article says, were not said."""

from bisect import bisect_right

from summarizer.languages.lexicon import Lexicon
from summarizer.model import Span
from summarizer.quotes.syntax.words import Paragraph


def is_denied(paragraph: Paragraph, first: int, index: int, cue: Span, words: Lexicon) -> bool:
    """Distinguish "Wu never said" and "if Wu had said" from "Wu said", by the words up to the cue.

    The sentence begins at the word `first`, the quotation stands at `index`.
    """
    verb = bisect_right(paragraph.ends, cue.start, first, index)
    if verb == index or paragraph.start_of(verb) != cue.start:
        return False
    position = verb - 1
    while position >= first:
        lower = paragraph.lowers[position]
        if lower in words.negations or (position == verb - 1 and lower in words.denying):
            return True
        if lower not in words.adverbs and lower not in words.auxiliaries:
            break
        position -= 1
    return _is_supposed(paragraph, first, verb, words)


def _is_supposed(paragraph: Paragraph, first: int, verb: int, words: Lexicon) -> bool:
    """Recognise a verb of an if-clause in a form for what was not so: "if Wu had said"."""
    before = paragraph.lowers[verb - 1] if verb > first else ""
    if before not in words.supposing:
        return False
    for position in range(verb - 1, first - 1, -1):
        lower = paragraph.lowers[position]
        if lower in words.conditions:
            return True
        if lower in (",", ";", ":"):
            return False
    return False
