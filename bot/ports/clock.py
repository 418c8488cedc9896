"""The time."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """Give the present moment, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait so long."""
        ...
