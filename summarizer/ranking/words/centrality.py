"""How much of what the rest of an article speaks of a sentence speaks of."""

from functools import lru_cache

import numpy as np

from summarizer.ranking.words.lexis import Lexis, Numbers, Reals


@lru_cache(maxsize=2)
def centrality(lexis: Lexis) -> Reals:
    """Rate each sentence by its similarity to all others, 1 for the most central.

    It is the sum of the row of LexRank's matrix of cosines (tf-idf, without stop words), of which
    the matrix itself is never made: the rows' sums are one sparse product, M (Mᵀ 1), so that time
    and memory grow with the words, not with the square of the sentences.
    """
    sentences, words, times = lexis.cells
    size = len(lexis.stems)
    spread = np.bincount(words, minlength=size)
    rarity: Reals = np.log1p(lexis.sentences / np.maximum(1, spread))
    rarity[lexis.stop] = 0.0
    weights: Reals = times * rarity[words]
    lengths = np.sqrt(_sums(sentences, weights**2, lexis.sentences))
    lengths[lengths == 0.0] = 1.0
    weights /= lengths[sentences]
    whole = _sums(words, weights, size)
    rated = _sums(sentences, weights * whole[words], lexis.sentences)
    most = rated.max(initial=0.0)
    return rated / most if most > 0 else rated


def _sums(rows: Numbers, values: Reals, size: int) -> Reals:
    return np.bincount(rows, values, minlength=size).astype(np.float64, copy=False)
