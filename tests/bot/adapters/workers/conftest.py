"""A pool with small limits."""

from collections.abc import Iterator

import pytest

from bot.adapters.workers.limits import Limits
from bot.adapters.workers.pool import Workers
from tests.bot.adapters.workers import jobs

LIMITS = Limits(seconds=30.0, megabytes=128)
HASTY = Limits(seconds=1.0, megabytes=128)


@pytest.fixture
def workers() -> Iterator[Workers[None]]:
    """Return a pool of two workers."""
    workers = Workers(jobs.nothing, processes=2, limits=LIMITS)
    yield workers
    workers.close()


@pytest.fixture
def hasty() -> Iterator[Workers[None]]:
    """Return a pool of two workers that give up soon."""
    workers = Workers(jobs.nothing, processes=2, limits=HASTY)
    yield workers
    workers.close()
