"""What a set of candidate sentences can be expected to share with a human summary."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from summarizer.ranking.choice.worth import (
    TIMES,
    Weights,
    pair_figures,
    probability,
    word_figures,
)
from summarizer.ranking.words.lexis import Lexis, Numbers, Reals, distinct

PAIRS = 1.0
"""What a shared pair of words counts beside a shared word."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What is counted of the candidates' words and pairs, a row each, before any weighing."""

    words: Numbers
    word_rows: Reals  # TIMES rows a word
    word_counts: Numbers  # candidates x words
    pairs: Numbers  # two columns: the two words
    pair_spread: Numbers
    pair_first: Numbers
    pair_here: NDArray[np.bool_]  # candidates x pairs
    lengths: Numbers  # tokens of each candidate


def count_figures(
    lexis: Lexis, candidates: Sequence[int], central: Reals, quoted: Reals
) -> Figures:
    """Count what is to be weighed of the candidates: sentences by number, in order."""
    tokens = [lexis.tokens(sentence) for sentence in candidates]
    lengths = np.array([len(found) for found in tokens])
    found, row = np.concatenate(tokens), np.arange(len(tokens)).repeat(lengths)
    words = np.flatnonzero(np.bincount(found, minlength=len(lexis.stems)))
    column = np.zeros(len(lexis.stems), dtype=np.int64)
    column[words] = np.arange(len(words))
    counts = np.bincount(row * len(words) + column[found], minlength=len(tokens) * len(words))
    together = row[:-1] == row[1:]
    codes = _codes(lexis, found)[together]
    pairs, _ = distinct(codes)
    place = pairs.searchsorted(codes)
    here = np.zeros((len(tokens), len(pairs)), dtype=np.bool_)
    here[row[:-1][together], place] = True
    spread, first = _pairs_in_body(lexis, pairs)
    return Figures(
        words=words,
        word_rows=word_figures(lexis, words, central, quoted),
        word_counts=np.minimum(counts, TIMES).reshape(len(tokens), len(words)),
        pairs=np.array(np.divmod(pairs, max(1, len(lexis.stems)))).T,
        pair_spread=spread,
        pair_first=first,
        pair_here=here,
        lengths=lengths,
    )


def _codes(lexis: Lexis, tokens: Numbers) -> Numbers:
    """Return a number for each two tokens that follow on one another."""
    return tokens[:-1] * len(lexis.stems) + tokens[1:]


def _pairs_in_body(lexis: Lexis, pairs: Numbers) -> tuple[Numbers, Numbers]:
    """Return in how many sentences of the body each pair stands, and in which first."""
    if not len(pairs):
        return pairs, pairs
    # Few of the body's words stand in any pair: these are looked for alone.
    begins, ends = np.zeros((2, len(lexis.stems)), dtype=np.bool_)
    begins[pairs // len(lexis.stems)] = True
    ends[pairs % len(lexis.stems)] = True
    words, homes = lexis.words, lexis.homes
    at = (begins[words[:-1]] & ends[words[1:]] & (homes[:-1] == homes[1:])).nonzero()[0]
    codes = words[at] * len(lexis.stems) + words[at + 1]
    place = np.minimum(np.searchsorted(pairs, codes), len(pairs) - 1)
    inside = pairs[place] == codes
    both, _ = distinct(place[inside] * lexis.sentences + homes[at[inside]])
    pair, home = both // lexis.sentences, both % lexis.sentences
    first = np.empty(len(pairs), dtype=np.int64)
    first[pair[::-1]] = home[::-1]  # of several the last stays, which is the first
    return np.bincount(pair, minlength=len(pairs)), first


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What the candidates' words and pairs are worth.

    `figures` has a row for each candidate: what that is worth which no other has, its length, and
    how often it has each of the words and pairs that several have: `worth[i, n]` is for n times
    the i-th of these. What one alone has is worth the same in every set.
    """

    figures: Reals
    worth: Reals

    def rate(self, sums: Reals, reference: float) -> Reals:
        """Rate sets of candidates by the sums of their figures: what is shared, against lengths.

        `reference` is the length that tells, beside a set's own, how dear words are: a summary that
        people would write is about as long.
        """
        times = sums[:, 2:].astype(np.intp)
        np.minimum(times, TIMES, out=times)
        times += np.arange(0, self.worth.size, TIMES + 1)  # to find them in all of `worth` at once
        shared = sums[:, 0] + self.worth.take(times).sum(axis=1)
        rated: Reals = shared / (sums[:, 1] + reference)
        return rated

    def rate_each(self) -> Reals:
        """Rate each candidate by itself."""
        return self.rate(self.figures, 10.0)


def expect(lexis: Lexis, figures: Figures, weights: Weights) -> Expectation:
    """Weigh what was counted."""
    chances = probability(figures.word_rows, weights.word).reshape(-1, TIMES)
    chances[~lexis.stop[figures.words], 2:] = 0.0
    chance = np.full(len(lexis.stems), 0.5)
    chance[figures.words] = np.minimum(np.maximum(chances[:, 0], 1e-4), 1 - 1e-4)
    rows = pair_figures(lexis, figures.pairs, figures.pair_spread, figures.pair_first, chance)
    worth = np.zeros((len(chances) + len(rows), TIMES + 1))
    for time in range(TIMES):  # np.cumsum is slow along so short an axis
        worth[: len(chances), time + 1] = worth[: len(chances), time] + chances[:, time]
    worth[len(chances) :, 1:] = PAIRS * probability(rows, weights.pair)[:, None]
    counts = np.hstack([figures.word_counts, figures.pair_here])
    has = counts > 0
    shared = has.sum(axis=0) > 1
    common = np.flatnonzero(shared)
    times = counts.sum(axis=0) * ~shared  # of what one candidate alone has
    alone = np.bincount(
        has.argmax(axis=0),
        worth.take(times + np.arange(0, worth.size, TIMES + 1)),
        minlength=len(counts),
    )
    return Expectation(
        figures=np.hstack([alone[:, None], figures.lengths[:, None], counts.take(common, axis=1)]),
        worth=worth[common],
    )
