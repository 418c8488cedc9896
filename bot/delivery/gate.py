"""The gate: messages leave one by one at Telegram's pace, replies first."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.delivery.alarm import Alarm
from bot.delivery.pace import Pace
from bot.ports import Clock

PATIENCE = 1.5
"""Seconds that a message may stand at the gate; with more ahead of it, it goes back."""

KEPT_FOR_REPLIES = 4
"""How many of the messages under way at once are never broadcasts."""


class NotYet(Exception):
    """The message may not leave before so many seconds: put it back until then."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"may leave in {seconds:g} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class _Waiter:
    chat_id: int
    urgent: bool
    turn: asyncio.Future[None]


class Gate:
    """Lets messages leave; `most` is how many may be under way at once."""

    def __init__(self, pace: Pace, *, clock: Clock, timer: Callable[[], float], most: int) -> None:
        self._pace = pace
        self._timer = timer
        self._most = most
        self._alarm = Alarm(clock)
        self._waiters: list[_Waiter] = []
        self._under_way = 0
        self._closed = False
        self.passed: Callable[[], None] = lambda: None

    @property
    def waiting(self) -> int:
        """How many messages stand at the gate that are no replies."""
        return sum(not waiter.urgent for waiter in self._waiters)

    @property
    def crowded(self) -> bool:
        """Whether as many broadcasts are under way as may be."""
        return self._under_way >= self._most - KEPT_FOR_REPLIES

    @asynccontextmanager
    async def turn(self, chat_id: int, *, urgent: bool) -> AsyncGenerator[None]:
        """Wait for a turn, and be under way until it is left; raise NotYet."""
        if self._closed:
            raise NotYet(0)
        self._refuse_long(chat_id)
        waiter = _Waiter(chat_id, urgent, asyncio.get_running_loop().create_future())
        self._waiters.append(waiter)
        self._alarm.ring()
        try:
            await waiter.turn
        except BaseException:
            self._withdraw(waiter)
            raise
        try:
            yield
        finally:
            self._under_way -= 1
            self._alarm.ring()

    async def run(self) -> None:
        """Return turns until cancelled."""
        while True:
            await self._alarm.wait(self._give_turns())

    def open(self) -> None:
        """Let in again after it was closed."""
        self._closed = False

    def close(self) -> None:
        """Send back whoever waits, and whoever comes."""
        self._closed = True
        while self._waiters:
            self._send_back(self._waiters[0], 0)

    def _give_turns(self) -> float | None:
        """Let go whoever may; return the seconds until the next may, None when nobody waits."""
        while True:
            now, soonest = self._timer(), None
            for waiter in sorted(self._waiters, key=lambda each: not each.urgent):
                if waiter.turn.done():  # cancelled, and about to be withdrawn
                    continue
                wait = self._pace.wait(waiter.chat_id, now)
                if wait > PATIENCE:
                    self._send_back(waiter, wait)
                elif wait > 0:
                    soonest = wait if soonest is None else min(soonest, wait)
                elif self._under_way < self._most and (waiter.urgent or not self.crowded):
                    self._let_go(waiter, now)
                    soonest = 0
                    break
            if soonest != 0:
                return soonest

    def _let_go(self, waiter: _Waiter, now: float) -> None:
        self._pace.take(waiter.chat_id, now)
        self._under_way += 1
        self._leave(waiter)
        waiter.turn.set_result(None)

    def _send_back(self, waiter: _Waiter, wait: float) -> None:
        self._leave(waiter)
        if not waiter.turn.done():
            waiter.turn.set_exception(NotYet(wait))

    def _withdraw(self, waiter: _Waiter) -> None:
        """Forget a waiter that got no turn, or was cancelled just when it got one."""
        turn = waiter.turn
        if waiter in self._waiters:
            self._leave(waiter)
        elif turn.done() and not turn.cancelled() and turn.exception() is None:
            self._under_way -= 1

    def _leave(self, waiter: _Waiter) -> None:
        self._waiters.remove(waiter)
        self.passed()

    def _refuse_long(self, chat_id: int) -> None:
        wait = self._pace.wait(chat_id, self._timer())
        if wait > PATIENCE:
            raise NotYet(wait)
