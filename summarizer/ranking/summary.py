"""From an article's body to the sentences of its summary."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.model import BriefOptions, Copy, Quote, Sentence, SummarySentence
from summarizer.ranking.algorithms import OWN, most_sentences, sumy_summarizer
from summarizer.ranking.coherence.connectives import openings
from summarizer.ranking.length import Length, wanted_length
from summarizer.ranking.words.body import read_texts
from summarizer.ranking.words.loading import load_sumy
from summarizer.ranking.words.stems import stemmer, stop_words

if TYPE_CHECKING:
    from sumy.summarizers._summarizer import SentenceInfo


def summarize(
    copy: Copy,
    options: BriefOptions,
    *,
    quotes: Sequence[Quote] = (),
    body: Mapping[str, Sentence] | None = None,
) -> tuple[SummarySentence, ...]:
    """Choose the sentences that tell the story, verbatim, distinct, in the article's order.

    `quotes` are those of the article, which Dateline's own ranker weighs and does not cut; `body`
    is what `read_texts` gives where that is at hand. A body of no more sentences than asked for is
    given whole.
    """
    body = read_texts(copy) if body is None else body
    words = sum(text.count(" ") + bool(text) for text in body)
    length = wanted_length(options, words)
    if not body or not length.sentences:
        return ()
    if len(body) <= length.sentences and (length.words is None or words <= length.words):
        return tuple(SummarySentence(span=s.span, score=1.0) for s in body.values())
    load_sumy()
    if options.algorithm == OWN:
        return _by_dateline(copy, body, quotes, length)
    shown = dict(islice(body.items(), most_sentences(options.algorithm)))
    return _by_sumy(copy, shown, options.algorithm, length)


def _by_dateline(
    copy: Copy, body: Mapping[str, Sentence], quotes: Sequence[Quote], length: Length
) -> tuple[SummarySentence, ...]:
    from summarizer.ranking.choice.own import DatelineSummarizer  # noqa: PLC0415 - the same
    from summarizer.ranking.document import document_of  # noqa: PLC0415 - loads sumy

    summarizer = DatelineSummarizer(
        stemmer(copy.language), stop_words(copy.language), openings(copy.language)
    )
    chosen = summarizer(document_of(copy, body, quotes), length)
    return tuple(SummarySentence(span=s.sentence.span, score=s.rating) for s in chosen)


def _by_sumy(
    copy: Copy, body: Mapping[str, Sentence], algorithm: str, length: Length
) -> tuple[SummarySentence, ...]:
    """Let one of sumy's algorithms rate the sentences, and keep its best within the length."""
    from summarizer.ranking.document import document_of  # noqa: PLC0415 - loads sumy

    ratings: dict[Sentence, float] = {}

    def keep(infos: "Sequence[SentenceInfo]") -> "list[SentenceInfo]":
        left = length.words
        kept: list[SentenceInfo] = []
        for info in infos:
            size = len(info.sentence.sentence.span.of(copy.text).split())
            if len(kept) == length.sentences:
                break
            if left is None or size <= left or not kept:
                left = None if left is None else left - size
                ratings[info.sentence.sentence] = float(info.rating)
                kept.append(info)
        return kept

    chosen = sumy_summarizer(algorithm, copy.language)(document_of(copy, body), keep)
    return tuple(SummarySentence(span=s.sentence.span, score=ratings[s.sentence]) for s in chosen)
