"""Readjusting: what is owed is not forgotten, nor let wait, because somebody set the clock."""

import logging
from collections.abc import Callable
from datetime import timedelta

from bot.delivery.claiming import Claiming
from bot.delivery.courier import Courier
from bot.delivery.ledger import Ledger
from bot.delivery.policy import Policy
from bot.delivery.pool import Pool
from bot.delivery.ports import QueueTransaction
from bot.ports import SteadyClock

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two looks for moments that cannot be."""

SLACK = timedelta(minutes=1)
"""So much may the clocks of machines that share a store differ."""

YEAR = timedelta(days=365)
"""What is owed for a year longer than anything may be is so by a wrong clock alone."""


class Readjusting:
    """Follows the machine's clock, and changes with it the moments that are kept.

    The clock can be set while no process runs, too: what is owed then says of itself that it comes
    from the future, or from a past too long ago.
    """

    def __init__(
        self,
        *,
        ledger: Ledger,
        clock: SteadyClock,
        timer: Callable[[], float],
        policy: Policy,
        pool: Pool,
        claiming: Claiming,
        courier: Courier,
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._timer = timer
        self._policy = policy
        self._pool = pool
        self._claiming = claiming
        self._courier = courier
        self._next = timer()
        self._began = False
        self._was_set = False
        self._stale: list[int] = []  # deliveries claimed by the old time

    async def tend(self) -> None:
        """Follow the clock if it was set; look now and then for moments that cannot be."""
        if jump := self._clock.follow():
            way = "ahead" if jump > timedelta() else "back"
            log.warning("the clock was set %s by %s: what is owed counts from now", way, abs(jump))
            self._courier.readjust(jump)
            self._claiming.forget()
            self._stale += [delivery.id for delivery in self._pool.remove(lambda _: True)]
            self._was_set = True
        if self._was_set:
            await self._ledger.write(self._readjust)
            self._was_set, self._stale = False, []
        elif self._timer() >= self._next:
            self._next = self._timer() + EVERY
            if await self._ledger.write(self._doubt):
                self._claiming.forget()
            self._began = True

    async def _readjust(self, store: QueueTransaction) -> None:
        await store.queue.unclaim(self._stale)
        await store.queue.readjust(self._clock.now())

    async def _doubt(self, store: QueueTransaction) -> int:
        now = self._clock.now()
        believed = (now - self._policy.max_age - YEAR, now + SLACK)
        count = await store.queue.readjust(now, believed=believed)
        if count:
            log.warning("%d deliveries are of a time that cannot be: they count from now", count)
            if not self._began:  # what waits behind them says nothing of itself
                await store.queue.readjust(now)
        return count
