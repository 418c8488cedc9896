"""From an article taken apart to its quotes: quotations, then attribution, then speakers."""

from collections.abc import Sequence

from summarizer.model import Copy, PassageKind, Quote
from summarizer.quotes.interview import Interview, Utterance
from summarizer.quotes.lexicon import Lexicon, lexicon
from summarizer.quotes.names import find_names
from summarizer.quotes.people import People, gather
from summarizer.quotes.quotations import find_quotations
from summarizer.quotes.words import Paragraph, read_paragraph, settle_capitals


def find_quotes(copy: Copy) -> tuple[Quote, ...]:
    """Give the direct quotes of an article, best first."""
    words = lexicon(copy.language)
    read = [
        read_paragraph(
            copy.text,
            passage.span,
            find_quotations(copy.text, passage.span.start, passage.span.end),
        )
        for passage in copy.passages
    ]
    paragraphs = settle_capitals(read, words)
    people = _people(copy, paragraphs, words)
    utterances = Interview(paragraphs=paragraphs, people=people, words=words).utterances()
    quotes = [
        _quote(paragraphs[one.paragraph], one)
        for one in utterances
        if _counts(paragraphs[one.paragraph], one)
    ]
    return tuple(sorted(quotes, key=lambda quote: (-quote.score, quote.span.start)))


def _people(copy: Copy, paragraphs: Sequence[Paragraph], words: Lexicon) -> People:
    names = []
    for passage, paragraph in zip(copy.passages, paragraphs, strict=True):
        if passage.kind is not PassageKind.HEADLINE:
            names.extend(find_names(paragraph, words))
    return gather(names, words)


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
