"""Which candidates can stand together in a summary that reads well."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.ranking.lexis import Lexis
from summarizer.ranking.openings import Openings, opens_with_connective, pronoun_subject
from summarizer.ranking.surnames import bare_surname, find_surnames

REPEATED = 0.65
"""From which share of the shorter one's content words on a sentence repeats another."""

_LOOKED_AT = 200  # sentences in which surnames are looked for
_PERSONS = frozenset({"he", "she", "they", "it"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What each candidate needs before it, and what it cannot stand with; sets are bit masks.

    `leads` are those of which one must stand right before the candidate in the summary, `names`
    those of which one must stand anywhere before it; None where none is needed. `clashes` are the
    candidates that say the same; `faults` what is wrong with one whatever is around it.
    """

    leads: Sequence[int | None]
    names: Sequence[int | None]
    clashes: Sequence[int]
    faults: Sequence[int]

    def offences(self, chosen: int, candidate: int) -> int:
        """Count what is wrong with adding a candidate to those chosen, all of them before it."""
        leads, names = self.leads[candidate], self.names[candidate]
        last = 1 << (chosen.bit_length() - 1) if chosen else 0
        return (
            self.faults[candidate]
            + (leads is not None and not leads & last)
            + (names is not None and not names & chosen)
            + (chosen & self.clashes[candidate]).bit_count()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The body's sentences, and what is to be known of how each opens."""

    sentences: Sequence[str]
    candidates: Sequence[int]
    openings: Openings
    surnames: frozenset[str]

    def leads(self, at: int) -> int | None:
        """Give which candidates may stand right before the candidate `at`.

        After a connective it is the sentence before it. A pronoun may also follow on the sentence
        that introduces whom it means: back over sentences with the same pronoun to the one that
        has a name for a subject, or to any that has that name.
        """
        number = self.candidates[at]
        text = self.sentences[number]
        pronoun = pronoun_subject(text, self.openings)
        joined = opens_with_connective(text, self.openings)
        if pronoun is None and not joined:
            return None
        mask, before = 0, number - 1
        while before >= 0:
            mask |= self._bit(before)
            former = self.sentences[before]
            if joined or pronoun not in _PERSONS:
                break
            if pronoun_subject(former, self.openings) != pronoun:
                mask |= self.named(bare_surname(former, self.surnames), at)
                break
            joined = opens_with_connective(former, self.openings)
            before -= 1
        return mask

    def named(self, name: str | None, at: int) -> int:
        """Give which candidates before the candidate `at` have the name."""
        if name is None:
            return 0
        whole = re.compile(rf"\b{re.escape(name)}\b")
        return sum(1 << i for i in range(at) if whole.search(self.sentences[self.candidates[i]]))

    def _bit(self, number: int) -> int:
        at = bisect_left(self.candidates, number)
        found = at < len(self.candidates) and self.candidates[at] == number
        return 1 << at if found else 0


def read_together(
    sentences: Sequence[str],
    candidates: Sequence[int],
    faulty: Sequence[bool],
    lexis: Lexis,
    openings: Openings,
) -> Reading:
    """Read the candidates, which are sentences of the body by number, in order."""
    surnames = find_surnames(sentences[:_LOOKED_AT]) if openings.verbs else frozenset()
    body = _Body(sentences=sentences, candidates=candidates, openings=openings, surnames=surnames)
    bare = [bare_surname(sentences[number], surnames) for number in candidates]
    return Reading(
        leads=[body.leads(at) for at in range(len(candidates))],
        names=[None if name is None else body.named(name, at) for at, name in enumerate(bare)],
        clashes=_clashes(lexis, candidates),
        faults=[int(one) for one in faulty],
    )


def _clashes(lexis: Lexis, candidates: Sequence[int]) -> list[int]:
    contents = [_content(lexis, number) for number in candidates]
    return [
        sum(
            1 << other
            for other in range(at)
            if len(contents[at] & contents[other])
            >= max(4, REPEATED * min(len(contents[at]), len(contents[other])))
        )
        for at in range(len(candidates))
    ]


def _content(lexis: Lexis, sentence: int) -> frozenset[int]:
    return lexis.content.intersection(lexis.tokens(sentence).tolist())


def repeats_headline(lexis: Lexis, sentence: int, headline: frozenset[str]) -> bool:
    """Tell whether a sentence says what the headline, given by its stems, has said already."""
    if not headline:
        return False
    content = _content(lexis, sentence)
    shared = sum(lexis.stems[word] in headline for word in content)
    return len(content) >= 3 and shared >= 0.75 * len(content)
