"""The real clock, and what it means that it can be set."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

LEAST = timedelta(seconds=1)
"""A clock that is off by less was not set: it is corrected by so much all the time."""

LOOK = 1.0
"""Seconds between two looks whether the clock was set."""

AT_ONCE = 0.1
"""Seconds within which two clocks must be read to be compared; a process can be stopped between."""


def wall() -> datetime:
    """Return what the machine's clock shows, which anybody may set."""
    return datetime.now(UTC)


def steady() -> float:
    """Return seconds that pass evenly whatever the machine's clock is set to.

    Where the system can tell, they pass while the machine sleeps as well: that is no jump.
    """
    try:
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    except (AttributeError, OSError):
        return time.monotonic()


class SystemClock:
    """The machine's time as it was when last followed, and what has passed since.

    So what compares two moments is not misled when the clock is set in between, however far:
    whoever can put right what depends on it calls `follow`.
    """

    def __init__(
        self, wall: Callable[[], datetime] = wall, steady: Callable[[], float] = steady
    ) -> None:
        self._wall = wall
        self._steady = steady
        self._moment, self._at = self._read()

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return self._moment + timedelta(seconds=self._steady() - self._at)

    async def sleep(self, seconds: float) -> None:
        """Wait so long."""
        await asyncio.sleep(seconds)

    async def was_set(self) -> None:
        """Wait until the machine's clock has been set."""
        while not self._ahead(*self._read()):  # noqa: ASYNC110 - no system call tells
            await asyncio.sleep(LOOK)

    def follow(self) -> timedelta:
        """Show what the machine's clock shows; return by how much it was set, zero for not."""
        moment, at = self._read()
        ahead = self._ahead(moment, at)
        if ahead:
            self._moment, self._at = moment, at
        return ahead

    def _ahead(self, moment: datetime, at: float) -> timedelta:
        ahead = moment - self._moment - timedelta(seconds=at - self._at)
        return ahead if abs(ahead) >= LEAST else timedelta()

    def _read(self) -> tuple[datetime, float]:
        """Read both clocks at one moment."""
        while True:
            before, moment, after = self._steady(), self._wall(), self._steady()
            if after - before < AT_ONCE:
                return moment, after
