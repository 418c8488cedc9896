"""The words of an article's body in numbers, counted as the measures of summaries count them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

import numpy as np
from numpy.typing import NDArray

from summarizer.ranking.words.stems import UNSPACED

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]

# Unlike sumy's words these have no inner marks: "don't" is two, "al-Hasakah" is two.
_PIECE = re.compile(rf"[^\W_{UNSPACED}]+|[{UNSPACED}]")
# The same where all letters are ASCII's: these in small letters, and a space for all else.
_ASCII = bytes(ord(chr(n).lower()) if n < 128 and chr(n).isalnum() else 32 for n in range(256))


@dataclass(frozen=True, kw_only=True, eq=False)
class Lexis:
    """The body's tokens in order: which word each is, and in which sentence it stands.

    Words are stems, numbered from 0 as they come; `starts[i]` is the first token of sentence i,
    `starts[-1]` the number of tokens. `stop` tells of each word whether it is a stop word.
    """

    stems: Sequence[str]
    forms: Mapping[str, int]  # words as they stand, in small letters, to the numbers of their stems
    words: Numbers
    starts: Numbers
    stop: NDArray[np.bool_]

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return len(self.starts) - 1

    @cached_property
    def content(self) -> frozenset[int]:
        """The words that are no stop words."""
        return frozenset(np.flatnonzero(~self.stop).tolist())

    @cached_property
    def homes(self) -> Numbers:
        """The sentence of each token."""
        return np.arange(self.sentences).repeat(self.starts[1:] - self.starts[:-1])

    @cached_property
    def counts(self) -> Numbers:
        """How often each word stands in the body."""
        return np.bincount(self.words, minlength=len(self.stems))

    @cached_property
    def cells(self) -> tuple[Numbers, Numbers, Numbers]:
        """The sentences and words that go together, each pair once, and how often they do."""
        size = max(1, len(self.stems))
        found, times = distinct(self.homes * size + self.words)
        return found // size, found % size, times

    @cached_property
    def central(self) -> Reals:
        """How similar each sentence is to all others, 1 for the most central.

        It is the sum of the row of LexRank's matrix of cosines (tf-idf, without stop words), of
        which the matrix itself is never made: the rows' sums are one sparse product, M (Mᵀ 1), so
        that time and memory grow with the words, not with the square of the sentences.
        """
        sentences, words, times = self.cells
        size = len(self.stems)
        spread = np.bincount(words, minlength=size)
        rarity: Reals = np.log1p(self.sentences / np.maximum(1, spread))
        rarity[self.stop] = 0.0
        weights: Reals = times * rarity[words]
        lengths = np.sqrt(_sums(sentences, weights**2, self.sentences))
        lengths[lengths == 0.0] = 1.0
        weights /= lengths[sentences]
        whole = _sums(words, weights, size)
        rated = _sums(sentences, weights * whole[words], self.sentences)
        most = rated.max(initial=0.0)
        return rated / most if most > 0 else rated

    def tokens(self, sentence: int) -> Numbers:
        """Return the words of a sentence, in order."""
        return self.words[self.starts[sentence] : self.starts[sentence + 1]]


def distinct(codes: Numbers) -> tuple[Numbers, Numbers]:
    """Return the different numbers in order, and how often each is there: a quicker np.unique."""
    codes = np.sort(codes)
    new = np.ones(len(codes), dtype=np.bool_)
    np.not_equal(codes[1:], codes[:-1], out=new[1:])
    at = new.nonzero()[0]
    times = np.full(len(at), len(codes))
    times[:-1] = at[1:]
    return codes[at], times - at


def _sums(rows: Numbers, values: Reals, size: int) -> Reals:
    return np.bincount(rows, values, minlength=size).astype(np.float64, copy=False)


def pieces(text: str) -> list[str]:
    """Cut a text into words, in small letters, as they are counted."""
    if text.isascii():
        return text.encode().translate(_ASCII).decode().split()
    return _PIECE.findall(text.lower())


def read_lexis(
    sentences: tuple[str, ...], stem: Callable[[str], str], stop_words: frozenset[str]
) -> Lexis:
    """Count the words of these sentences."""
    tokens = [pieces(sentence) for sentence in sentences]
    known = dict.fromkeys(chain.from_iterable(tokens), 0)
    numbers: dict[str, int] = {}  # of stems
    stop: list[bool] = []
    for word, stemmed in zip(known, map(stem, known), strict=True):
        if (number := numbers.get(stemmed)) is None:
            number = numbers[stemmed] = len(stop)
            stop.append(word in stop_words or (len(word) == 1 and word.isdigit()))
        known[word] = number
    words = map(known.__getitem__, chain.from_iterable(tokens))
    return Lexis(
        stems=tuple(numbers),
        forms=known,
        words=np.fromiter(words, dtype=np.int64),
        starts=np.array([0, *accumulate(map(len, tokens))], dtype=np.int64),
        stop=np.array(stop, dtype=np.bool_),
    )
