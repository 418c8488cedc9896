"""Fingerprints of articles, by MinHash: to tell duplicates of one story from others.

A fingerprint is the MinHash signature of the story's word five-grams and how many they are, so
that besides the likeness of two texts (Jaccard) it tells how much of one stands in the other.
"""

import re
from collections.abc import Collection
from functools import cache
from hashlib import sha1

import numpy as np
from numpy.typing import NDArray

from summarizer.model import Brief, PassageKind

Hashes = NDArray[np.uint32]

PERMUTATIONS = 128
SEED = 1
WORDS = 5
LEAST = 25
"""Fewer five-grams than these tell too little: such a story is no duplicate."""


_FEW = 3
"""Hash values that two stories must share to be compared: chance makes them share a half."""


class MinHashDuplicates:
    """Stories by their fingerprints, in one table that grows as they come.

    `threshold` is the share of a new story's five-grams that stand in the one that it duplicates.
    """

    def __init__(self, threshold: float = 0.7) -> None:
        self._threshold = threshold
        self._keys: list[int] = []
        self._table = np.zeros((64, PERMUTATIONS + 1), dtype=np.uint32)
        self._bytes = np.zeros((PERMUTATIONS, 64), dtype=np.uint8)  # of the hash values, the last

    def add(self, filing_id: int, fingerprint: bytes) -> None:
        """Add a story; a fingerprint of another making is passed over."""
        row = np.frombuffer(fingerprint, dtype=np.uint32)
        if len(row) != PERMUTATIONS + 1:
            return
        at = len(self._keys)
        if at == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
            self._bytes = np.concatenate([self._bytes, np.zeros_like(self._bytes)], axis=1)
        self._table[at] = row
        self._bytes[:, at] = row[1:].astype(np.uint8)
        self._keys.append(filing_id)

    def find(self, fingerprint: bytes) -> int | None:
        """Return the number of the story that holds the most of this one, if it is enough."""
        mine = np.frombuffer(fingerprint, dtype=np.uint32)
        # The bytes of all are compared in a fifteenth of the time that the whole values take.
        same = self._bytes[:, : len(self._keys)] == mine[1:, None].astype(np.uint8)
        near = np.flatnonzero(same.view(np.uint8).sum(axis=0, dtype=np.uint8) >= _FEW)
        if not len(near):
            return None
        table = self._table[near]
        alike = (table[:, 1:] == mine[1:]).mean(axis=1)
        sizes, size = table[:, 0].astype(float), float(mine[0])
        contained = alike * (sizes + size) / (1.0 + alike) / size
        best = int(np.argmax(contained))
        return self._keys[near[best]] if contained[best] >= self._threshold else None


def fingerprint_of(brief: Brief) -> bytes | None:
    """Return the fingerprint of a story; None for one too short to tell."""
    grams = _grams(brief)
    if len(grams) < LEAST:
        return None
    size = np.array([len(grams)], dtype=np.uint32)
    return np.concatenate([size, signature_of(grams)]).tobytes()


def signature_of(grams: Collection[str]) -> Hashes:
    """Return the MinHash signature of some texts: the least hash value under each permutation.

    The values are those of datasketch 2's scheme "affine32", which made the first fingerprints in
    stores: the library loads scipy, which takes 41 MB and a second.
    """
    digests = b"".join([sha1(gram.encode(), usedforsecurity=False).digest()[:4] for gram in grams])
    hashes = _mixed(np.frombuffer(digests, dtype="<u4").astype(np.uint32))
    factors, addends = _permutations()
    signature: Hashes = (hashes[:, None] * factors + addends).min(axis=0)
    return signature


def _mixed(hashes: Hashes) -> Hashes:
    """Spread hash values evenly, by the last steps of MurmurHash3 (modulo 2^32)."""
    hashes = (hashes ^ (hashes >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    hashes = (hashes ^ (hashes >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return hashes ^ (hashes >> np.uint32(16))


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    """Draw the permutations of 32-bit numbers, always the same: odd factors and addends."""
    draw = np.random.RandomState(SEED)
    halves = draw.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32)
    addends = draw.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)
    return halves * np.uint32(2) + np.uint32(1), addends


def _grams(brief: Brief) -> set[str]:
    """Return the five-grams of the body's words, within passages, so that their order is free."""
    grams: set[str] = set()
    for passage in brief.parsed.passages:
        if passage.kind is PassageKind.BODY:
            words = re.findall(r"\w+", passage.span.of(brief.text).casefold())
            grams.update(" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))
    return grams
