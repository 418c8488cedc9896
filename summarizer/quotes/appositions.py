"""Appositions: what is set beside a speaker's words, and what hangs on them."""

from summarizer.quotes.given import is_given
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.phrases import NAME, Phrase, phrase_at
from summarizer.quotes.preceding import phrase_ending
from summarizer.quotes.words import QUOTATION, SIGN, Paragraph

_CLAUSE = 16  # words of a clause that says why a speaker has no name
_REASONS = frozenset(
    ("because", "to", "as", "for", "so", "since", "while", "in", "out", "and", "given")
)
_SAID = frozenset(("said", "says", "told"))


def name_after(paragraph: Paragraph, comma: int, words: Lexicon) -> Phrase | None:
    """Read the name after a noun for the same person: "the mayor, Dana Wu, said"."""
    tokens = paragraph.words
    if comma + 1 >= len(tokens) or tokens[comma].lower not in (",", "--", "—", "–"):
        return None
    phrase = phrase_at(paragraph, comma + 1, len(tokens), words)
    if phrase is None or phrase.head is not NAME or phrase.last - phrase.name < 2:
        return None
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    if following is not None and following.lower == "and":  # "two analysts, Wu and Cole, said"
        other = phrase_at(paragraph, phrase.last + 1, len(tokens), words)
        if other is None or other.head is not NAME or other.last >= len(tokens):
            return None
        following = tokens[other.last]
    if following is None or following.kind is SIGN or following.lower in words.prepositions:
        return phrase
    return None


def name_before(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Read the name that a noun is set beside, its second comma lost: "Ana Wu, the mayor said"."""
    comma = phrase.first - 1
    if comma < 2 or paragraph.words[comma].lower != ",":
        return None
    first = paragraph.sentence_of(comma)[0]
    name = phrase_ending(paragraph, first, comma, words)
    if name is None or name.head is not NAME or name.last - name.name < 2:
        return None
    given = paragraph.words[name.name].lower
    return name if name.last == comma and is_given(given, words) else None


def attached(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> int:
    """Find where a noun phrase ends with what hangs on it: "a spokesman for the port"."""
    last = phrase.last
    tokens = paragraph.words
    while last < len(tokens) and last - phrase.first < 16:
        lower = tokens[last].lower
        if tokens[last].kind in (SIGN, QUOTATION) or lower not in words.attaching:
            break
        after = last + 1
        while (
            after < len(tokens)
            and tokens[after].kind not in (SIGN, QUOTATION)
            and not (_stops(tokens[after].lower, words))
        ):
            after += 1
        statement = tokens[after - 1].lower in words.documents
        if after == last + 1 or (statement and tokens[last + 1].lower in words.indefinite):
            break  # "said the port in a statement"
        last = after
    return last


def unnamed(paragraph: Paragraph, last: int, words: Lexicon) -> int:
    """Find where the words end by which a speaker asks for no name: "who asked not to be named"."""
    tokens = paragraph.words
    position = last + 1 if last < len(tokens) and tokens[last].lower == "," else last
    if position >= len(tokens) or tokens[position].lower not in words.relatives:
        return last
    end, asked = position, False
    while end < len(tokens) and end - last < _CLAUSE:
        lower = tokens[end].lower
        if tokens[end].kind in (SIGN, QUOTATION) or lower in _SAID:
            break
        asked = asked or lower in words.unnamed
        if asked and lower in _REASONS:
            break
        end += 1
    return end if asked else last


def _stops(lower: str, words: Lexicon) -> bool:
    """Tell whether a word cannot stand within what hangs on a noun."""
    return (
        lower in words.verbs
        or lower in words.prepositions
        or lower in words.common_verbs
        or lower in words.relatives
        or lower in words.conjunctions
        or lower in words.auxiliaries
        or lower in words.days
    )
