"""Which candidates can stand together in a summary that reads well."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.ranking.lexis import Lexis, Numbers
from summarizer.ranking.openings import Openings, has_pronoun_subject, opens_with_connective
from summarizer.ranking.surnames import bare_surname, find_surnames

REPEATED = 0.6
"""From which share of the shorter one's content words on a sentence repeats another."""

_LOOKED_AT = 200  # sentences in which surnames are looked for
_BIT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What each candidate needs before it, and what it cannot stand with; sets are bit masks.

    Of each mask of `needs` a member must stand in the summary; `clashes` are the candidates that
    say the same; `faults` what is wrong with a candidate whatever is around it.
    """

    needs: Sequence[Sequence[int]]
    clashes: Sequence[int]
    faults: Sequence[int]

    def offences(self, chosen: int, candidate: int) -> int:
        """Count what is wrong with adding a candidate to those chosen, all of them before it."""
        lacking = sum(not chosen & mask for mask in self.needs[candidate])
        return self.faults[candidate] + lacking + (chosen & self.clashes[candidate]).bit_count()


def read_together(
    sentences: Sequence[str],
    candidates: Sequence[int],
    odd: Sequence[bool],
    lexis: Lexis,
    openings: Openings,
) -> Reading:
    """Read the candidates, which are sentences of the body by number, in order."""
    surnames = find_surnames(sentences[:_LOOKED_AT]) if openings.verbs else frozenset()
    texts = [sentences[number] for number in candidates]
    needs = []
    for at, text in enumerate(texts):
        masks = []
        if opens_with_connective(text, openings) or has_pronoun_subject(text, openings):
            follows = at > 0 and candidates[at - 1] == candidates[at] - 1
            masks.append(_BIT << (at - 1) if follows else 0)
        if name := bare_surname(text, surnames):
            whole = re.compile(rf"\b{re.escape(name)}\b")
            masks.append(sum(_BIT << i for i in range(at) if whole.search(texts[i])))
        needs.append(masks)
    return Reading(needs=needs, clashes=_clashes(lexis, candidates), faults=[int(o) for o in odd])


def _clashes(lexis: Lexis, candidates: Sequence[int]) -> list[int]:
    contents = [set(_content(lexis, number).tolist()) for number in candidates]
    return [
        sum(
            _BIT << other
            for other in range(at)
            if len(contents[at] & contents[other])
            >= max(2.5, REPEATED * min(len(contents[at]), len(contents[other])))
        )
        for at in range(len(candidates))
    ]


def _content(lexis: Lexis, sentence: int) -> Numbers:
    tokens = np.unique(lexis.tokens(sentence))
    kept: Numbers = tokens[~lexis.stop[tokens]]
    return kept


def repeats_headline(lexis: Lexis, sentence: int, headline: frozenset[str]) -> bool:
    """Tell whether a sentence says what the headline, given by its stems, has said already."""
    content = _content(lexis, sentence).tolist()
    shared = sum(lexis.stems[word] in headline for word in content)
    return len(content) >= 3 and shared >= 0.75 * len(content)
