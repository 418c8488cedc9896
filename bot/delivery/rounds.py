"""Rounds: claim what is due, begin what may leave, and rest until there is more."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.delivery.alarm import Alarm
from bot.delivery.beginning import Beginning
from bot.delivery.claiming import Claiming
from bot.delivery.courier import Courier
from bot.delivery.draining import Rest
from bot.delivery.gate import PATIENCE, Gate
from bot.delivery.pace import Pace
from bot.delivery.pool import Pool
from bot.delivery.readjusting import Readjusting
from bot.delivery.recovery import Recovery
from bot.delivery.sending import Order
from bot.delivery.watching import Watching
from bot.ports import Clock

AHEAD_SECONDS = 0.15
"""Seconds' worth of messages that are begun before their turn, so that commits cost no turns."""


@dataclass(slots=True, kw_only=True)
class Rounds:
    """Goes round by round; what was begun is carried by `tasks`.

    `look_seconds` is the longest time without a look at the outbox.
    """

    claiming: Claiming
    beginning: Beginning
    courier: Courier
    gate: Gate
    pace: Pace
    pool: Pool
    readjusting: Readjusting
    recovery: Recovery
    watching: Watching
    clock: Clock
    timer: Callable[[], float]
    look_seconds: float
    alarm: Alarm
    rested: Rest = field(default_factory=Rest)
    tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def poke(self) -> None:
        """Note that the outbox has something new."""
        self.claiming.poke()
        self.alarm.ring()

    async def go(self) -> None:
        """Claim and begin what there is; with nothing to begin, wait for news."""
        await self.readjusting.tend()  # before anything goes by the time
        await self.recovery.tend()
        await self.watching.tend()
        if self.pause:
            await self._rest()
            return
        await self.claiming.claim()
        if not await self._begin():
            await self._rest()

    @property
    def pause(self) -> float:
        """The seconds that all chats have to wait for Telegram; 0 while it is only pace."""
        wait = self.pace.overall_wait(-1, self.timer())
        return wait if wait > PATIENCE else 0.0

    @property
    def _ahead(self) -> int:
        """How many messages are begun before their turn."""
        return max(2, round(self.pace.limits.per_second * AHEAD_SECONDS))

    async def _begin(self) -> bool:
        """Begin what may leave now; return whether there was anything to do."""
        room = 0 if self.gate.crowded else max(0, self._ahead - self.gate.waiting)
        taken = self.pool.take(room, self._chat_wait)
        early = self.pool.remove(lambda each: self._chat_wait(each.address.chat_id) > PATIENCE)
        if not taken and not early:
            return False
        later = {
            each.id: self.courier.paced(self._chat_wait(each.address.chat_id)) for each in early
        }
        begun: Sequence[Order] = ()
        try:
            begun = await self.beginning.begin(taken, later)
        finally:
            started = {order.delivery.id for order in begun}
            self.pool.free(each for each in taken if each.id not in started)
            self.claiming.look()
        for order in begun:
            task = asyncio.create_task(self.courier.carry(order), name="courier")
            self.tasks.add(task)
            task.add_done_callback(partial(self._finished, order))
        return True

    def _finished(self, order: Order, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        self.pool.free([order.delivery])
        self.claiming.look()  # for what stood behind it in its line
        self.alarm.ring()

    def _chat_wait(self, chat_id: int) -> float:
        return self.pace.chat_wait(chat_id, self.timer())

    async def _rest(self) -> None:
        """Wait for news, for a chat's turn, for what is due next, or for a pause to end."""
        pause, waits = self.pause, [self.look_seconds]
        if self.claiming.is_wanted and not pause:
            return
        if (due_at := self.claiming.due_at) is not None:
            waits.append((due_at - self.clock.now()).total_seconds())
        if (soonest := self.pool.soonest(self._chat_wait)) is not None and soonest > 0:
            waits.append(soonest + 0.001)
        if not self.tasks and (pause or not len(self.pool)):
            self.rested.tell()
        asked = self.timer()
        await self.alarm.wait(pause or min(waits))
        if self.timer() - asked >= self.look_seconds:
            self.claiming.look()

    @property
    def next_due(self) -> datetime | None:
        """When something is due next, or when Telegram lets anything leave again."""
        if pause := self.pause:
            return self.clock.now() + timedelta(seconds=pause)
        return self.claiming.due_at
