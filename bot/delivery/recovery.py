"""Recovery: what processes that are gone left behind, and what is owed for too long."""

import logging
from collections.abc import Callable

from bot.delivery.ledger import Ledger
from bot.delivery.policy import Policy, Uncertain
from bot.delivery.ports import QueueTransaction
from bot.delivery.remedies import is_harmless
from bot.ports import Clock

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two looks, unless the store is shared by processes that look oftener."""

LOST = "the bot ended while this was being sent: it may have arrived"
OLD = "given up for its age: it could not be delivered in time"


class Recovery:
    """Puts right, at the start and now and then, what nobody else will."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        clock: Clock,
        timer: Callable[[], float],
        policy: Policy,
        every: float = EVERY,
    ) -> None:
        self._ledger = ledger
        self._clock = clock
        self._timer = timer
        self._policy = policy
        self._every = every
        self._next = timer()

    async def tend(self) -> int:
        """Look, if it is time to; return how many deliveries were given up."""
        if self._timer() < self._next:
            return 0
        self._next = self._timer() + self._every
        lost = await self._ledger.write(self._recover)
        old = await self._ledger.write(self._expire)
        if old:
            log.warning("%d deliveries were given up for their age", old)
        return lost + old

    async def _recover(self, store: QueueTransaction) -> int:
        """Decide on attempts whose answers were lost with their process; return how many ended."""
        now, ended = self._clock.now(), 0
        for delivery in await store.queue.recover():
            if self._policy.uncertain is Uncertain.REPEAT or is_harmless(delivery):
                await store.queue.later(delivery.id, now)
                log.info("delivery %d: its answer was lost in a crash, it is repeated", delivery.id)
            else:
                await store.queue.expire([delivery.id], LOST)
                log.warning("delivery %d: %s", delivery.id, LOST)
                ended += 1
        return ended

    async def _expire(self, store: QueueTransaction) -> int:
        return await store.queue.expire_older(self._clock.now() - self._policy.max_age, OLD)
