"""Attribution: which words of its sentence give a quotation its speaker."""

from dataclasses import replace

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.attribution.after import (
    bare_name,
    beside,
    further_on,
    inner_end,
    sentence_after,
)
from summarizer.quotes.attribution.before import lead_in
from summarizer.quotes.attribution.denials import is_denied
from summarizer.quotes.syntax.clauses import first_subject
from summarizer.quotes.syntax.cues import DASHES, REACH, Attribution, is_finite
from summarizer.quotes.syntax.words import Paragraph


def attribute(paragraph: Paragraph, index: int, words: Lexicon) -> Attribution | None:
    """Find the speaker of the quotation at the word `index` within its sentence."""
    first, last = paragraph.sentence_of(index)
    first, last = max(first, index - REACH), min(last, index + REACH)
    bracket = _bracketed(paragraph, first, index)
    inside = _within(paragraph, bracket, index, last, words) if bracket > first else None
    found = inside if inside and inside.cue else _within(paragraph, first, index, last, words)
    if found is None or found.cue is None or found.after:
        return found
    denied = is_denied(paragraph, first, index, found.cue, words)
    return replace(found, denied=True) if denied else found


def _within(
    paragraph: Paragraph, first: int, index: int, last: int, words: Lexicon
) -> Attribution | None:
    led = _is_led(paragraph, first, index, words)
    return (
        (led and lead_in(paragraph, first, index, words))
        or beside(paragraph, index, last, words)
        or sentence_after(paragraph, index, last, words)
        or (not led and lead_in(paragraph, first, index, words))
        or further_on(paragraph, index, last, words)
        or bare_name(paragraph, index, last, words)
        or _subject(paragraph, first, index, last, words)
    )


def _bracketed(paragraph: Paragraph, first: int, index: int) -> int:
    """Find where the brackets open that a quotation stands in; else give `first`."""
    if "(" not in paragraph.lowers[first:index]:
        return first
    closed = False
    for position in range(index - 1, first - 1, -1):
        lower = paragraph.lowers[position]
        if lower == ")":
            closed = True
        elif lower == "(":
            if not closed:
                return position + 1
            closed = False
    return first


def _is_led(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> bool:
    """Return whether the words before a quotation lead in to it, whatever follows."""
    if index == first:
        return False
    lead = paragraph.lowers[index - 1]
    if lead in (",", ":"):
        return inner_end(paragraph, index) != ","
    enclosed = lead in DASHES and not DASHES.isdisjoint(paragraph.lowers[index + 1 : index + 2])
    return lead in words.leading or enclosed


def _subject(
    paragraph: Paragraph, first: int, index: int, last: int, words: Lexicon
) -> Attribution | None:
    if paragraph.lowers[first] in words.speechless:
        return None
    phrase = first_subject(paragraph, first, index, words)
    if phrase is None:
        return None
    verb = index + 1
    while verb < last and paragraph.lowers[verb] in words.adverbs:
        verb += 1
    if verb < last and is_finite(paragraph, verb, words):  # Vali, "Bitti" dedi.
        return Attribution(phrase=phrase, cue=paragraph.of(verb, verb + 1))
    return Attribution(phrase=phrase, direct=False)
