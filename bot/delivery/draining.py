"""Draining: until when it is worth waiting, and those who wait."""

import asyncio
from datetime import datetime, timedelta

SHORTLY = 30.0
"""Seconds without an arrival after which draining waits for no more repeats."""


class Rest:
    """Those who wait until there is nothing at all to do."""

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    async def wait(self) -> None:
        """Wait for it."""
        resting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(resting)
        await resting

    def tell(self) -> None:
        """Tell everybody that it is so now."""
        for resting in self._waiting:
            if not resting.done():
                resting.set_result(None)
        self._waiting.clear()


def is_worth_waiting(
    due_at: datetime | None, *, arrived_at: datetime, paced_until: datetime
) -> bool:
    """Return whether what is due next is to be waited for, as against left for another run."""
    if due_at is None:
        return False
    return due_at <= max(paced_until, arrived_at + timedelta(seconds=SHORTLY))
