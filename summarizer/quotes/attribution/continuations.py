"""Continuations: whose quotations are that have no words of their own for a speaker."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from summarizer.languages.lexicon import Lexicon
from summarizer.model import PassageKind
from summarizer.quotes.attribution.utterances import Utterance
from summarizer.quotes.speakers.discourse import Discourse
from summarizer.quotes.speakers.resolution import Resolved, resolve
from summarizer.quotes.syntax.clauses import first_subject, subject_of
from summarizer.quotes.syntax.cues import is_cue
from summarizer.quotes.syntax.phrases import NAME, NOUN, Phrase, can_speak, phrase_at
from summarizer.quotes.syntax.words import Paragraph


def leading(paragraphs: Sequence[Paragraph], number: int, discourse: Discourse) -> Resolved | None:
    """Find who speaks in the paragraph after this one's predecessor, which leads in to it."""
    if number == 0:
        return None
    paragraph = paragraphs[number - 1]
    if paragraph.kind is not PassageKind.BODY or paragraph.quotations:
        return None
    if not paragraph.sentences:
        return None
    phrase = _label(discourse.words, paragraph) or _speaking(
        discourse.words, paragraph, *paragraph.sentences[-1]
    )
    if phrase is None:
        return None
    return resolve(paragraph, phrase, discourse)


def _label(words: Lexicon, paragraph: Paragraph) -> Phrase | None:
    """Read a line that is but a name and a colon: "From Lena Koh:"."""
    last = len(paragraph.lowers) - 1
    first = 1 if paragraph.lowers[0] in words.senders else 0
    phrase = phrase_at(paragraph, first, last, words) if paragraph.leads_in else None
    named = phrase is not None and (first or phrase.head is NAME)
    return phrase if phrase is not None and named and phrase.last == last else None


def carry(
    paragraph: Paragraph,
    here: list[Utterance],
    last: Utterance | None,
    lead: Resolved | None,
    discourse: Discourse,
) -> None:
    """Return a quotation without words of its own for a speaker that of its neighbours."""
    previous: Utterance | None = None
    following = _following(here)
    speaking = cache(partial(_speaking, discourse.words, paragraph))  # for many in one sentence
    for one, after in zip(here, following, strict=True):
        if one.denied:
            continue
        if one.resolved is None:
            near = previous is not None and previous.sentence >= one.sentence - 1
            if previous is not None and near:
                one.resolved = previous.resolved
            else:
                one.resolved = _sentence_before(paragraph, one, discourse, speaking)
            if one.resolved is None and previous is not None:
                one.resolved = previous.resolved
            if one.resolved is None:
                one.resolved = after or lead or (last.resolved if last else None)
            if one.resolved is None:
                one.resolved = _sentence_after(paragraph, one, discourse)
        if one.resolved is not None:
            previous = one


def _sentence_before(
    paragraph: Paragraph,
    one: Utterance,
    discourse: Discourse,
    speaking: Callable[[int, int], Phrase | None],
) -> Resolved | None:
    if one.sentence == 0:
        return None
    phrase = speaking(*paragraph.sentences[one.sentence - 1])
    if phrase is None:
        return None
    return resolve(paragraph, phrase, discourse)


def _sentence_after(paragraph: Paragraph, one: Utterance, discourse: Discourse) -> Resolved | None:
    """Find who acts in the sentence after a quotation: "We wait." Ruiz pointed at the gauge."""
    if one.word or one.sentence + 1 >= len(paragraph.sentences):
        return None
    first, last = paragraph.sentences[one.sentence + 1]
    phrase = phrase_at(paragraph, first, last, discourse.words)
    if phrase is None or phrase.head is not NAME:
        return None
    return resolve(paragraph, phrase, discourse)


def _speaking(words: Lexicon, paragraph: Paragraph, first: int, last: int) -> Phrase | None:
    """Find who is speaking, or foremost, in a sentence of the writer's."""
    for index in range(first, last):
        if is_cue(paragraph, index, words):
            phrase = subject_of(paragraph, first, index, last, words)
            if phrase is not None and can_speak(paragraph, phrase, words):
                return phrase
    phrase = first_subject(paragraph, first, last, words)
    if phrase is None or (phrase.head is NOUN and words.cased):
        return None
    return phrase


def _following(here: list[Utterance]) -> list[Resolved | None]:
    """Return for each utterance the speaker named after a later one."""
    following: list[Resolved | None] = []
    after: Resolved | None = None
    for one in reversed(here):
        following.append(after)
        if one.resolved is not None and one.attribution is not None and one.attribution.direct:
            after = one.resolved
    return following[::-1]
