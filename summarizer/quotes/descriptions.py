"""Descriptions: which words beside a name tell what somebody is."""

from collections.abc import Sequence

from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.words import CAPITAL, QUOTATION, WORD, Word

_REACH = 40  # words that a description is looked for in
_CLOSINGS = frozenset((",", ".", ";", ")", "—", "–", "?", "!"))
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")  # how English makes nouns for people
_SHORT = 4
_NO = frozenset(("no", "any", "each", "every", "other"))
_BRACKETS = {"(": ")", "[": "]"}


def is_description(
    tokens: Sequence[Word], index: int, end: int, words: Lexicon, *, body: bool = False
) -> bool:
    """Tell a description by its noun for somebody, known or made like one, or its article.

    `body` is true where it is of an organisation: then a noun for such a one serves.
    """
    if end <= index or not (_begins(tokens[index], words) or _is_office(tokens[index:end], words)):
        return False
    head = _head(tokens[index:end], words)
    lowers = [token.lower for token in head]
    if any(lower in words.documents for lower in lowers):
        return False
    if any(is_somebody(lower, words, body=body) for lower in lowers):
        return True
    if tokens[index].lower in words.articles:
        closing = tokens[end].lower if end < len(tokens) else "."
        return end - index > 1 and closing in _CLOSINGS
    capitals = all(token.kind is CAPITAL for token in head)
    likely = any(lower.endswith(_AGENTS) and len(lower) > _SHORT for lower in lowers)
    return likely and (not capitals or len(head) > 1)


def _head(tokens: Sequence[Word], words: Lexicon) -> Sequence[Word]:
    """Give a description up to its first preposition: "head", of "head of the port"."""
    for place, token in enumerate(tokens):
        if place and token.lower in words.prepositions:
            return tokens[:place]
    return tokens


def is_somebody(lower: str, words: Lexicon, *, body: bool = False) -> bool:
    """Tell a noun for somebody, or, where asked for, for a body."""
    known = lower in words.people or lower in words.titles or (body and lower in words.bodies)
    return known or lower.removesuffix("s") in words.people


def _is_office(tokens: Sequence[Word], words: Lexicon) -> bool:
    """Tell "Additional Collector": capitals that end in a noun for somebody."""
    capitals = len(tokens) > 1 and all(token.kind is CAPITAL for token in tokens)
    return capitals and tokens[-1].lower in words.people | words.titles


def _begins(token: Word, words: Lexicon) -> bool:
    if token.kind is CAPITAL:
        return is_somebody(token.lower, words) or token.lower in words.demonyms
    if token.kind is not WORD or token.lower in words.relatives | _NO:
        return False
    if not token.lower[0].isalpha():
        return False
    determined = token.lower in words.determiners and token.lower not in words.it
    blocked = not within_description(token.lower, words) or token.lower.endswith(("ed", "ly"))
    return (determined and token.lower not in words.negations) or not blocked


def description_end(tokens: Sequence[Word], index: int, words: Lexicon) -> int:
    """Find where a description ends: at a comma, a verb, a relative clause or a quotation."""
    bracket = ""
    last = min(len(tokens), index + _REACH)
    while index < last:
        token = tokens[index]
        if bracket:
            bracket = "" if token.lower == bracket else bracket
        elif token.lower in _BRACKETS:
            bracket = _BRACKETS[token.lower]
        elif (
            token.kind is QUOTATION
            or token.lower in (",", ".", ";", ":", "?", "!", "—", "--", ")")
            or token.lower in words.verbs
            or token.lower in words.relatives
            or token.lower in words.namings
            or (token.kind is WORD and token.lower in words.common_verbs)
        ):
            break
        index += 1
    return index


def within_description(lower: str, words: Lexicon) -> bool:
    """Tell whether a word may stand before the noun of a description."""
    return not (
        lower in words.prepositions
        or lower in words.conjunctions
        or lower in words.verbs
        or lower in words.weak_verbs
        or lower in words.common_verbs
        or lower in words.auxiliaries
        or lower in words.adverbs
        or lower in words.relatives
        or lower in words.participles
        or lower.endswith("ing")
    )
