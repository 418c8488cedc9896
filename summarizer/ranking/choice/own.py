"""Dateline's own summarizer, one of sumy's kind.

Of the sentences at an article's beginning it takes those that, together, can be expected to share
most with what people would write: the words and pairs of words of a set are weighed by the
probability that a summary has them (`worth`), against the set's length, so that long sentences
gain nothing by their length alone. Sets that read badly are passed over (`reading`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from sumy.summarizers import AbstractSummarizer

from summarizer.ranking.choice.expectation import Figures, count_figures, expect
from summarizer.ranking.choice.search import Search
from summarizer.ranking.choice.worth import Weights, fitted_weights
from summarizer.ranking.coherence.coherence import clashes, read_together, repeats_headline
from summarizer.ranking.coherence.connectives import Openings
from summarizer.ranking.coherence.oddities import oddity_in_body
from summarizer.ranking.document import BodyDocument, BodySentence
from summarizer.ranking.length import Length
from summarizer.ranking.words.lexis import Lexis, pieces, read_lexis
from summarizer.ranking.words.stems import Stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A document as the summarizer reads it: its candidates, by number, and their figures."""

    texts: Sequence[str]
    lexis: Lexis
    candidates: Sequence[int]
    odd: Sequence[bool]
    figures: Figures


FIRST = 12
"""How many sentences are candidates for a summary of three."""

_BARE = 0.85  # the share of a sentence between marks from which on it has no cue
_ENDS = tuple(".!?…:;,。！？؟।")
_CLOSERS = "\"'”’»)]」』 "
_THIN = 0.09  # the rating of a sentence that says next to nothing: "Not everyone was persuaded."


class DatelineSummarizer(AbstractSummarizer):  # type: ignore[misc]  # sumy ships no types
    """Chooses the set of sentences that shares most with what people would write."""

    def __init__(
        self,
        stemmer: Stem,
        stop_words: Collection[str] = frozenset(),
        openings: Openings | None = None,
        weights: Weights | None = None,
    ) -> None:
        super().__init__(stemmer)
        self.stop_words = frozenset(stop_words)
        self._openings = openings or Openings()
        self._weights = weights or fitted_weights()

    def __call__(
        self, document: BodyDocument, sentences_count: int | Length
    ) -> tuple[BodySentence, ...]:
        """Choose so many sentences, in the document's order; each gets its own rating."""
        length = (
            Length(sentences=sentences_count)
            if isinstance(sentences_count, int)
            else sentences_count
        )
        if not document.sentences or length.sentences < 1:
            return ()
        story = self.read(document, FIRST + 4 * max(0, length.sentences - 3), length.sentences)
        expectation = expect(story.lexis, story.figures, self._weights)
        ratings = expectation.rate_each()
        faulty = [odd or rating < _THIN for odd, rating in zip(story.odd, ratings, strict=True)]
        search = Search(
            expectation=expectation,
            reading=read_together(
                story.texts,
                story.candidates,
                faulty,
                clashes(story.lexis, story.figures),
                self._openings,
            ),
            words=[story.texts[number].count(" ") + 1 for number in story.candidates],
            count=length.sentences,
            budget=length.words,
        )
        chosen = []
        for at in search.best():
            sentence: BodySentence = document.sentences[story.candidates[at]]
            sentence.rating = float(ratings[at])
            chosen.append(sentence)
        return tuple(chosen)

    def read(self, document: BodyDocument, most: int, least: int) -> Story:
        """Read a document, for so many candidates of its first sentences.

        What is no sentence of the story is left out, unless fewer than `least` others are there.
        """
        body: Sequence[BodySentence] = document.sentences
        texts = tuple(map(str, body))
        lexis = document.lexis or read_lexis(texts, self._stemmer, self.stop_words)
        said = frozenset(map(self._stemmer, pieces(document.headline)))
        headline = frozenset([word for word, stem in enumerate(lexis.stems) if stem in said])
        faultless: list[int] = []
        odd: list[int] = []
        for number, sentence in enumerate(body):
            if len(faultless) == most:
                break
            bad = _is_odd(sentence, texts[number]) or repeats_headline(lexis, number, headline)
            (odd if bad else faultless).append(number)
        candidates = sorted([*faultless, *odd[: max(0, least - len(faultless))]])
        left_out = frozenset(odd)
        quoted = np.array([sentence.quoted > 0.5 for sentence in body], dtype=float)
        return Story(
            texts=texts,
            lexis=lexis,
            candidates=candidates,
            odd=[number in left_out for number in candidates],
            figures=count_figures(lexis, candidates, lexis.central, quoted),
        )


def _is_odd(sentence: BodySentence, text: str) -> bool:
    """Recognise what no summary should hold: a quotation cut, or nobody's, or no sentence."""
    heading = sentence.alone and not text.rstrip(_CLOSERS).endswith(_ENDS)
    return (
        heading
        or sentence.in_quotation
        or sentence.quoted > _BARE
        or oddity_in_body(text) is not None
    )
