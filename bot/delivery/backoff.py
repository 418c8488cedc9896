"""Backoff: how long to wait after a number of failures."""

from random import uniform

LEAST, MOST = 0.5, 300.0
"""Seconds."""

_DOUBLINGS = 16
"""So many reach `MOST`; a power of two of any number would not fit."""


def backoff(attempts: int) -> float:
    """Return the seconds to wait after so many attempts in a row: ever more, at random."""
    doublings = min(max(1, attempts) - 1, _DOUBLINGS)
    return uniform(LEAST, max(LEAST, min(MOST, 2.0**doublings)))  # noqa: S311 - no secret
