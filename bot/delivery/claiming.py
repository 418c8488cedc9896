"""Claiming: the pool is filled from the outbox, a page at a time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.delivery.ledger import Ledger
from bot.delivery.pool import Pool
from bot.delivery.ports import QueueTransaction
from bot.delivery.watching import Watching
from bot.model import Delivery
from bot.ports import Clock

EVER = timedelta(days=3650)
"""Beyond this nothing becomes due: it sleeps."""


class Claiming:
    """Knows when a look at the outbox may bring something, and looks then alone.

    `due_at` is when something unclaimed becomes due next, as of the last look; None for never.
    """

    def __init__(
        self,
        *,
        pool: Pool,
        ledger: Ledger,
        watching: Watching,
        clock: Clock,
        console: bool | None,
        page: int,
    ) -> None:
        self.due_at: datetime | None = None
        self._pool = pool
        self._ledger = ledger
        self._watching = watching
        self._clock = clock
        self._console = console
        self._page = page
        self._look, self._poked = True, True

    @property
    def is_wanted(self) -> bool:
        """Whether there is room, and a look may bring something."""
        return self._poked or (self._look and not self._is_full)

    @property
    def _is_full(self) -> bool:
        return len(self._pool) > self._page / 2

    def look(self) -> None:
        """Note that something may have become claimable."""
        self._look = True

    def poke(self) -> None:
        """Note something new, which may be a reply: it does not wait for room."""
        self._look = self._poked = True

    def forget(self) -> None:
        """Note that the clock was set: what was known of what is due is no longer true."""
        self._look, self.due_at = True, None

    async def claim(self) -> None:
        """Fill the pool; with a full one, look for replies alone."""
        now = self._clock.now()
        if self.due_at is not None and self.due_at <= now:
            self._look, self.due_at = True, None
        if not self.is_wanted:
            return
        replies_only = self._is_full
        limit = self._page if replies_only else self._page - len(self._pool)
        self._look = self._poked = False

        async def claim(store: QueueTransaction) -> tuple[Sequence[Delivery], datetime | None]:
            claimed = await store.queue.claim(
                limit,
                now=now,
                console=self._console,
                replies_only=replies_only,
                watch=self._watching.watch,
            )
            return claimed, await store.queue.next_due(now, console=self._console)

        claimed, self.due_at = await self._ledger.write(claim)
        self._pool.add(claimed)
        if replies_only or len(claimed) >= limit:
            self._look = True  # there may be more: look again as soon as there is room

    async def left(self) -> int:
        """Count what is owed still, but for what sleeps."""
        ever = self._clock.now() + EVER
        return await self._ledger.write(
            lambda store: store.queue.outstanding(before=ever, console=self._console)
        )
