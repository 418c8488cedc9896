"""Attribution: which words of its sentence give a quotation its speaker."""

from dataclasses import dataclass

from summarizer.model import Span
from summarizer.quotes.clauses import REACH, first_subject, is_cue, phrase_ending, subject_of
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.phrases import Head, Phrase, can_speak, is_pronoun, phrase_at
from summarizer.quotes.words import Kind, Paragraph

DASHES = frozenset(("-", "–", "—", "--", "―"))
_NO_SPEAKER = frozenset(("that", "this", "these", "those", "it", "there", "what"))
_SHORT = 6  # words of a sentence that is but a cue
_NEAR = 8  # words between a weak verb and what it quotes
_COMMAS = frozenset((",", "،", "、"))
_PASSABLE = frozenset((*_COMMAS, ")", *DASHES))


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
    bracket = _bracketed(paragraph, first, index)
    inside = _within(paragraph, bracket, index, last, words) if bracket > first else None
    return inside if inside and inside.cue else _within(paragraph, first, index, last, words)


def _within(
    paragraph: Paragraph, first: int, index: int, last: int, words: Lexicon
) -> Attribution | None:
    led = _is_led(paragraph, first, index)
    before = _before(paragraph, first, index, words) if led else None
    return (
        before
        or _beside_after(paragraph, index, last, words)
        or _sentence_after(paragraph, index, last, words)
        or _before(paragraph, first, index, words)
        or _far_after(paragraph, index, last, words)
        or _unknown_verb(paragraph, index, last, words)
        or _subject(paragraph, first, index, last, words)
    )


def _bracketed(paragraph: Paragraph, first: int, index: int) -> int:
    """Find where the brackets open that a quotation stands in; else give `first`."""
    closed = False
    for position in range(index - 1, first - 1, -1):
        lower = paragraph.words[position].lower
        if lower == ")":
            closed = True
        elif lower == "(":
            if not closed:
                return position + 1
            closed = False
    return first


def _is_led(paragraph: Paragraph, first: int, index: int) -> bool:
    """Tell that the words before a quotation lead in to it, whatever follows."""
    if index == first:
        return False
    lead = paragraph.words[index - 1].lower
    if lead in (",", ":"):
        return _inner_end(paragraph, index) != ","
    following = paragraph.words[index + 1 : index + 2]
    enclosed = lead in DASHES and bool(following) and following[0].lower in DASHES
    return lead == "that" or enclosed


def _sentence_after(
    paragraph: Paragraph, index: int, last: int, words: Lexicon
) -> Attribution | None:
    """Read a sentence that is no more than a cue: "It will hold." Ruiz said."""
    if last != index + 1 or last >= len(paragraph.words):
        return None
    end = paragraph.sentence_of(last)[1]
    if end - last > _SHORT or paragraph.words[end - 1].kind is not Kind.SIGN:
        return None
    if end - 2 <= last or not is_cue(paragraph, end - 2, words):
        return None
    phrase = phrase_at(paragraph, last, end, words)
    if phrase is None or phrase.last != end - 2:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(end - 2, end - 1), after=True)


def _unknown_verb(
    paragraph: Paragraph, index: int, last: int, words: Lexicon
) -> Attribution | None:
    """Take what follows the quotation and a comma for its speaker: "Never," Ruiz shrugged."""
    if index + 1 >= last or _inner_end(paragraph, index) != ",":
        return None
    phrase = phrase_at(paragraph, index + 1, last, words)
    if phrase is None or not can_speak(paragraph, phrase, words):
        return None
    return Attribution(phrase=phrase, after=True)


def _inner_end(paragraph: Paragraph, index: int) -> str:
    span = paragraph.quotations[paragraph.words[index].quotation].span
    return span.of(paragraph.text).rstrip("'’‘”\"")[-1:]


def _beside_after(
    paragraph: Paragraph, index: int, last: int, words: Lexicon
) -> Attribution | None:
    tokens = paragraph.words
    position = index + 1
    while position < last and (
        tokens[position].lower in _PASSABLE or tokens[position].lower in words.adverbs
    ):
        position += 1
    while position + 1 < last and tokens[position].lower in words.auxiliaries:
        inverted = is_pronoun(tokens[position + 1].lower, words)
        if not inverted and not _finite(paragraph, position + 1, words):
            break
        position += 1  # a déclaré, a-t-elle dit, ha dicho
    if position >= last:
        return None
    passed = {token.lower for token in tokens[index + 1 : position]}
    ending = _inner_end(paragraph, index)
    set_off = ending in ",?!…—-–،؟" or bool(passed & _COMMAS) or bool(passed & DASHES)
    found = _according(paragraph, position, last, words) or _inverted(
        paragraph, position, last, words
    )
    if found is None and (set_off or (position == index + 1 and paragraph.opens_sentence(index))):
        found = _straight(paragraph, position, last, words, signed=bool(passed & DASHES))
    return found


def _straight(
    paragraph: Paragraph, position: int, last: int, words: Lexicon, *, signed: bool
) -> Attribution | None:
    """Read "Ruiz said", or, after a dash, a name alone."""
    phrase = phrase_at(paragraph, position, last, words)
    if phrase is None:
        return None
    cue = _verb_after(paragraph, phrase.last, last, words)
    if cue is not None and (cue == phrase.last or can_speak(paragraph, phrase, words)):
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
    if index == first:
        return None
    label = _label(paragraph, first, index, words) or _words_of(paragraph, first, index, words)
    if label is not None:
        return label
    for position in range(index - 1, first - 1, -1):
        beside = index - position <= 2
        infinitive = position > first and paragraph.words[position - 1].lower == "to"
        if infinitive and not beside:
            continue
        if is_cue(paragraph, position, words, weak=index - position <= _NEAR):
            phrase = subject_of(paragraph, first, position, index, words)
            if phrase is not None and (beside or can_speak(paragraph, phrase, words)):
                return Attribution(phrase=phrase, cue=paragraph.of(position, position + 1))
        according = _according(paragraph, position, index, words)
        if according is not None:
            return according
    return None


def _words_of(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    """Read "in Ruiz's words, ..."."""
    end = index - 1 if paragraph.words[index - 1].lower == "," else index
    if end - 2 <= first or paragraph.words[end - 1].lower != "words":
        return None
    if paragraph.words[end - 2].kind is not Kind.POSSESSIVE:
        return None
    phrase = phrase_ending(paragraph, first, end - 2, words)
    if phrase is None:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(end - 1, end))


def _label(paragraph: Paragraph, first: int, index: int, words: Lexicon) -> Attribution | None:
    """Read a name before a colon: "Mayor: 'We will rebuild'", "More from Wu: ..."."""
    colon = index - 1
    if colon <= first or paragraph.words[colon].lower != ":":
        return None
    end = colon
    if paragraph.words[end - 1].lower == ")":
        while end > first and paragraph.words[end].lower != "(":
            end -= 1
    phrase = phrase_ending(paragraph, first, end, words)
    if phrase is None or phrase.last != end:
        return None
    before = paragraph.words[phrase.first - 1].lower if phrase.first > first else ""
    if before and before != "from" and before not in DASHES:
        return None
    if phrase.head is Head.NAME or (not before and can_speak(paragraph, phrase, words)):
        return Attribution(phrase=phrase, cue=paragraph.of(colon, index))
    return None


def _far_after(paragraph: Paragraph, index: int, last: int, words: Lexicon) -> Attribution | None:
    """Find a cue after a comma further on: ... "a gift" to them all, Ruiz said."""
    comma = _inner_end(paragraph, index) == ","
    position = index + 1
    while position < last:
        lower = paragraph.words[position].lower
        if comma:
            found = _according(paragraph, position, last, words) or _clause(
                paragraph, position, last, words
            )
            if found is not None:
                return found
        comma = lower in _PASSABLE or paragraph.words[position].kind is Kind.QUOTATION
        position += 1
    return None


def _clause(paragraph: Paragraph, position: int, last: int, words: Lexicon) -> Attribution | None:
    """Read "Ruiz said", "as Ruiz said" or "said Ruiz" as a clause of its own."""
    if paragraph.words[position].lower == "as":
        position += 1
    if position < last and _finite(paragraph, position, words):
        return _inverted(paragraph, position, last, words)
    phrase = phrase_at(paragraph, position, last, words)
    if phrase is None or not can_speak(paragraph, phrase, words):
        return None
    cue = _verb_after(paragraph, phrase.last, last, words)
    if cue is None or paragraph.words[cue].lower not in words.verbs:
        return None
    return Attribution(phrase=phrase, cue=paragraph.of(cue, cue + 1), after=True)


def _subject(
    paragraph: Paragraph, first: int, index: int, last: int, words: Lexicon
) -> Attribution | None:
    if paragraph.words[first].lower in _NO_SPEAKER:
        return None
    phrase = first_subject(paragraph, first, index, words)
    if phrase is None:
        return None
    if index + 1 < last and _finite(paragraph, index + 1, words):  # Vali, "Bitti" dedi.
        return Attribution(phrase=phrase, cue=paragraph.of(index + 1, index + 2))
    return Attribution(phrase=phrase, direct=False)
