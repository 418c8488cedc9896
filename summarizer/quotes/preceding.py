"""Noun phrases read from their end: the one that stands before a word."""

from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.phrases import Phrase, can_speak, is_pronoun, phrase_at
from summarizer.quotes.words import QUOTATION, SIGN, WORD, Paragraph, is_nickname


def phrase_ending(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the noun phrase that ends before the word `last`, with what hangs on its head."""
    nearest: Phrase | None = None
    end = last
    while end > first:
        begin = beginning(paragraph, first, end, words)
        phrase = phrase_at(paragraph, begin, end, words)
        if phrase is None:
            return nearest
        before = paragraph.words[begin - 1].lower if begin > first else ""
        if before not in words.attaching:
            leading = nearest is not None and (
                (before in words.prepositions and before != "as")
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
    tokens = paragraph.words
    begin = end - 1
    while begin > first:
        before, here = tokens[begin - 1], tokens[begin].lower
        if is_nickname(paragraph, begin - 1):
            begin -= 1
            continue
        if before.kind in (SIGN, QUOTATION) or here in words.determiners:
            break
        noun = begin - 2 >= first and tokens[begin - 2].lower in words.definite | words.indefinite
        if before.kind is WORD and (
            before.lower in words.prepositions
            or before.lower in words.conjunctions
            or (not noun and before.lower in words.verbs)  # "the call taker"
            or (not noun and before.lower in words.weak_verbs)
            or before.lower in words.common_verbs
            or before.lower in words.auxiliaries
            or before.lower in words.relatives
            or before.lower in words.adverbs
            or is_pronoun(here, words)
        ):
            break
        begin -= 1
    return begin
