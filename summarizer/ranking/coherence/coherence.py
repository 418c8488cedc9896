"""Which candidates can stand together in a summary that reads well."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from summarizer.ranking.choice.expectation import Figures
from summarizer.ranking.coherence.connectives import Openings, read_opening
from summarizer.ranking.coherence.surnames import bare_names, find_surnames
from summarizer.ranking.words.lexis import Lexis, Numbers, Reals

REPEATED = 0.65
"""From which share of the shorter one's content words on a sentence repeats another."""

_LOOKED_AT = 200  # sentences in which surnames are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Coherence:
    """What is wrong with a candidate (a column each) after others (a row each).

    `after` counts what is wrong with one right after another, and in its first row, right at the
    beginning: what is wrong anywhere, and that none it leans on is there. `figures` has columns
    twice: it marks which say the same as an earlier one, and of which one must stand somewhere
    before it, where `nameless` tells that it needs one.
    """

    after: Reals
    figures: Reals
    nameless: Reals

    def first(self) -> Reals:
        """Count what is wrong with each candidate as the first of a set."""
        count: Reals = self.after[0] + self.nameless
        return count

    def offences(self, sums: Reals, last: Numbers) -> Reals:
        """Count what is wrong with adding each candidate to sets (a row each) of some before it.

        `sums` are the sums of the figures of a set's members, `last` is the last of them or -1.
        """
        size = len(self.nameless)
        named = sums[:, size:] > 0.0
        count: Reals = self.after[last + 1] + sums[:, :size] + self.nameless * ~named
        return count


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The body's sentences up to the last candidate, and what is to be known of how each opens."""

    sentences: Sequence[str]
    candidates: Sequence[int]
    pronouns: Sequence[str | None]
    joined: Sequence[bool]
    bare: Sequence[str | None]  # surnames
    persons: frozenset[str]  # pronouns that may go on standing for somebody

    def leads(self, at: int) -> list[int] | None:
        """Return which candidates may stand right before the candidate `at`; None for any.

        After a connective it is the sentence before it. A pronoun may also follow on the sentence
        that introduces whom it means: back over sentences with the same pronoun to the one that
        has a name for a subject, or to any that has that name.
        """
        number = self.candidates[at]
        pronoun, joined = self.pronouns[number], self.joined[number]
        if pronoun is None and not joined:
            return None
        found: list[int] = []
        for before in range(number - 1, -1, -1):
            found += self._candidate(before)
            if joined or pronoun not in self.persons:
                break
            if self.pronouns[before] != pronoun:
                found += self.named(self.bare[before], at)
                break
            joined = self.joined[before]
        return found

    def named(self, name: str | None, at: int) -> list[int]:
        """Return which candidates before the candidate `at` have the name."""
        if name is None:
            return []
        return [i for i in range(at) if _has(self.sentences[self.candidates[i]], name)]

    def _candidate(self, number: int) -> list[int]:
        at = bisect_left(self.candidates, number)
        found = at < len(self.candidates) and self.candidates[at] == number
        return [at] if found else []


def _has(sentence: str, name: str) -> bool:
    """Return whether a sentence has a name as a word: no pattern is made for each name."""
    at = sentence.find(name)
    while at >= 0:
        if _is_edge(sentence, at) and _is_edge(sentence, at + len(name)):
            return True
        at = sentence.find(name, at + 1)
    return False


def _is_edge(text: str, at: int) -> bool:
    """Return whether a word begins or ends there, as a pattern's mark for that would."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


def read_together(
    sentences: Sequence[str],
    candidates: Sequence[int],
    faulty: Sequence[bool],
    same: Reals,
    openings: Openings,
) -> Coherence:
    """Read the candidates, which are sentences of the body by number, in order.

    `same` marks in the row of each those after it that say the same: their `clashes`.
    """
    body = _read_body(sentences, candidates, openings)
    size = len(candidates)
    after = np.zeros((size + 1, size)) + np.array(faulty, dtype=float)
    names, nameless = np.zeros((size, size)), np.zeros(size)
    for at, number in enumerate(candidates):
        if (leads := body.leads(at)) is not None:
            after[:, at] += 1.0
            for lead in set(leads):
                after[lead + 1, at] -= 1.0
        if (name := body.bare[number]) is not None:
            nameless[at] = 1.0
            names[body.named(name, at), at] = 1.0
    return Coherence(after=after, figures=np.hstack([same, names]), nameless=nameless)


def _read_body(sentences: Sequence[str], candidates: Sequence[int], openings: Openings) -> _Body:
    read = sentences[: candidates[-1] + 1] if candidates else ()
    names = [bare_names(sentence, openings.surnames) for sentence in read]
    surnames = find_surnames(
        sentences[:_LOOKED_AT], openings.surnames, frozenset(chain.from_iterable(names))
    )
    opened = [read_opening(sentence, openings) for sentence in read]
    return _Body(
        sentences=sentences,
        candidates=candidates,
        pronouns=[pronoun for pronoun, _ in opened],
        joined=[joined for _, joined in opened],
        bare=[next((name for name in one if name in surnames), None) for one in names],
        persons=openings.persons,
    )


def clashes(lexis: Lexis, figures: Figures) -> Reals:
    """Mark in the row of each candidate those after it that say the same."""
    has = (figures.word_counts > 0) & ~lexis.stop[figures.words]
    shared = has.astype(float) @ has.T
    size = shared.diagonal()
    least = np.maximum(4, REPEATED * np.minimum(size[:, None], size))
    number = np.arange(len(size))
    same: Reals = ((shared >= least) & (number[:, None] < number)).astype(float)
    return same


def repeats_headline(lexis: Lexis, sentence: int, headline: frozenset[int]) -> bool:
    """Return whether a sentence says what the headline, given by its words, has said already."""
    if not headline:
        return False
    content = lexis.content.intersection(lexis.tokens(sentence).tolist())
    return len(content) >= 3 and len(content & headline) >= 0.75 * len(content)
