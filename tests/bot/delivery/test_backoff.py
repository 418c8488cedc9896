"""Backoff: ever longer waits, at random, within bounds."""

from statistics import mean

import pytest

from bot.delivery.backoff import LEAST, MOST, backoff


@pytest.mark.parametrize("attempts", [-1, 0, 1, 2, 8, 9, 60, 10**6])
def test_waits_keep_within_bounds(attempts: int) -> None:
    """No number of attempts makes a wait shorter or longer than the bounds."""
    waits = [backoff(attempts) for _ in range(200)]
    assert min(waits) >= LEAST
    assert max(waits) <= MOST


def test_waits_grow_and_differ() -> None:
    """Many bots that failed at once do not come back at once, and come ever more seldom."""
    means = [mean(backoff(attempts) for _ in range(400)) for attempts in (1, 4, 7, 10)]
    assert means == sorted(means)
    assert len({backoff(8) for _ in range(20)}) == 20
