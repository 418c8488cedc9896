"""An engine on a real store, with a clock of its own and a messenger that keeps everything."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, open_store
from bot.delivery import Engine, Limits, Policy, Posts
from bot.model import (
    Address,
    Chat,
    ChatKind,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Draft,
    Filing,
    Post,
)
from tests.bot.delivery.fakes import FakeClock, FakeMessenger, WatchedStore
from tests.makers import a_brief


@dataclass(slots=True, kw_only=True)
class Scene:
    """What a test of delivery works with."""

    url: str
    store: DatabaseStore
    clock: FakeClock
    messenger: FakeMessenger
    engines: list[Engine] = field(default_factory=list)

    def engine(self, limits: Limits | None = None, policy: Policy | None = None) -> Engine:
        """Make an engine."""
        made = Engine(
            store=WatchedStore(self.store, self.clock),
            messenger=self.messenger,
            clock=self.clock,
            posts=Posts(bot_name="dateline_bot"),
            limits=limits,
            policy=policy,
            timer=self.clock.timer,
        )
        self.engines.append(made)
        return made

    async def reopen(self) -> None:
        """Open the store anew, as another process."""
        await self.store.close()
        self.store = await open_store(self.url)

    async def subscribe(self, *chat_ids: int) -> None:
        """Let chats meet the bot and subscribe."""
        async with self.store.transaction() as work:
            for chat_id in chat_ids:
                kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.SUPERGROUP
                await work.chats.meet(Chat(id=chat_id, kind=kind, title=f"chat {chat_id}"))
                await work.chats.subscribe(Address(chat_id), self.clock.now())

    async def owe(self, chat_id: int, *parts: str, kind: DeliveryKind = DeliveryKind.BRIEF) -> int:
        """Owe a post of these parts to a chat; return the delivery's id."""
        async with self.store.transaction() as work:
            return await work.outbox.put(
                kind, Address(chat_id), at=self.clock.now(), post=Post(parts=parts or ("hello",))
            )

    async def reply(self, chat_id: int, text: str) -> int:
        """Owe an answer to a command."""
        return await self.owe(chat_id, text, kind=DeliveryKind.REPLY)

    async def file(self, text: str, path: str = "a.txt") -> Filing:
        """File an article and owe it to all subscriptions."""
        async with self.store.transaction() as work:
            draft = Draft(brief=a_brief(text, summary=()), path=path, digest=text[:40])
            (filing,) = await work.filings.file(draft, at=self.clock.now())
            await work.outbox.hold_briefs([filing.id], self.clock.now())
            await work.outbox.release(backlog=20, newest=5, at=self.clock.now())
            return filing

    async def states(self) -> dict[DeliveryState, int]:
        """Count the deliveries by their states."""
        async with self.store.transaction() as work:
            return dict(await work.queue.counts())

    async def claim(self) -> Sequence[Delivery]:
        """Look at the heads of all lines as they will stand in a year."""
        async with self.store.transaction() as work:
            return await work.queue.claim(1000, now=self.clock.now().replace(year=2027))


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Return a scene whose clock runs."""
    clock = FakeClock()
    url = f"sqlite:///{tmp_path}/store.db"
    store = await open_store(url)
    running = asyncio.create_task(clock.run())
    made = Scene(url=url, store=store, clock=clock, messenger=FakeMessenger(clock))
    yield made
    for engine in made.engines:
        await engine.stop(0)
    running.cancel()
    await made.store.close()
