"""From an article's body to the sentences of its summary."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.model import BriefOptions, Copy, Place, Quote, Sentence, SummarySentence
from summarizer.ranking.algorithms import OWN, most_sentences, sumy_summarizer
from summarizer.ranking.body import read_body
from summarizer.ranking.length import Length, wanted_length

if TYPE_CHECKING:
    from sumy.summarizers._summarizer import SentenceInfo


def summarize(
    copy: Copy,
    options: BriefOptions,
    *,
    quotes: Sequence[Quote] = (),  # noqa: ARG001 - the own ranker comes to weigh them
    places: Sequence[Place] = (),  # noqa: ARG001 - the same
) -> tuple[SummarySentence, ...]:
    """Choose the sentences that tell the story, verbatim, distinct, in the article's order.

    `quotes` and `places` are what the other steps found; Dateline's own ranker weighs them.
    A body of no more sentences than asked for is given whole.
    """
    body = read_body(copy)
    words = sum(len(s.span.of(copy.text).split()) for s in body)
    length = wanted_length(options, words)
    if not body or not length.sentences:
        return ()
    if len(body) <= length.sentences and (length.words is None or words <= length.words):
        return tuple(SummarySentence(span=s.span, score=1.0) for s in body)
    if options.algorithm == OWN:
        return _lead(body, length)
    return _by_sumy(copy, body[: most_sentences(options.algorithm)], options.algorithm, length)


def _lead(body: Sequence[Sentence], length: Length) -> tuple[SummarySentence, ...]:
    return tuple(SummarySentence(span=s.span, score=1.0) for s in body[: length.sentences])


def _by_sumy(
    copy: Copy, body: Sequence[Sentence], algorithm: str, length: Length
) -> tuple[SummarySentence, ...]:
    """Let one of sumy's algorithms rate the sentences, and keep its best within the length."""
    from summarizer.ranking.document import build_document  # noqa: PLC0415 - loads sumy

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

    chosen = sumy_summarizer(algorithm, copy.language)(build_document(copy.text, body), keep)
    return tuple(SummarySentence(span=s.sentence.span, score=ratings[s.sentence]) for s in chosen)
