"""From an article taken apart to its quotes: quotations, then attribution, then speakers."""

from collections.abc import Sequence

from summarizer.languages.lexicon import Lexicon, lexicon
from summarizer.model import Parsed, Passage, PassageKind, Quote, Span
from summarizer.quotes.attribution.interview import Interview
from summarizer.quotes.attribution.utterances import Utterance
from summarizer.quotes.fragments import SpeechKind, speech_kind
from summarizer.quotes.marks.quotations import find_quotations
from summarizer.quotes.ranking import Candidate, rank
from summarizer.quotes.speakers.gathering import gather
from summarizer.quotes.speakers.given import is_given
from summarizer.quotes.speakers.names import Name, find_names
from summarizer.quotes.speakers.people import People
from summarizer.quotes.syntax.capitals import is_titled, settle_capitals
from summarizer.quotes.syntax.cutting import read_paragraph
from summarizer.quotes.syntax.words import Paragraph

_UNREAD = (PassageKind.CROSS_REFERENCE, PassageKind.BOILERPLATE)


def find_quotes(parsed: Parsed) -> tuple[Quote, ...]:
    """Return the direct quotes of an article, best first."""
    words = lexicon(parsed.language)
    spans = [(one.kind, _span(parsed, one)) for one in parsed.passages if one.kind not in _UNREAD]
    marked = [find_quotations(parsed.text, span.start, span.end) for _, span in spans]
    if not any(marked):
        return ()
    paragraphs = [
        read_paragraph(parsed.text, kind, span, quotations, words)
        for (kind, span), quotations in zip(spans, marked, strict=True)
    ]
    titled = [is_titled(one, words) for one in paragraphs]
    settle_capitals(paragraphs, titled, words)
    people = _people(paragraphs, titled, words)
    utterances = Interview(paragraphs=paragraphs, people=people, words=words).utterances()
    candidates = [
        Candidate(quote=quote, person=one.is_somebody)
        for one in utterances
        if (quote := _quote(paragraphs[one.paragraph], one, words)) is not None
    ]
    return rank(parsed, candidates)


def _span(parsed: Parsed, passage: Passage) -> Span:
    """Return a passage without its dateline."""
    span = passage.span
    if parsed.dateline is not None and span.covers(parsed.dateline.span):
        span = Span(parsed.dateline.span.end, span.end)
    return span


def _people(paragraphs: Sequence[Paragraph], titled: Sequence[bool], words: Lexicon) -> People:
    """Gather the people of an article; in a headline's capitals only a given name tells one."""
    names: list[Name] = []
    for number, paragraph in enumerate(paragraphs):
        found = find_names(paragraph, number, words)
        if titled[number] or paragraph.kind is PassageKind.HEADLINE:
            found = [name for name in found if name.titles or is_given(name.core[0], words)]
        names.extend(found)
    return gather(names, words)


def _quote(paragraph: Paragraph, one: Utterance, words: Lexicon) -> Quote | None:
    found = speech_kind(paragraph, one, words)
    if found is SpeechKind.NO_QUOTE:
        return None
    return Quote(
        span=paragraph.quotations[one.word].span,
        group=one.group,
        score=0.0,
        fragment=found is SpeechKind.FRAGMENT,
        cue=one.attribution.cue if one.attribution and not one.denied else None,
        speaker=one.resolved.speaker if one.resolved else None,
    )
