"""The search for the best set of sentences.

Sets are built in the article's order, a sentence at a time, and the best of each size are kept to
be built on. With three sentences of fourteen nothing is dropped: every set is rated.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.ranking.expectation import Expectation
from summarizer.ranking.lexis import Reals
from summarizer.ranking.reading import Reading

_KEPT = 120
_EFFORT = 1_500  # sets of one size that are rated at most, about
_REFERENCE = 10.0  # words for each sentence asked for: see Expectation.rate
_OFFENCE = 3.0  # more than any rating: a set with fewer offences always wins


@dataclass(frozen=True, slots=True)
class _Sets:
    """Sets of one size, a row each: their members, what these sum up to, and their ratings."""

    masks: Sequence[int]
    sums: NDArray[Any]  # the columns: last member, words, offences, tokens, then word counts
    here: NDArray[np.bool_]
    ratings: Reals


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Candidates with all that is known of them, and how much of them is wanted.

    `words` is how many words each has, for the budget; None for no budget. A single sentence may
    be over the budget where none is within it.
    """

    expectation: Expectation
    reading: Reading
    words: Sequence[int]
    count: int
    budget: int | None = None

    def best(self) -> tuple[int, ...]:
        """Give the best set of `count` candidates, or a smaller one where the budget asks it."""
        kept = max(1, min(_KEPT, _EFFORT // len(self.words)))
        if (sets := self._grown(None)) is None:
            return ()
        best = _top(sets, 1)
        for _ in range(1, self.count):
            if (larger := self._grown(_top(sets, kept))) is None:
                break
            sets = larger
            if self.budget is None or sets.ratings.max() >= best.ratings[0]:
                best = _top(sets, 1)
        return tuple(i for i in range(len(self.words)) if best.masks[0] >> i & 1)

    def _grown(self, sets: _Sets | None) -> _Sets | None:
        """Add to each set each candidate after its last; None where nothing can be added."""
        rows, added, masks, offences = [], [], [], []
        for row, (mask, words, last, offended) in enumerate(_heads(sets)):
            for candidate in range(last + 1, len(self.words)):
                over = self.budget is not None and words + self.words[candidate] > self.budget
                if over and sets is not None:
                    continue
                rows.append(row)
                added.append(candidate)
                masks.append(mask | 1 << candidate)
                offences.append(offended + over + self.reading.offences(mask, candidate))
        if not rows:
            return None
        known = self.expectation
        sums = np.column_stack(
            [added, np.array(self.words)[added], offences, known.lengths[added],
             known.word_counts[added]]
        )  # fmt: skip
        here = known.pair_here[added]
        if sets is not None:
            sums[:, 1] += sets.sums[rows, 1]
            sums[:, 3:] += sets.sums[rows, 3:]
            here = here | sets.here[rows]
        reference = _REFERENCE * self.count
        if self.budget is not None:
            reference = min(reference, self.budget / 2)
        ratings = known.rate(sums[:, 4:], here, sums[:, 3], reference) - _OFFENCE * sums[:, 2]
        return _Sets(masks, sums, here, ratings)


def _heads(sets: _Sets | None) -> Sequence[tuple[int, int, int, int]]:
    """Give each set's mask, words, last member and offences."""
    if sets is None:
        return [(0, 0, -1, 0)]
    return [
        (mask, int(words), int(last), int(offences))
        for mask, (last, words, offences) in zip(sets.masks, sets.sums[:, :3], strict=True)
    ]


def _top(sets: _Sets, most: int) -> _Sets:
    if len(sets.masks) <= most:
        return sets
    order = np.argsort(-sets.ratings, kind="stable")[:most]
    masks = [sets.masks[at] for at in order]
    return _Sets(masks, sets.sums[order], sets.here[order], sets.ratings[order])
