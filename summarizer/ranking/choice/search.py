"""The search for the best set of sentences.

Sets are built in the article's order, a sentence at a time, and the best of each size are kept to
be built on. With three sentences of fourteen nothing is dropped: every set is rated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from summarizer.ranking.choice.expectation import Expectation
from summarizer.ranking.coherence.coherence import Coherence
from summarizer.ranking.words.lexis import Numbers, Reals

_KEPT = 120
_EFFORT = 1_500  # sets of one size that are rated at most, about
_REFERENCE = 10.0  # words for each sentence asked for: see Expectation.rate
_OFFENCE = 3.0  # more than any rating: a set with fewer offences always wins


@dataclass(frozen=True, slots=True)
class _Sets:
    """Sets of one size, a row each: what the figures of their members sum up to, and the last."""

    sums: Reals
    last: Numbers
    offences: Reals


@dataclass(frozen=True, kw_only=True)
class Search:
    """Candidates with all that is known of them, and how much of them is wanted.

    `words` is how many words each has, for the budget; None for no budget. A single sentence may
    be over the budget where none is within it.
    """

    expectation: Expectation
    reading: Coherence
    words: Sequence[int]
    count: int
    budget: int | None = None

    def best(self) -> tuple[int, ...]:
        """Return the best set of `count` candidates, or a smaller one where the budget asks it."""
        if not self.words or self.count < 1:
            return ()
        sets, best, highest = self._single(), self._figures[0], -np.inf
        for size in range(1, self.count + 1):
            larger = self._grown(self._top(sets)) if size < self.count else None
            # Without a budget no smaller set is the best, so that only the largest are rated.
            if larger is None or self.budget is not None:
                ratings = self._rate(sets)
                if ratings.max() >= highest:
                    best, highest = sets.sums[ratings.argmax()], ratings.max()
            if larger is None:
                break
            sets = larger
        return tuple(np.flatnonzero(best[: len(self.words)]).tolist())

    @cached_property
    def _figures(self) -> Reals:
        """The figures of each candidate: itself, its words, and then those of each judgement."""
        itself = np.eye(len(self.words))
        words = np.array(self.words, dtype=float)[:, None]
        return np.hstack([itself, words, self.reading.figures, self.expectation.figures])

    def _single(self) -> _Sets:
        """Return the sets of one candidate."""
        over = 0.0 if self.budget is None else np.array(self.words) > self.budget
        return _Sets(self._figures, np.arange(len(self.words)), self.reading.first() + over)

    def _top(self, sets: _Sets) -> _Sets:
        """Keep the best of the sets where they are many."""
        kept = max(1, min(_KEPT, _EFFORT // len(self.words)))
        if len(sets.last) <= kept:
            return sets
        top = np.argsort(-self._rate(sets), kind="stable")[:kept]
        return _Sets(sets.sums[top], sets.last[top], sets.offences[top])

    def _grown(self, sets: _Sets) -> _Sets | None:
        """Add to each set each candidate after its last; None where nothing can be added."""
        size = len(self.words)
        rows, added = (np.arange(size) > sets.last[:, None]).nonzero()
        if self.budget is not None:
            within = sets.sums[rows, size] + self._figures[added, size] <= self.budget
            rows, added = rows[within], added[within]
        if not len(rows):
            return None
        read = sets.sums[:, size + 1 : size + 1 + self.reading.figures.shape[1]]
        wrong = self.reading.offences(read, sets.last)[rows, added]
        sums = sets.sums.take(rows, axis=0)
        sums += self._figures.take(added, axis=0)
        return _Sets(sums, added, sets.offences[rows] + wrong)

    def _rate(self, sets: _Sets) -> Reals:
        reference = _REFERENCE * self.count
        if self.budget is not None:
            reference = min(reference, self.budget / 2)
        found = sets.sums[:, -self.expectation.figures.shape[1] :]
        return self.expectation.rate(found, reference) - _OFFENCE * sets.offences
