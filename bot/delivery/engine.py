"""The engine: claims what is due, begins what may leave, and sleeps until there is more."""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from bot.delivery.alarm import Alarm
from bot.delivery.beginning import Beginning
from bot.delivery.claiming import Claiming
from bot.delivery.courier import Courier
from bot.delivery.draining import Rest, is_worth_waiting
from bot.delivery.gate import PATIENCE, Gate
from bot.delivery.ledger import Ledger
from bot.delivery.pace import Limits, Pace
from bot.delivery.policy import Policy
from bot.delivery.pool import Pool
from bot.delivery.ports import QueueStore
from bot.delivery.posts import Posts
from bot.delivery.recovery import EVERY, Recovery
from bot.delivery.report import Drained, Tally
from bot.delivery.sending import Order, Sending
from bot.delivery.watching import Watching
from bot.ports import Clock, Messenger

AHEAD_SECONDS = 0.15
"""Seconds' worth of messages that are begun before their turn, so that commits cost no turns."""

log = logging.getLogger(__name__)


class Engine:
    """Delivers what the outbox owes, at Telegram's pace, until it is stopped.

    `console` True delivers to the terminal alone, False to all chats but it. `look_seconds` is
    the longest time without a look at the outbox: short where processes share a store.
    """

    def __init__(
        self,
        *,
        store: QueueStore,
        messenger: Messenger,
        clock: Clock,
        posts: Posts,
        limits: Limits | None = None,
        policy: Policy | None = None,
        console: bool | None = None,
        timer: Callable[[], float] = time.monotonic,
        look_seconds: float = EVERY,
    ) -> None:
        policy = policy or Policy()
        self.pace = Pace(limits or Limits())
        rate = self.pace.limits.per_second
        self._clock = clock
        self._timer = timer
        self._look_seconds = look_seconds
        self._ahead = max(2, round(rate * AHEAD_SECONDS))
        self._ledger = ledger = Ledger(store, clock)
        most = max(16, min(512, round(rate)))  # as many as the messenger has connections
        self._gate = Gate(self.pace, clock=clock, timer=timer, most=most)
        self._gate.passed = self._wake
        self._courier = Courier(
            sending=Sending(messenger=messenger, posts=posts, gate=self._gate, ledger=ledger),
            ledger=ledger,
            pace=self.pace,
            policy=policy,
            clock=clock,
            timer=timer,
        )
        self._beginning = Beginning(ledger=ledger, clock=clock, policy=policy)
        self._recovery = Recovery(
            ledger, clock=clock, timer=timer, policy=policy, every=look_seconds
        )
        self._watching = Watching(ledger, self.pace, clock=clock, timer=timer, every=look_seconds)
        self._pool = Pool()
        self._claiming = Claiming(
            pool=self._pool,
            ledger=ledger,
            watching=self._watching,
            clock=clock,
            console=console,
            page=max(20, min(500, round(rate * 2))),
        )
        self._alarm = Alarm(clock)
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._rested = Rest()
        self._running: asyncio.Task[None] | None = None

    @property
    def tally(self) -> Tally:
        """What came of the deliveries since the start."""
        return self._courier.tally

    def poke(self) -> None:
        """Tell that the outbox has something new."""
        self._claiming.poke()
        self._wake()

    async def run(self) -> None:
        """Deliver until stopped; raises TokenRefused when Telegram does not know the bot."""
        self._running = asyncio.current_task()
        self._gate.open()
        gate = asyncio.create_task(self._gate.run(), name="gate")
        try:
            while not self._stopping and self._courier.refused is None:
                await self._safe_round()
            self._gate.close()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            claimed = [delivery.id for delivery in self._pool.remove(lambda _: True)]
            await self._ledger.write(lambda store: store.queue.unclaim(claimed))
        finally:
            for task in (gate, *self._tasks):
                task.cancel()
            self._running = None
            self._stopping = False
            self._rested.tell()
        if self._courier.refused is not None:
            raise self._courier.refused

    async def stop(self, grace: float = 10.0) -> None:
        """Begin nothing more, and give what is being sent so many seconds to end."""
        running = self._running
        if running is None:
            return
        self._stopping = True
        self._gate.close()
        self._wake()
        for seconds in (grace, 2.0):
            await asyncio.wait({running}, timeout=seconds)
            for task in self._tasks:
                task.cancel()  # what it was sending is uncertain now: the next start decides
        running.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await running

    async def drain(self) -> Drained:
        """Deliver everything that is due, and wait for what is to be repeated shortly.

        Raises TokenRefused. Works beside `run`, or runs by itself for as long as it takes.
        """
        own = None if self._running else asyncio.create_task(self.run(), name="delivery")
        sent, failed, begun = self.tally.sent, self.tally.failed, self._clock.now()
        try:
            await asyncio.sleep(0)
            self.poke()
            await self._at_rest()
            while self._running and is_worth_waiting(
                self._next_due,
                arrived_at=max(self._courier.arrived_at or begun, begun),
                paced_until=self._courier.paced_until or begun,
            ):
                await self._at_rest()
            left = await self._claiming.left()
        finally:
            if own is not None:
                self._stopping = not own.done()
                self._wake()
                await own
        failed = self.tally.failed - failed
        failures = tuple(self.tally.failures[-failed:]) if failed else ()
        return Drained(sent=self.tally.sent - sent, failed=failed, left=left, failures=failures)

    @property
    def _next_due(self) -> datetime | None:
        """When something is due next, or when Telegram lets anything leave again."""
        if pause := self._pause:
            return self._clock.now() + timedelta(seconds=pause)
        return self._claiming.due_at

    async def _safe_round(self) -> None:
        try:
            await self._round()
        except Exception:
            log.exception("delivery: a fault of Dateline's own; it goes on")
            await self._clock.sleep(1)

    async def _round(self) -> None:
        """Claim and begin what there is; with nothing to begin, wait for news."""
        await self._recovery.tend()
        await self._watching.tend()
        if self._pause:
            await self._rest()
            return
        await self._claiming.claim()
        if not await self._begin():
            await self._rest()

    @property
    def _pause(self) -> float:
        """The seconds that all chats have to wait for Telegram; 0 while it is only pace."""
        wait = self.pace.overall_wait(-1, self._timer())
        return wait if wait > PATIENCE else 0.0

    async def _begin(self) -> bool:
        """Begin what may leave now; tell whether there was anything to do."""
        room = 0 if self._gate.crowded else max(0, self._ahead - self._gate.waiting)
        taken = self._pool.take(room, self._chat_wait)
        early = self._pool.remove(lambda each: self._chat_wait(each.address.chat_id) > PATIENCE)
        if not taken and not early:
            return False
        later = {
            each.id: self._courier.paced(self._chat_wait(each.address.chat_id)) for each in early
        }
        begun: Sequence[Order] = ()
        try:
            begun = await self._beginning.begin(taken, later)
        finally:
            started = {order.delivery.id for order in begun}
            self._pool.free(each for each in taken if each.id not in started)
            self._claiming.look()
        for order in begun:
            task = asyncio.create_task(self._courier.carry(order), name="courier")
            self._tasks.add(task)
            task.add_done_callback(partial(self._finished, order))
        return True

    def _finished(self, order: Order, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._pool.free([order.delivery])
        self._claiming.look()  # for what stood behind it in its line
        self._wake()

    def _chat_wait(self, chat_id: int) -> float:
        return self.pace.chat_wait(chat_id, self._timer())

    async def _rest(self) -> None:
        """Wait for news, for a chat's turn, for what is due next, or for a pause to end."""
        pause, waits = self._pause, [self._look_seconds]
        if self._claiming.is_wanted and not pause:
            return
        if (due_at := self._claiming.due_at) is not None:
            waits.append((due_at - self._clock.now()).total_seconds())
        if (soonest := self._pool.soonest(self._chat_wait)) is not None and soonest > 0:
            waits.append(soonest + 0.001)
        if not self._tasks and (pause or not len(self._pool)):
            self._rested.tell()
        asked = self._timer()
        await self._alarm.wait(pause or min(waits))
        if self._timer() - asked >= self._look_seconds:
            self._claiming.look()

    def _wake(self) -> None:
        self._alarm.ring()

    async def _at_rest(self) -> None:
        """Wait until there is nothing at all to do now."""
        if self._running is not None:
            await self._rested.wait()
