"""Descriptions: which words beside a name tell what somebody is."""

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.syntax.words import CAPITAL, QUOTATION, WORD, Paragraph

_REACH = 40  # words that a description is looked for in
_CLOSINGS = frozenset((",", ".", ";", ")", "—", "–", "?", "!"))
_SHORT = 4
_BRACKETS = {"(": ")", "[": "]"}


def is_description(
    paragraph: Paragraph, index: int, end: int, words: Lexicon, *, body: bool = False
) -> bool:
    """Recognise a description by its noun for somebody, known or made like one, or its article.

    `body` is true where it is of an organisation: then a noun for such a one serves.
    """
    if end <= index or not (
        _begins(paragraph, index, words) or _is_office(paragraph, index, end, words)
    ):
        return False
    head_end = _head_end(paragraph, index, end, words)
    head = paragraph.lowers[index:head_end]
    if not words.documents.isdisjoint(head):
        return False
    if any(is_somebody(lower, words, body=body) for lower in head):
        return True
    if head[0] in words.articles:
        closing = paragraph.lowers[end] if end < len(paragraph) else "."
        return end - index > 1 and closing in _CLOSINGS
    capitals = all(kind is CAPITAL for kind in paragraph.kinds[index:head_end])
    likely = any(lower.endswith(words.agent_endings) and len(lower) > _SHORT for lower in head)
    return likely and (not capitals or len(head) > 1)


def _head_end(paragraph: Paragraph, index: int, end: int, words: Lexicon) -> int:
    """Find a description's first preposition: "of", of "head of the port"."""
    inner = range(index + 1, end)
    return next((i for i in inner if paragraph.lowers[i] in words.prepositions), end)


def is_somebody(lower: str, words: Lexicon, *, body: bool = False) -> bool:
    """Recognise a noun for somebody, or, where asked for, for a body."""
    known = lower in words.people or lower in words.titles or (body and lower in words.bodies)
    return known or words.single(lower) in words.people


def _is_office(paragraph: Paragraph, index: int, end: int, words: Lexicon) -> bool:
    """Recognise "Additional Collector": capitals that end in a noun for somebody."""
    last = paragraph.lowers[end - 1]
    if end - index < 2 or not (last in words.people or last in words.titles):
        return False
    return all(kind is CAPITAL for kind in paragraph.kinds[index:end])


def _begins(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    lower, kind = paragraph.lowers[index], paragraph.kinds[index]
    if kind is CAPITAL:
        return is_somebody(lower, words) or lower in words.demonyms
    if kind is not WORD or lower in words.relatives or lower in words.no_one:
        return False
    if not lower[0].isalpha():
        return False
    determined = lower in words.determiners and lower not in words.it
    blocked = not within_description(lower, words) or lower.endswith(words.not_describing_endings)
    return (determined and lower not in words.negations) or not blocked


def description_end(paragraph: Paragraph, index: int, words: Lexicon) -> int:
    """Find where a description ends: at a comma, a verb, a relative clause or a quotation."""
    bracket = ""
    last = min(len(paragraph), index + _REACH)
    while index < last:
        lower, kind = paragraph.lowers[index], paragraph.kinds[index]
        if bracket:
            bracket = "" if lower == bracket else bracket
        elif lower in _BRACKETS:
            bracket = _BRACKETS[lower]
        elif (
            kind is QUOTATION
            or lower in (",", ".", ";", ":", "?", "!", "—", "--", ")")
            or lower in words.verbs
            or lower in words.relatives
            or lower in words.namings
            or (kind is WORD and lower in words.common_verbs)
        ):
            break
        index += 1
    return index


def within_description(lower: str, words: Lexicon) -> bool:
    """Return whether a word may stand before the noun of a description."""
    return lower not in words.not_describing and not lower.endswith(words.gerund_endings)
