"""Which passages an article consists of: headline, deck, body, and what is not the story."""

import re
from collections.abc import Sequence

from summarizer.model import Article, Passage, PassageKind, Span
from summarizer.passages.credits import (
    byline_before,
    byline_behind,
    byline_of,
    date_before,
    date_of,
)
from summarizer.passages.furniture import glued, kind_of
from summarizer.passages.headlines import find_headline
from summarizer.passages.neighbours import mark_by_neighbours
from summarizer.text.paragraphs import find_paragraphs

_BODY = PassageKind.BODY  # a name of ours, as it is asked for at every passage, and an enum is slow
_FINAL = re.compile(r"[.。।]['\"”’»)\]]*$")
_WORD = re.compile(r"\w+")
_START = re.compile(r"\W*+(\w++)\W++(\w++)\W++(\w++)")


def find_passages(article: Article) -> tuple[Passage, ...]:
    """Divide the article into passages and name each, but for the deck (see `mark_deck`)."""
    text = article.text
    spans = [part for span in find_paragraphs(text) for part in _unglued(text, span)]
    if spans and (cut := byline_behind(text, spans[-1].start, spans[-1].end)) < spans[-1].end:
        last = spans.pop()
        spans += [_stripped(text, Span(last.start, cut)), Span(cut, last.end)]
    words = [span.of(text) for span in spans]
    kinds = [_kind(line) for line in words]
    mark_by_neighbours(words, kinds)
    headline = find_headline(article, words, kinds)
    made = [Passage(kind=kind, span=span) for kind, span in zip(kinds, spans, strict=True)]
    if headline is None:
        return tuple(made)
    where = headline.passage
    for index in (*range(where), *headline.again):  # a kicker or a section's name above it
        if kinds[index] is _BODY and (index > where or not _FINAL.search(words[index])):
            made[index] = Passage(kind=PassageKind.BOILERPLATE, span=spans[index])
    start, end = spans[where].start, spans[where].end
    cut = start + headline.length
    made[where] = Passage(kind=PassageKind.HEADLINE, span=Span(start, cut))
    if cut < end:
        made.insert(where + 1, Passage(kind=PassageKind.BOILERPLATE, span=Span(cut, end)))
    return tuple(made)


def mark_deck(
    text: str, passages: Sequence[Passage], *, dateline: int | None
) -> tuple[Passage, ...]:
    """Name as deck what stands between the headline and the lede.

    `dateline` is the index of the passage that opens with a dateline. Without one, the deck is a
    single paragraph under the headline that ends without a stop, or that the body repeats.
    """
    headline = next((i for i, p in enumerate(passages) if p.kind is PassageKind.HEADLINE), None)
    if headline is None and dateline is None:
        return tuple(passages)
    first = 0 if headline is None else headline + 1
    body = [i for i in range(first, len(passages)) if passages[i].kind is _BODY]
    if dateline is not None:
        deck = [i for i in body if i < dateline]
    else:
        deck = body[:1] if len(body) > 2 and _is_deck(text, passages, body) else []
    marked = list(passages)
    for index in deck:
        marked[index] = Passage(kind=PassageKind.DECK, span=passages[index].span)
    return tuple(marked)


def _unglued(text: str, span: Span) -> list[Span]:
    """Part a paragraph from what scraping or wrapping has joined to its front."""
    cut = glued(text, span.start, span.end)
    for before in (date_before, byline_before):
        if cut == span.start:
            cut = before(text, span.start, span.end)
    if cut == span.start:  # in a wrapped text: a headline, and who wrote it
        first, end, rest = text[span.start : min(span.end, span.start + 600)].partition("\n")
        if end and byline_of(rest.partition("\n")[0].strip()):
            cut = span.start + len(first)
            under = Span(cut + 1, span.end)
            line = under.start + len(rest.partition("\n")[0])
            parts = [Span(span.start, cut), Span(under.start, line), Span(line, span.end)]
            return [_stripped(text, part) for part in parts if part.of(text).strip()]
    if cut == span.start:
        return [span]
    parts = [Span(span.start, cut), Span(cut, span.end)]
    return [part for part in parts if part.of(text).strip()]


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _kind(line: str) -> PassageKind:
    if kind := kind_of(line):
        return kind
    if len(line) <= 160 and (byline_of(line) or date_of(line)):
        return PassageKind.BOILERPLATE
    return _BODY


def _is_deck(text: str, passages: Sequence[Passage], body: Sequence[int]) -> bool:
    first = passages[body[0]].span.of(text)
    if len(first) > 400 or passages[body[0]].span.start > 2_000:
        return False
    if not _FINAL.search(first):
        return not first.endswith(("?", "!", ":"))
    key = set(_WORD.findall(first.lower()))
    if len(key) < 6:
        return False
    return any(_repeats(key, passages[i].span.of(text)[:2_000].lower()) for i in body[1:40])


def _repeats(key: set[str], plain: str) -> bool:
    """Return whether a paragraph has most of the words; their letters are looked for first."""
    enough = 0.8 * len(key)
    if sum(map(plain.__contains__, key)) < enough:
        return False
    return len(key.intersection(_WORD.findall(plain))) >= enough
