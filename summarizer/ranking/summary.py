"""From an article's body to the sentences of its summary."""

from collections.abc import Mapping, Sequence
from itertools import islice
from math import isfinite
from typing import TYPE_CHECKING

from summarizer.model import BriefOptions, Parsed, Quote, Sentence, SummarySentence
from summarizer.ranking.algorithms import OWN, most_sentences, sumy_summarizer
from summarizer.ranking.coherence.connectives import openings
from summarizer.ranking.length import Length, wanted_length
from summarizer.ranking.words.body import Body, read_body
from summarizer.ranking.words.stems import stemmer, stop_words

if TYPE_CHECKING:
    from sumy.summarizers._summarizer import SentenceInfo


def summarize(
    parsed: Parsed,
    options: BriefOptions,
    *,
    quotes: Sequence[Quote] = (),
    body: Body | None = None,
) -> tuple[SummarySentence, ...]:
    """Choose the sentences that tell the story, verbatim, distinct, in the article's order.

    `quotes` are those of the article, which Dateline's own ranker weighs and does not cut; `body`
    is the article's where that has been read. A body of no more sentences than asked for is
    given whole.
    """
    body = read_body(parsed) if body is None else body
    texts = body.texts
    words = sum(text.count(" ") + bool(text) for text in texts)
    length = wanted_length(options, words)
    if not texts or not length.sentences:
        return ()
    if len(texts) <= length.sentences and (length.words is None or words <= length.words):
        return tuple(SummarySentence(span=s.span, score=1.0) for s in texts.values())
    if options.algorithm == OWN:
        return _by_dateline(parsed, body, quotes, length)
    shown = dict(islice(texts.items(), most_sentences(options.algorithm)))
    return _by_sumy(parsed, shown, options.algorithm, length)


def _by_dateline(
    parsed: Parsed, body: Body, quotes: Sequence[Quote], length: Length
) -> tuple[SummarySentence, ...]:
    from summarizer.ranking.choice.own import DatelineSummarizer  # noqa: PLC0415 - the same
    from summarizer.ranking.document import document_of  # noqa: PLC0415 - loads sumy

    summarizer = DatelineSummarizer(
        stemmer(parsed.language), stop_words(parsed.language), openings(parsed.language)
    )
    chosen = summarizer(document_of(parsed, body, quotes), length)
    return tuple(SummarySentence(span=s.sentence.span, score=s.rating) for s in chosen)


def _by_sumy(
    parsed: Parsed, shown: Mapping[str, Sentence], algorithm: str, length: Length
) -> tuple[SummarySentence, ...]:
    """Let one of sumy's algorithms rate the sentences, and keep its best within the length."""
    from summarizer.ranking.document import shown_document  # noqa: PLC0415 - loads sumy

    ratings: dict[Sentence, float] = {}

    def keep(infos: "Sequence[SentenceInfo]") -> "list[SentenceInfo]":
        left = length.words
        kept: list[SentenceInfo] = []
        for info in infos:
            size = len(info.sentence.sentence.span.of(parsed.text).split())
            if len(kept) == length.sentences:
                break
            if left is None or size <= left or not kept:
                left = None if left is None else left - size
                rating = float(info.rating)  # LexRank rates sentences without words by 0 / 0
                ratings[info.sentence.sentence] = rating if isfinite(rating) else 0.0
                kept.append(info)
        return kept

    chosen = sumy_summarizer(algorithm, parsed.language)(shown_document(parsed, shown), keep)
    return tuple(SummarySentence(span=s.sentence.span, score=ratings[s.sentence]) for s in chosen)
