"""Watching: which chats are this process's to serve, and its share of the rate, as others come."""

import math
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta

from bot.delivery.ledger import Ledger
from bot.delivery.pace import MINUTE, Pace
from bot.delivery.ports import ALONE, Watch
from bot.ports import Clock


class Watching:
    """Looks now and then who delivers from the same store, and divides the work and the rate.

    `watch` is this process's part. A process that joins waits until the others have seen it. What
    was sent to a group in its minute is read from the store: by others, or before a restart.
    """

    def __init__(
        self,
        ledger: Ledger,
        pace: Pace,
        *,
        clock: Clock,
        timer: Callable[[], float],
        every: float,
    ) -> None:
        self.watch = ALONE
        self._ledger = ledger
        self._pace = pace
        self._clock = clock
        self._timer = timer
        self._every = every
        self._next = -math.inf
        self._joined = False

    async def tend(self) -> None:
        """Look, if it is time to."""
        if self._timer() < self._next:
            return
        self._next = self._timer() + self._every
        watch = await self._ledger.write(lambda store: store.queue.watch())
        if self._joined and watch == self.watch:
            return
        await self._recall()
        if watch.size > 1 and not self._joined:
            self._pace.pause(self._timer() + 3 * self._every)
        self._change(watch)

    def _change(self, watch: Watch) -> None:
        self.watch, self._joined = watch, True
        self._pace.sharers = watch.size

    async def _recall(self) -> None:
        """Let the pace know of what left to groups without it."""
        now, moment = self._clock.now(), self._timer()
        since = now - timedelta(seconds=MINUTE)
        moments: dict[int, list[float]] = defaultdict(list)
        for left in await self._ledger.write(lambda store: store.queue.departures(since)):
            ago = (now - left.at).total_seconds()
            if ago < 0:
                continue  # by another clock, or before this one was set back: nobody knows when
            at = moment - ago
            moments[left.chat_id] += [at] * left.messages
        for chat_id, times in moments.items():
            self._pace.recall(chat_id, times)
