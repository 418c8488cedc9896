"""Clauses: whose verb a cue is."""

from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.phrases import Head, Phrase, is_pronoun, phrase_at
from summarizer.quotes.words import Kind, Paragraph

REACH = 60  # words that a subject may stand before its verb, and a cue from its quotation


def is_cue(paragraph: Paragraph, index: int, words: Lexicon, *, weak: bool = False) -> bool:
    """Tell whether the word at `index` is a verb of saying; weak ones only when asked for."""
    word = paragraph.words[index]
    if word.kind is Kind.CAPITAL and not paragraph.opens_sentence(index):
        return False
    lower = word.lower
    if lower in words.verbs or lower in words.participles:
        return True
    return weak and (lower in words.weak_verbs or lower in words.weak_participles)


def subject_before(paragraph: Paragraph, first: int, verb: int, words: Lexicon) -> Phrase | None:
    """Find the subject of the verb at `verb`, looking back no further than the word `first`."""
    first = max(first, verb - REACH)
    tokens = paragraph.words
    index = verb - 1
    while index >= first and _passed(tokens[index].lower, words):
        index -= 1
    if index < first:
        return phrase_at(paragraph, verb + 1, len(tokens), words)
    lower = tokens[index].lower
    if lower in words.relatives:
        return phrase_ending(paragraph, first, _before_comma(paragraph, index), words)
    participle = tokens[verb].lower in words.participles | words.weak_participles
    if participle or lower in words.conjunctions or lower in (",", ")", "—", "–", "-"):
        return _shared_subject(paragraph, first, index, words)
    if tokens[index].kind in (Kind.SIGN, Kind.QUOTATION):
        return first_subject(paragraph, first, index, words)
    return phrase_ending(paragraph, first, index + 1, words)


def first_subject(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    """Find the first noun phrase of a clause that is not part of what leads into it."""
    tokens = paragraph.words
    index, fallback = first, None
    while index < last:
        lower = tokens[index].lower
        if _leads_in(lower, words):
            comma = _next_comma(paragraph, index, last)
            if fallback is None:
                fallback = _first_phrase(paragraph, index + 1, last, words)
            if comma == last:
                return fallback
            index = comma + 1
            continue
        phrase = phrase_at(paragraph, index, last, words)
        if phrase is not None:
            return phrase
        index += 1
    return fallback


def phrase_ending(paragraph: Paragraph, first: int, last: int, words: Lexicon) -> Phrase | None:
    """Read the noun phrase that ends before the word `last`, with what hangs on its head."""
    nearest: Phrase | None = None
    end = last
    while end > first:
        begin = _begin(paragraph, first, end, words)
        phrase = phrase_at(paragraph, begin, end, words)
        if phrase is None:
            return nearest
        nearest = nearest or phrase
        before = paragraph.words[begin - 1].lower if begin > first else ""
        if before not in words.attaching:
            leading = before in words.prepositions
            return nearest if leading else phrase
        if begin - 1 <= first:
            return nearest
        end = begin - 1
    return nearest


def _begin(paragraph: Paragraph, first: int, end: int, words: Lexicon) -> int:
    tokens = paragraph.words
    begin = end - 1
    while begin > first:
        before = tokens[begin - 1]
        if before.kind in (Kind.SIGN, Kind.QUOTATION) or tokens[begin].lower in words.determiners:
            break
        if before.kind is Kind.WORD and (
            before.lower in words.prepositions
            or before.lower in words.conjunctions
            or before.lower in words.verbs
            or before.lower in words.common_verbs
            or before.lower in words.auxiliaries
            or before.lower in words.relatives
            or before.lower in words.adverbs
            or is_pronoun(tokens[begin].lower, words)
        ):
            break
        begin -= 1
    return begin


def _shared_subject(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Phrase | None:
    """Find the subject that a verb shares with an earlier one: "Wu left, saying"."""
    for earlier in range(index - 1, first, -1):
        if paragraph.words[earlier].lower in words.verbs:
            return subject_before(paragraph, first, earlier, words)
    return first_subject(paragraph, first, index, words)


def _before_comma(paragraph: Paragraph, index: int) -> int:
    return index - 1 if index and paragraph.words[index - 1].lower == "," else index


def _passed(lower: str, words: Lexicon) -> bool:
    return (
        lower in words.auxiliaries
        or lower in words.adverbs
        or (lower.endswith("ly") and len(lower) > 4)
    )


def _leads_in(lower: str, words: Lexicon) -> bool:
    return (
        lower in words.prepositions
        or lower in words.conjunctions
        or (lower.endswith(("ing", "ed")) and len(lower) > 5)
    )


def _next_comma(paragraph: Paragraph, index: int, last: int) -> int:
    while index < last and paragraph.words[index].lower != ",":
        index += 1
    return index


def _first_phrase(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Phrase | None:
    while index < last:
        phrase = phrase_at(paragraph, index, last, words)
        if phrase is not None and phrase.head is not Head.NOUN:
            return phrase
        index = phrase.last if phrase is not None else index + 1
    return None
