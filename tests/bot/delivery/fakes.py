"""A clock that runs only while nothing else does, and a messenger that keeps what it is given."""

import asyncio
import heapq
from collections import defaultdict
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from bot.delivery.ports import QueueStore, QueueTransaction
from bot.model import Address
from tests.makers import NOON


class FakeClock:
    """Time that passes only when everything waits for it; nothing sleeps really."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.working = 0  # units of work on the store, which a thread does
        self._order = count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._shown = self._machine = timedelta()
        self._set = asyncio.Event()

    def now(self) -> datetime:
        """Return the present moment."""
        return NOON + self._shown + timedelta(seconds=self.seconds)

    def set(self, by: timedelta) -> None:
        """Set the machine's clock."""
        self._machine += by
        self._set.set()

    async def was_set(self) -> None:
        """Wait until the machine's clock has been set."""
        await self._set.wait()

    def follow(self) -> timedelta:
        """Show what the machine's clock shows."""
        jump, self._shown = self._machine - self._shown, self._machine
        self._set.clear()
        return jump

    def timer(self) -> float:
        """Return the seconds since the start."""
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """Wait until the time has come."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.seconds + seconds, next(self._order), turn))
        await turn

    async def run(self) -> None:
        """Let time pass, whenever nothing else happens, until cancelled."""
        while True:
            await self._quiet()
            while self._sleepers and self._sleepers[0][2].done():
                heapq.heappop(self._sleepers)
            if self._sleepers:
                moment, _, turn = heapq.heappop(self._sleepers)
                self.seconds = max(self.seconds, moment)
                turn.set_result(None)

    async def _quiet(self) -> None:
        idle = 0
        while idle < 12:
            # The store's thread needs the interpreter: let go of it, for no longer than that.
            await asyncio.sleep(0.0002 if self.working else 0)
            idle = 0 if self.working else idle + 1


@dataclass(frozen=True, slots=True)
class WatchedStore:
    """A real store that tells the clock while it works."""

    store: QueueStore
    clock: FakeClock

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[QueueTransaction]:
        """Begin a unit of work."""
        self.clock.working += 1
        try:
            async with self.store.transaction() as work:
                yield work
        finally:
            self.clock.working -= 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message that arrived, or an edit of one."""

    address: Address
    text: str
    message_id: int
    at: float
    silent: bool = False
    reply_to: int | None = None
    plain: bool = False
    edit: bool = False


@dataclass(slots=True)
class FakeMessenger:
    """Keeps what arrives; raise what it is told to, before or after keeping it.

    `troubles` are used up in order, by chat; a trouble marked `after` comes once the message is
    kept. `takes` is how many seconds a message is under way.
    """

    clock: FakeClock
    takes: float = 0.0
    said: list[Said] = field(default_factory=list)
    attempts: list[tuple[float, int]] = field(default_factory=list)
    troubles: dict[int, list[Exception]] = field(default_factory=lambda: defaultdict(list))
    after: set[int] = field(default_factory=set)
    edit_trouble: Exception | None = None
    arrives: Callable[[Said], None] = lambda _: None
    _arrival: asyncio.Event = field(default_factory=asyncio.Event)
    _ids: Iterator[int] = field(default_factory=lambda: count(100))

    def texts(self, chat_id: int | None = None) -> list[str]:
        """Return what arrived in a chat, or in all."""
        return [each.text for each in self.said if chat_id in (None, each.address.chat_id)]

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait until what has arrived meets a condition."""
        while not condition():
            self._arrival.clear()
            await self._arrival.wait()

    async def send(
        self, address: Address, html: str, *, silent: bool = False, reply_to: int | None = None
    ) -> int:
        """Take a message."""
        return await self._take(
            Said(
                address=address,
                text=html,
                message_id=next(self._ids),
                at=self.clock.seconds,
                silent=silent,
                reply_to=reply_to,
            )
        )

    async def send_plain(self, address: Address, text: str, *, silent: bool = False) -> int:
        """Take a message without markup."""
        return await self._take(
            Said(
                address=address,
                text=text,
                message_id=next(self._ids),
                at=self.clock.seconds,
                silent=silent,
                plain=True,
            )
        )

    async def edit(self, address: Address, message_id: int, html: str) -> None:
        """Take an edit."""
        if self.edit_trouble:
            raise self.edit_trouble
        await self._take(
            Said(
                address=address, text=html, message_id=message_id, at=self.clock.seconds, edit=True
            )
        )

    async def _take(self, said: Said) -> int:
        chat_id = said.address.chat_id
        self.attempts.append((self.clock.seconds, chat_id))
        trouble = self.troubles[chat_id].pop(0) if self.troubles[chat_id] else None
        if self.takes:
            await self.clock.sleep(self.takes)
        if trouble is None or chat_id in self.after:
            self.said.append(said)
            self.arrives(said)
            self._arrival.set()
        if trouble is not None:
            raise trouble
        return said.message_id
