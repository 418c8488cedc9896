"""Attribution: which words of its sentence give a quotation its speaker."""

from dataclasses import dataclass

from summarizer.model import Span
from summarizer.quotes.clauses import REACH, first_subject, is_cue, subject_before
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.phrases import Head, Phrase, phrase_at
from summarizer.quotes.words import Kind, Paragraph

_DASHES = frozenset(("-", "–", "—", "--", "―"))
_PASSABLE = frozenset((",", ")", *_DASHES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The speaker's words at a quotation, and the cue between the two.

    `direct` is true where a cue joins the two, false where only the sentence's subject was
    at hand. `after` is true where the speaker stands after the quotation.
    """

    phrase: Phrase
    cue: Span | None = None
    direct: bool = True
    after: bool = False


def attribute(paragraph: Paragraph, index: int, words: Lexicon) -> Attribution | None:
    """Find the speaker of the quotation at the word `index` within its sentence."""
    first, last = paragraph.sentence_of(index)
    first, last = max(first, index - REACH), min(last, index + REACH)
    return (
        _beside_after(paragraph, index, last, words)
        or _before(paragraph, first, index, words)
        or _far_after(paragraph, index, last, words)
        or _subject(paragraph, first, index, words)
    )


def _inner_end(paragraph: Paragraph, index: int) -> str:
    span = paragraph.quotations[paragraph.words[index].quotation].span
    return span.of(paragraph.text)[-1:]


def _beside_after(
    paragraph: Paragraph, index: int, last: int, words: Lexicon
) -> Attribution | None:
    tokens = paragraph.words
    position = index + 1
    while position < last and (
        tokens[position].lower in _PASSABLE or tokens[position].lower in words.adverbs
    ):
        position += 1
    if position >= last:
        return None
    passed = {token.lower for token in tokens[index + 1 : position]}
    set_off = _inner_end(paragraph, index) in ",?!…—-–" or "," in passed or passed & _DASHES
    found = _according(paragraph, position, last, words) or _inverted(
        paragraph, position, last, words
    )
    if found is None and set_off:
        found = _straight(paragraph, position, last, words, signed=bool(passed & _DASHES))
    return found


def _straight(
    paragraph: Paragraph, position: int, last: int, words: Lexicon, *, signed: bool
) -> Attribution | None:
    """Read "Ruiz said", or, after a dash, a name alone."""
    phrase = phrase_at(paragraph, position, last, words)
    if phrase is None:
        return None
    cue = _verb_after(paragraph, phrase.last, last, words)
    if cue is not None:
        return Attribution(phrase=phrase, cue=paragraph.of(cue, cue + 1), after=True)
    if signed and phrase.head is Head.NAME:
        return Attribution(phrase=phrase, after=True)
    return None


def _finite(paragraph: Paragraph, index: int, words: Lexicon) -> bool:
    lower = paragraph.words[index].lower
    return paragraph.words[index].kind is Kind.WORD and (
        lower in words.verbs or lower in words.weak_verbs
    )


def _inverted(paragraph: Paragraph, verb: int, last: int, words: Lexicon) -> Attribution | None:
    """Read "said Ruiz"."""
    if not _finite(paragraph, verb, words):
        return None
    position = verb + 1
    while position < last and paragraph.words[position].lower in words.adverbs:
        position += 1
    phrase = phrase_at(paragraph, position, last, words)
    if phrase is None:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(verb, verb + 1), after=True)


def _verb_after(paragraph: Paragraph, position: int, last: int, words: Lexicon) -> int | None:
    """Find the verb of a subject that ends at `position`: past adverbs, appositives, relatives."""
    begin = position
    while position < last:
        word = paragraph.words[position]
        if word.kind is Kind.WORD:
            beside = position == begin or paragraph.words[position - 1].lower in _PASSABLE
            if is_cue(paragraph, position, words, weak=beside) and (
                word.lower not in words.participles
                and paragraph.words[position - 1].lower not in words.relatives
            ):
                return position
            if position == begin and word.lower.endswith(("ed", "s")):
                return position
        position += 1
    return None


def _according(
    paragraph: Paragraph, position: int, last: int, words: Lexicon
) -> Attribution | None:
    for phrase_words in words.according:
        end = position + len(phrase_words)
        if tuple(word.lower for word in paragraph.words[position:end]) == phrase_words:
            phrase = phrase_at(paragraph, end, last, words)
            if phrase is not None:
                return Attribution(phrase=phrase, cue=paragraph.of(position, end), after=True)
    return None


def _before(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    for position in range(index - 1, first - 1, -1):
        beside = index - position <= 2
        if is_cue(paragraph, position, words, weak=beside):
            phrase = subject_before(paragraph, first, position, words)
            if phrase is not None and phrase.last <= index:
                return Attribution(phrase=phrase, cue=paragraph.of(position, position + 1))
        according = _according(paragraph, position, index, words)
        if according is not None:
            return according
    return None


def _far_after(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Attribution | None:
    """Find a cue that ends the sentence: ... "a gift", Ruiz said."""
    for position in range(last - 1, index, -1):
        if not is_cue(paragraph, position, words):
            continue
        if paragraph.words[position].lower in words.participles:
            continue
        comma = position - 1
        while comma > index and paragraph.words[comma].lower != ",":
            comma -= 1
        phrase = phrase_at(paragraph, comma + 1, position, words)
        if phrase is None:
            phrase = (
                phrase_at(paragraph, position + 1, last, words) if comma + 1 == position else None
            )
        if comma > index and phrase is not None and phrase.last <= last:
            return Attribution(phrase=phrase, cue=paragraph.of(position, position + 1), after=True)
    return None


def _subject(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    phrase = first_subject(paragraph, first, index, words)
    return Attribution(phrase=phrase, direct=False) if phrase is not None else None
