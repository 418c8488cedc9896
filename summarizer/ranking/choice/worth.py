"""How likely a human summary of the article has a word of it, and a pair of words.

The probabilities are logistic in a few figures that any article gives: how often a word stands in
it, how early, how near the lede, in how central a sentence, whether in quotations. Their weights
are in weights.toml, with the script that fitted them.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from summarizer.ranking.words.lexis import Lexis, Numbers, Reals

WORD_FIGURES = (
    "frequency", "content frequency", "first", "stop word first", "lede", "stop word", "quoted",
    "central",
    "near the lede", "in the lede", "second time", "second time of content", "later time",
)  # fmt: skip
PAIR_FIGURES = ("frequency", "first", "bound", "odds", "odds of the weaker", "both")

TIMES = 4
"""How often a stop word counts at most; another word counts twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of the figures, in their order, after the intercept."""

    word: Sequence[float]
    pair: Sequence[float]


@cache
def fitted_weights() -> Weights:
    """Read the committed weights."""
    table: Mapping[str, Mapping[str, float]] = tomllib.loads(
        Path(__file__).with_name("weights.toml").read_text("utf-8")
    )
    return Weights(
        word=tuple(table["word"][name] for name in ("intercept", *WORD_FIGURES)),
        pair=tuple(table["pair"][name] for name in ("intercept", *PAIR_FIGURES)),
    )


def probability(figures: Reals, weights: Sequence[float]) -> Reals:
    """Return the probabilities for rows of figures."""
    odds = figures @ np.array(weights[1:]) + weights[0]
    chance: Reals = 1.0 / (1.0 + np.exp(-np.minimum(np.maximum(odds, -50), 50)))  # or it overflows
    return chance


def word_figures(lexis: Lexis, words: Numbers, central: Reals, quoted: Reals) -> Reals:
    """Return the figures of each of these words, `TIMES` rows a word: once, twice, ...

    `central` and `quoted` are of each sentence: its centrality, and whether it is mostly quoted.
    """
    sentences, columns, times = lexis.cells
    size = len(lexis.stems)
    first = np.full(size, lexis.sentences)
    first[columns[::-1]] = sentences[::-1]  # of several the last stays, which is the first
    most = np.zeros(size)
    np.maximum.at(most, columns, central[sentences])
    number = np.arange(lexis.sentences)
    lede = np.bincount(columns, (1.0 / (1.0 + number))[sentences], minlength=size)
    speech = np.bincount(columns, times * quoted[sentences], minlength=size)
    near = np.bincount(columns, np.exp(-number / 3.0)[sentences], minlength=size)
    within = np.bincount(lexis.tokens(0), minlength=size)
    counts = lexis.counts[words]
    frequency = np.log(counts)
    stop = lexis.stop[words].astype(float)
    early = np.log1p(first[words])
    shared = np.array(
        [frequency, frequency * (1 - stop), early, early * stop, lede[words], stop,
         speech[words] / counts, most[words], near[words], within[words]]
    )  # fmt: skip
    rows = np.zeros((len(words), TIMES, len(WORD_FIGURES)))
    rows[:, :, : len(shared)] = shared.T[:, None]
    rows[:, 1, -3] = 1.0
    rows[:, 1, -2] = 1.0 - stop
    rows[:, 2:, -1] = 1.0
    return rows.reshape(-1, len(WORD_FIGURES))


def pair_figures(
    lexis: Lexis, pairs: Numbers, spread: Numbers, first: Numbers, chance: Reals
) -> Reals:
    """Return the figures of pairs of words (two columns).

    `spread` is in how many sentences each pair stands, `first` the first of them; `chance` the
    probability of every word of the lexis.
    """
    left, right = pairs[:, 0], pairs[:, 1]
    rarer = np.minimum(lexis.counts[left], lexis.counts[right])
    odds = np.log(chance / (1 - chance))
    one, other = odds[left], odds[right]
    return np.array(
        [np.log(spread), np.log1p(first), spread / rarer, one + other, np.minimum(one, other),
         chance[left] * chance[right]]
    ).T  # fmt: skip
