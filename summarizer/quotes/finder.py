"""From an article taken apart to its quotes: quotations, then attribution, then speakers."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.model import Copy, PassageKind, Quote
from summarizer.quotes.attribution import Attribution, attribute
from summarizer.quotes.lexicon import Lexicon, lexicon
from summarizer.quotes.names import find_names
from summarizer.quotes.people import People, gather
from summarizer.quotes.quotations import find_quotations
from summarizer.quotes.speakers import Discourse, Resolved, resolve
from summarizer.quotes.words import Kind, Paragraph, read_paragraph


@dataclass(slots=True, kw_only=True)
class Utterance:
    """A quotation of a paragraph and what has been found of its speaker."""

    paragraph: int
    word: int
    attribution: Attribution | None
    resolved: Resolved | None = None
    group: int = -1


def find_quotes(copy: Copy) -> tuple[Quote, ...]:
    """Give the direct quotes of an article, best first."""
    words = lexicon(copy.language)
    paragraphs = [
        read_paragraph(
            copy.text,
            passage.span,
            find_quotations(copy.text, passage.span.start, passage.span.end),
        )
        for passage in copy.passages
    ]
    people = _people(copy, paragraphs, words)
    utterances = _utterances(paragraphs, people, words)
    quotes = [
        _quote(paragraphs[one.paragraph], one)
        for one in utterances
        if _counts(paragraphs[one.paragraph], one)
    ]
    return tuple(sorted(quotes, key=lambda quote: (-quote.score, quote.span.start)))


def _people(copy: Copy, paragraphs: Sequence[Paragraph], words: Lexicon) -> People:
    common = frozenset(
        word.lower for paragraph in paragraphs for word in paragraph.words if word.kind is Kind.WORD
    )
    names = []
    for passage, paragraph in zip(copy.passages, paragraphs, strict=True):
        if passage.kind is not PassageKind.HEADLINE:
            names.extend(find_names(paragraph, words, common))
    return gather(names, words)


def _utterances(paragraphs: Sequence[Paragraph], people: People, words: Lexicon) -> list[Utterance]:
    found: list[Utterance] = []
    discourse = Discourse()
    last: Utterance | None = None
    for number, paragraph in enumerate(paragraphs):
        here = [
            Utterance(paragraph=number, word=index, attribution=attribute(paragraph, index, words))
            for index, word in enumerate(paragraph.words)
            if word.kind is Kind.QUOTATION
        ]
        waiting = deque(here)
        for sentence in paragraph.sentences:
            discourse.hear(paragraph, sentence, people, words)
            while waiting and waiting[0].word < sentence[1]:
                one = waiting.popleft()
                if one.attribution is not None:
                    one.resolved = resolve(paragraph, one.attribution, people, discourse, words)
                    if one.resolved.entity is not None:
                        discourse.speak(one.resolved.entity)
        _carry(here, last)
        for one in here:
            one.group = len(found)
            found.append(one)
        last = here[-1] if here else last
    return found


def _carry(here: list[Utterance], last: Utterance | None) -> None:
    """Give a quotation without words of its own for a speaker that of its neighbours."""
    source: Utterance | None = None
    for one in here:
        if one.resolved is not None:
            source = one
        elif source is not None:
            one.resolved = source.resolved
    source = None
    for one in reversed(here):
        if one.resolved is not None:
            source = one
        elif source is not None:
            one.resolved = source.resolved
        elif last is not None:
            one.resolved = last.resolved


def _counts(paragraph: Paragraph, one: Utterance) -> bool:
    quotation = paragraph.quotations[paragraph.words[one.word].quotation]
    text = quotation.span.of(paragraph.text)
    return len(text.split()) >= 4


def _quote(paragraph: Paragraph, one: Utterance) -> Quote:
    quotation = paragraph.quotations[paragraph.words[one.word].quotation]
    return Quote(
        span=quotation.span,
        group=one.group,
        score=0.0,
        cue=one.attribution.cue if one.attribution else None,
        speaker=one.resolved.speaker if one.resolved else None,
    )
