"""Backoff: how long to wait after a number of failures; the home of tenacity here."""

from tenacity import RetryCallState, Retrying
from tenacity.wait import wait_random_exponential

_AFTER = wait_random_exponential(multiplier=1, max=300, min=0.5)


def backoff(attempts: int) -> float:
    """Give the seconds to wait after so many attempts in a row: ever more, at random."""
    state = RetryCallState(Retrying(), None, (), {})
    state.attempt_number = max(1, attempts)
    return float(_AFTER(state))
