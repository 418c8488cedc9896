"""A store and what works on it, with a clock that tests move by hand."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.adapters.store import DatabaseStore, open_store
from bot.model import Address, Chat, ChatKind, Delivery, Request, Sender
from bot.presentation import plain_text
from tests.makers import NOON

ANA = Chat(id=101, kind=ChatKind.PRIVATE, title="Ana")
GROUP = Chat(id=-202, kind=ChatKind.SUPERGROUP, title="Desk")


@dataclass(slots=True)
class HandClock:
    """A clock that stands still until it is moved; whoever sleeps moves it."""

    time: datetime = NOON

    def now(self) -> datetime:
        """Return the time it was set to."""
        return self.time

    async def sleep(self, seconds: float) -> None:
        """Move on at once."""
        self.time += timedelta(seconds=seconds)


@dataclass(slots=True)
class FakeMembers:
    """Knows the administrators that a test names, and counts how often it is asked."""

    admins: frozenset[int] = frozenset()
    asked: int = 0

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Return whether the test made that person an administrator."""
        self.asked += 1
        return user_id in self.admins


@dataclass(slots=True)
class Poked:
    """Counts pokes."""

    times: int = 0

    def __call__(self) -> None:
        """Be poked."""
        self.times += 1


@asynccontextmanager
async def a_store(folder: Path) -> AsyncGenerator[DatabaseStore]:
    """Open a new store in a folder."""
    store = await open_store(f"sqlite:///{folder / 'dateline.db'}")
    try:
        yield store
    finally:
        await store.close()


async def owed(store: DatabaseStore, clock: HandClock) -> tuple[Delivery, ...]:
    """Claim all that can be delivered now."""
    async with store.transaction() as unit:
        return tuple(await unit.queue.claim(1000, now=clock.now()))


async def all_owed(store: DatabaseStore, clock: HandClock) -> list[Delivery]:
    """Deliver everything due without sending it, and return what it was, in order."""
    done: list[Delivery] = []
    while heads := await owed(store, clock):
        async with store.transaction() as unit:
            await unit.queue.begin([head.id for head in heads], at=clock.now())
            await unit.queue.sent({head.id: (head.id,) for head in heads}, at=clock.now())
        done.extend(heads)
    return done


def words(deliveries: list[Delivery]) -> list[str]:
    """Return the plain words of replies."""
    return [plain_text(part) for each in deliveries if each.post for part in each.post.parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who types in a chat."""

    chat: Chat = ANA
    id: int = 101
    is_admin: bool | None = None
    thread: int | None = None
    language: str = field(default="en")

    def types(self, command: str | None, *arguments: str, addressed: bool = False) -> Request:
        """Make the request of a command typed."""
        return Request(
            chat=self.chat,
            address=Address(self.chat.id, self.thread),
            sender=Sender(id=self.id, is_admin=self.is_admin),
            command=command,
            arguments=arguments,
            addressed=addressed,
            message_id=7,
        )
