"""The time."""

from datetime import datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Knows the time and waits."""

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait so long."""
        ...


class SteadyClock(Clock, Protocol):
    """A clock that runs on evenly when the machine's is set, until it is told to follow."""

    async def was_set(self) -> None:
        """Wait until the machine's clock has been set."""
        ...

    def follow(self) -> timedelta:
        """Show what the machine's clock shows; return by how much it was set, zero for not."""
        ...
