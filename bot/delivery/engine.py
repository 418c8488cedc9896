"""The engine: puts delivery together, runs it, stops it well, or drains what is due."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress

from bot.delivery.alarm import Alarm
from bot.delivery.beginning import Beginning
from bot.delivery.claiming import Claiming
from bot.delivery.courier import Courier
from bot.delivery.draining import is_worth_waiting
from bot.delivery.gate import Gate
from bot.delivery.ledger import Ledger
from bot.delivery.pace import Limits, Pace
from bot.delivery.policy import Policy
from bot.delivery.pool import Pool
from bot.delivery.ports import QueueStore
from bot.delivery.posts import Posts
from bot.delivery.readjusting import Readjusting
from bot.delivery.recovery import EVERY, Recovery
from bot.delivery.report import Drained, Tally
from bot.delivery.rounds import Rounds
from bot.delivery.sending import Sending
from bot.delivery.watching import Watching
from bot.errors import StoreUnusable
from bot.ports import Messenger, SteadyClock

LAST = 0.5
"""Seconds for writing down what became of what was sent, when the time of grace is over."""

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
        clock: SteadyClock,
        posts: Posts,
        limits: Limits | None = None,
        policy: Policy | None = None,
        console: bool | None = None,
        timer: Callable[[], float] = time.monotonic,
        look_seconds: float = EVERY,
    ) -> None:
        policy = policy or Policy()
        self.pace = pace = Pace(limits or Limits())
        rate = pace.limits.per_second
        self._clock = clock
        self._ledger = ledger = Ledger(store, clock)
        most = max(16, min(512, round(rate)))  # as many as the messenger has connections
        self._gate = gate = Gate(pace, clock=clock, timer=timer, most=most)
        self._courier = Courier(
            sending=Sending(messenger=messenger, posts=posts, gate=gate, ledger=ledger),
            ledger=ledger,
            pace=pace,
            policy=policy,
            clock=clock,
            timer=timer,
        )
        watching = Watching(ledger, pace, clock=clock, timer=timer, every=look_seconds)
        pool = Pool()
        claiming = Claiming(
            pool=pool,
            ledger=ledger,
            watching=watching,
            clock=clock,
            console=console,
            page=max(20, min(500, round(rate * 2))),
        )
        self._rounds = Rounds(
            claiming=claiming,
            beginning=Beginning(ledger=ledger, clock=clock, policy=policy),
            courier=self._courier,
            gate=gate,
            pace=pace,
            pool=pool,
            readjusting=Readjusting(
                ledger=ledger,
                clock=clock,
                timer=timer,
                policy=policy,
                pool=pool,
                claiming=claiming,
                courier=self._courier,
            ),
            recovery=Recovery(ledger, clock=clock, timer=timer, policy=policy, every=look_seconds),
            watching=watching,
            clock=clock,
            timer=timer,
            look_seconds=look_seconds,
            alarm=Alarm(clock),
        )
        gate.passed = self._rounds.alarm.ring
        self._stopping = False
        self._running: asyncio.Task[None] | None = None

    @property
    def tally(self) -> Tally:
        """What came of the deliveries since the start."""
        return self._courier.tally

    def poke(self) -> None:
        """Return whether the outbox has something new."""
        self._rounds.poke()

    async def run(self) -> None:
        """Deliver until stopped.

        Raise TokenRefused when Telegram does not know the bot, and StoreUnusable when the store
        is gone.
        """
        self._running = asyncio.current_task()
        self._gate.open()
        gate = asyncio.create_task(self._gate.run(), name="gate")
        clock = asyncio.create_task(self._watch_clock(), name="clock")
        try:
            while not self._stopping and self._courier.refused is None:
                await self._safe_round()
            self._gate.close()
            await asyncio.gather(*self._rounds.tasks, return_exceptions=True)
            claimed = [delivery.id for delivery in self._rounds.pool.remove(lambda _: True)]
            await self._ledger.write(lambda store: store.queue.unclaim(claimed))
        finally:
            for task in (gate, clock, *self._rounds.tasks):
                task.cancel()
            self._running = None
            self._stopping = False
            self._rounds.rested.tell()
        if self._courier.refused is not None:
            raise self._courier.refused

    async def stop(self, grace: float = 10.0) -> None:
        """Begin nothing more, and return what is being sent so many seconds to end."""
        running = self._running
        if running is None:
            return
        self._stopping = True
        self._gate.close()
        self._rounds.alarm.ring()
        for seconds in (grace, LAST):
            await asyncio.wait({running}, timeout=seconds)
            for task in self._rounds.tasks:
                task.cancel()  # what it was sending is uncertain now: the next start decides
        running.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await running

    async def drain(self) -> Drained:
        """Deliver everything that is due, and wait for what is to be repeated shortly.

        Raise TokenRefused. Works beside `run`, or runs by itself for as long as it takes.
        """
        own = None if self._running else asyncio.create_task(self.run(), name="delivery")
        sent, failed = self.tally.sent, self.tally.failed
        self._courier.arrived_at = self._clock.now()
        try:
            await asyncio.sleep(0)
            self.poke()
            await self._at_rest()
            while self._running and is_worth_waiting(
                self._rounds.next_due,
                arrived_at=self._courier.arrived_at,
                paced_until=self._courier.paced_until or self._courier.arrived_at,
            ):
                await self._at_rest()
            left = await self._rounds.claiming.left()
        finally:
            if own is not None:
                self._stopping = not own.done()
                self._rounds.alarm.ring()
                await own
        failed = self.tally.failed - failed
        failures = tuple(self.tally.failures[-failed:]) if failed else ()
        return Drained(sent=self.tally.sent - sent, failed=failed, left=left, failures=failures)

    async def _watch_clock(self) -> None:
        """See to it that a round comes soon after the clock was set."""
        while True:
            await self._clock.was_set()
            self._rounds.alarm.ring()
            await self._clock.sleep(1)

    async def _safe_round(self) -> None:
        try:
            await self._rounds.go()
        except StoreUnusable:
            raise
        except Exception:
            log.exception("delivery: a fault of Dateline's own; it goes on")
            await self._clock.sleep(1)

    async def _at_rest(self) -> None:
        """Wait until there is nothing at all to do now."""
        if self._running is not None:
            await self._rounds.rested.wait()
