"""From an article to its brief, in a straight line."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from summarizer import ranking
from summarizer.languages.detection import detect
from summarizer.model import (
    Article,
    Brief,
    BriefOptions,
    Dateline,
    Parsed,
    Passage,
    PassageKind,
    Sentence,
    Span,
)
from summarizer.passages.credits import byline_among, date_among
from summarizer.passages.datelines import find_dateline
from summarizer.passages.finder import find_passages, mark_deck
from summarizer.passages.furniture import kind_of, kinds_within
from summarizer.places import Gazetteer, Places, find_places
from summarizer.quotes import find_quotes, order_quotes
from summarizer.text import sentences
from summarizer.text.entities import Recognizer

FIRST = 4
"""Among how many paragraphs the dateline is looked for."""

_BODY = PassageKind.BODY
_READ = (_BODY, PassageKind.HEADLINE, PassageKind.DECK)


def write_brief(
    article: Article,
    *,
    gazetteer: Gazetteer | None,
    options: BriefOptions,
    home: str | None = None,
    recognizer: Recognizer | None = None,
) -> Brief:
    """Write an article's brief; `home` is where most of the news is from ("IQ", "Erbil, Iraq")."""
    parsed = parse_article(article)
    quotes = find_quotes(parsed)
    places = Places()
    if gazetteer is not None:
        places = find_places(parsed, gazetteer, home=home, recognizer=recognizer)
    body = ranking.read_body(parsed)
    summary = ranking.summarize(parsed, options, quotes=quotes, body=body)
    return Brief(
        parsed=parsed,
        summary=summary,
        quotes=order_quotes(quotes, beside=[sentence.span for sentence in summary]),
        places=places.places,
        unresolved_places=places.unresolved,
        terms=ranking.find_terms(parsed, body=body),
    )


def parse_article(article: Article) -> Parsed:
    """Divide an article into passages and sentences, and find its dateline and credits."""
    language = article.language or detect(article.text)
    passages = find_passages(article)
    opening, dateline = _dateline(article.text, passages)
    passages = mark_deck(article.text, passages, dateline=opening)
    passages, found = _sentences(article.text, passages, dateline, language)
    lines = [p.span.of(article.text) for p in passages if p.kind is PassageKind.BOILERPLATE]
    names = [passages[i].span.of(article.text) for i in _edges(passages)]
    return Parsed(
        article=article,
        language=language,
        passages=passages,
        sentences=found,
        headline=next((p.span for p in passages if p.kind is PassageKind.HEADLINE), None),
        dateline=dateline,
        byline=article.byline or byline_among(names, article.text),
        published=article.published
        or date_among(lines, article.text)
        or (dateline.written if dateline else None),
    )


def _edges(passages: tuple[Passage, ...]) -> list[int]:
    """Return which lines beside the story stand before or after it, not at a box within it."""
    body = [i for i, passage in enumerate(passages) if passage.kind is _BODY]
    first, last = (body[:FIRST] or [0])[-1], (body[-FIRST:] or [0])[0]
    return [
        i
        for i, passage in enumerate(passages)
        if passage.kind is PassageKind.BOILERPLATE and (i < first or i > last)
    ]


def _dateline(text: str, passages: tuple[Passage, ...]) -> tuple[int, Dateline] | tuple[None, None]:
    """Find the dateline among the first paragraphs of the story, and which of them it opens."""
    story = (i for i, p in enumerate(passages) if p.kind is _BODY)
    for index in islice(story, FIRST):
        span = passages[index].span
        if found := find_dateline(text, span.start, span.end):
            return index, found
    return None, None


def _sentences(
    text: str, passages: tuple[Passage, ...], dateline: Dateline | None, language: str
) -> tuple[tuple[Passage, ...], tuple[Sentence, ...]]:
    """Split what is read, parting from the body what stands inside its paragraphs."""
    parted: list[Passage] = []
    found: list[Sentence] = []
    for passage in passages:
        if passage.kind not in _READ:
            parted.append(passage)
            continue
        span = passage.span
        if dateline and span.covers(dateline.span):
            span = Span(dateline.span.end, span.end)
            if span and (kind := kind_of(span.of(text))):  # "(AP) — The Latest on the storm:"
                head = Span(passage.span.start, span.start)
                parted += [Passage(kind=_BODY, span=head), Passage(kind=kind, span=span)]
                continue
        spans = sentences.split(text, span, language)
        inner = passage.kind is _BODY and len(spans) > 1
        kinds = kinds_within(text, spans) if inner else []
        for part, inside in _runs(passage, spans, kinds) if any(kinds) else [(passage, spans)]:
            if part.kind in _READ:
                found += [Sentence(span=span, passage=len(parted)) for span in inside]
            parted.append(part)
    return tuple(parted), tuple(found)


def _runs(
    passage: Passage, spans: Sequence[Span], kinds: Sequence[PassageKind | None]
) -> Iterator[tuple[Passage, Sequence[Span]]]:
    """Part a passage where the kind of its sentences changes."""
    begin, first = passage.span.start, 0
    for kind, run in groupby(kinds):
        after = first + len(list(run))
        last = after == len(spans)
        end = passage.span.end if last else spans[after - 1].end
        yield Passage(kind=kind or passage.kind, span=Span(begin, end)), spans[first:after]
        if not last:
            begin, first = spans[after].start, after
