"""Fingerprints of articles, by datasketch's MinHash: to tell copies of one story apart from others.

A fingerprint is the MinHash signature of the story's word five-grams and how many they are, so
that besides the likeness of two texts (Jaccard) it tells how much of one stands in the other.
"""

import re
from dataclasses import dataclass

import numpy as np

from summarizer.model import Brief, PassageKind

PERMUTATIONS = 128
SEED = 1
WORDS = 5
LEAST = 25
"""Fewer five-grams than these tell too little: such a story is no copy of anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprints:
    """Makes fingerprints and finds the one that a new one copies.

    `threshold` is the share of the new story's five-grams that stand in the earlier one.
    """

    threshold: float = 0.7

    def of(self, brief: Brief) -> bytes | None:
        """Give the fingerprint of a story; None for one too short to tell."""
        grams = _grams(brief)
        if len(grams) < LEAST:
            return None
        from datasketch import MinHash  # noqa: PLC0415 - it takes a second, and only filing needs it

        sketch = MinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update_batch([gram.encode() for gram in grams])
        signature = np.asarray(sketch.hashvalues, dtype=np.uint32)
        return np.concatenate([np.array([len(grams)], dtype=np.uint32), signature]).tobytes()

    def copied(self, new: bytes, earlier: dict[int, bytes]) -> int | None:
        """Give the key of the earlier fingerprint that the new one copies best, or None."""
        if not earlier:
            return None
        keys = list(earlier)
        table = np.frombuffer(b"".join(earlier[key] for key in keys), dtype=np.uint32)
        table = table.reshape(len(keys), PERMUTATIONS + 1)
        mine = np.frombuffer(new, dtype=np.uint32)
        alike = (table[:, 1:] == mine[1:]).mean(axis=1)
        sizes, size = table[:, 0].astype(float), float(mine[0])
        shared = alike * (sizes + size) / (1.0 + alike)
        contained = shared / size
        best = int(np.argmax(contained))
        return keys[best] if contained[best] >= self.threshold else None


def _grams(brief: Brief) -> set[str]:
    """Give the five-grams of the body's words, within passages, so that their order is free."""
    grams: set[str] = set()
    for passage in brief.copy.passages:
        if passage.kind is PassageKind.BODY:
            words = re.findall(r"\w+", passage.span.of(brief.text).casefold())
            grams.update(" ".join(words[i : i + WORDS]) for i in range(len(words) - WORDS + 1))
    return grams
