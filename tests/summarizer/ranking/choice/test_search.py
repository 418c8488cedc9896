"""The search for the best set, against trying every set."""

from itertools import combinations

import numpy as np
import pytest

from summarizer.ranking.choice.expectation import Expectation
from summarizer.ranking.choice.search import Search
from summarizer.ranking.coherence.coherence import Coherence


def _search(seed: int, budget: int | None) -> Search:
    """Make up ten candidates with six words that several have, clashes and bare names."""
    made = np.random.default_rng(seed)
    counts = made.integers(0, 3, (10, 6))
    worth = np.cumsum(made.random((6, 5)), axis=1)
    worth[:, 0] = 0.0
    later = np.triu(np.ones((10, 10)), 1)
    nameless = (made.random(10) > 0.8).astype(float)
    return Search(
        expectation=Expectation(
            figures=np.column_stack([made.random(10), made.integers(5, 30, 10), counts]),
            worth=worth,
        ),
        reading=Coherence(
            after=(made.random((11, 10)) > 0.8).astype(float),
            figures=np.hstack([(made.random((10, 10)) > 0.8) * later, later]),
            nameless=nameless,
        ),
        words=made.integers(5, 30, 10).tolist(),
        count=3,
        budget=budget,
    )


def _rating(search: Search, chosen: tuple[int, ...]) -> float:
    """Rate a set by itself, a member at a time."""
    reading, size, wrong = search.reading, len(search.words), 0.0
    for at, candidate in enumerate(chosen):
        before = list(chosen[:at])
        wrong += reading.after[before[-1] + 1 if before else 0, candidate]
        wrong += reading.figures[before, candidate].sum()
        named = reading.figures[before, size + candidate].any()
        wrong += reading.nameless[candidate] * (not named)
    sums = search.expectation.figures[list(chosen)].sum(axis=0)[None]
    reference = 30.0 if search.budget is None else min(30.0, search.budget / 2)
    return float(search.expectation.rate(sums, reference)[0] - 3.0 * wrong)


@pytest.mark.parametrize("seed", range(8))
def test_the_best_set_of_all_is_found(seed: int) -> None:
    """Without a budget it is the best of three candidates."""
    search = _search(seed, None)
    best = max(combinations(range(10), 3), key=lambda chosen: _rating(search, chosen))
    assert search.best() == best


@pytest.mark.parametrize("seed", range(8))
def test_the_best_set_within_a_budget_is_found(seed: int) -> None:
    """It is the best of one, two or three candidates that are within the budget."""
    search = _search(seed, 30)
    within = [
        chosen
        for size in (1, 2, 3)
        for chosen in combinations(range(10), size)
        if sum(search.words[at] for at in chosen) <= 30
    ]
    assert search.best() == max(within, key=lambda chosen: _rating(search, chosen))
