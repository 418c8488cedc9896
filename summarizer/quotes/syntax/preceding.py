"""Noun phrases read from their end: the one that stands before a word."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.syntax.phrases import Phrase, can_speak, phrase_at
from summarizer.quotes.syntax.words import QUOTATION, SIGN, WORD, Paragraph, is_nickname

_REACH = 60  # words that a noun phrase has at most


def phrase_ending(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the noun phrase that ends before the word `last`, with what hangs on its head."""
    nearest: Phrase | None = None
    end = last
    while end > first:
        begin = beginning(paragraph, first, end, words)
        phrase = phrase_at(paragraph, begin, end, words)
        if phrase is None:
            return nearest
        before = paragraph.lowers[begin - 1] if begin > first else ""
        if before not in words.attaching:
            leading = nearest is not None and (
                (before in words.prepositions and before not in words.like)
                or not can_speak(paragraph, phrase, words)
            )
            return nearest if leading else phrase
        nearest = nearest or phrase
        if begin - 1 <= first:
            return nearest
        end = begin - 1
    return nearest


def beginning(paragraph: Paragraph, first: int, end: int, words: Lexicon) -> int:
    """Find where the noun phrase begins that ends before the word `end`."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    begin = end - 1
    first = max(first, end - _REACH)
    while begin > first:
        before, kind, here = lowers[begin - 1], kinds[begin - 1], lowers[begin]
        if kind is QUOTATION and is_nickname(paragraph, begin - 1):
            begin -= 1
            continue
        if kind is SIGN or kind is QUOTATION or here in words.determiners:
            break
        if kind is WORD:
            if before in words.binding or here in words.pronouns:
                break
            noun = begin - 2 >= first and lowers[begin - 2] in words.articled  # "the call taker"
            if before in words.finite and not noun:
                break
        begin -= 1
    return begin
