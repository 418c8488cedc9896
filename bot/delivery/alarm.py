"""An alarm: wakes a loop when it is rung, or after a while."""

import asyncio

from bot.ports import Clock


class Alarm:
    """One loop waits on it; whoever has news for the loop rings."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """Wake the loop, or keep it from going to sleep."""
        self._rung.set()

    async def wait(self, seconds: float | None = None) -> None:
        """Wait until it rings, at most so long; what rang before counts once."""
        if not self._rung.is_set():
            await self._first(seconds)
        self._rung.clear()

    async def _first(self, seconds: float | None) -> None:
        if seconds is None:
            await self._rung.wait()
            return
        waits = {
            asyncio.ensure_future(self._rung.wait()),
            asyncio.ensure_future(self._clock.sleep(max(0.0, seconds))),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
