"""The parts that every running command shares, put together from the settings."""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.adapters.clock import SystemClock
from bot.adapters.console import ADDRESS, CHAT
from bot.adapters.fingerprints import MinHashCopies
from bot.adapters.inbox import FolderInbox
from bot.adapters.readers import SUFFIXES
from bot.adapters.store import DatabaseStore, open_store
from bot.adapters.writers import Writers
from bot.application.language import make_writers
from bot.chat.answering import Answering
from bot.delivery import EVERY, Engine, Limits, Policy, Posts, Uncertain
from bot.errors import StoreUnusable
from bot.intake import Cycle
from bot.intake.filing import Desk
from bot.intake.preparing import Preparing
from bot.ports import Members, Messenger, PlacesToPost
from config.settings import Settings

SHARED_LOOK = 0.5
"""Seconds between two looks at an outbox into which other processes put something, too."""

UNPACED = Limits(per_second=1000.0, per_chat_per_second=1000.0, per_group_per_minute=60000.0)
"""A terminal takes what comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The store and what works on it."""

    settings: Settings
    store: DatabaseStore
    clock: SystemClock
    writers: Writers

    @property
    def folders(self) -> tuple[str, ...]:
        """The watched folders, by their absolute paths."""
        return tuple(os.path.abspath(folder.path) for folder in self.settings.watch.folders)  # noqa: PTH100 - a link is not to be resolved

    def engine(self, messenger: Messenger, *, console: bool, bot_name: str | None = None) -> Engine:
        """Make what delivers."""
        settings = self.settings
        delivery = settings.delivery
        limits = Limits(
            per_second=delivery.per_second,
            per_chat_per_second=delivery.per_chat_per_second,
            per_group_per_minute=delivery.per_group_per_minute,
        )
        return Engine(
            store=self.store,
            messenger=messenger,
            clock=self.clock,
            posts=Posts(
                quotes=settings.quotes.limit, places=settings.places.limit, bot_name=bot_name
            ),
            limits=UNPACED if console else limits,
            policy=Policy(
                uncertain=Uncertain(delivery.uncertain.value),
                max_age=timedelta(hours=delivery.max_age_hours),
                late_silent=timedelta(minutes=delivery.late_silent_minutes),
            ),
            console=console,
            look_seconds=SHARED_LOOK if self.store.is_shared else EVERY,
        )

    @asynccontextmanager
    async def delivering(self, engine: Engine) -> AsyncGenerator[asyncio.Task[None]]:
        """Run an engine; at the end it finishes what it is sending, within the grace time."""
        running = asyncio.create_task(engine.run(), name="delivery")
        try:
            yield running
        finally:
            await engine.stop(self.settings.delivery.grace_seconds)

    def cycle(self, poke: Callable[[], None]) -> Cycle:
        """Make what scans the folders."""
        settings = self.settings
        inbox = FolderInbox(
            suffixes=SUFFIXES,
            settle_seconds=settings.watch.settle_seconds,
            follow_links=settings.watch.follow_links,
            max_bytes=settings.watch.max_bytes,
        )
        return Cycle(
            store=self.store,
            inbox=inbox,
            preparing=Preparing(inbox=inbox, writer=self.writers),
            writer=self.writers,
            desk=Desk(
                store=self.store,
                clock=self.clock,
                copies=partial(MinHashCopies, settings.duplicates.threshold),
                days=settings.duplicates.days,
            ),
            clock=self.clock,
            settle_seconds=settings.watch.settle_seconds,
            backlog=settings.delivery.backlog,
            poke=poke,
        )

    def answering(
        self,
        poke: Callable[[], None],
        members: Members,
        bot_name: str | None,
        places_to_post: PlacesToPost | None = None,
    ) -> Answering:
        """Make what answers commands."""
        return Answering(
            store=self.store,
            clock=self.clock,
            members=members,
            bot_name=bot_name,
            quotes=self.settings.quotes.limit,
            places=self.settings.places.limit,
            poke=poke,
            places_to_post=places_to_post,
        )

    async def lead(self) -> None:
        """Be the process that scans; raises StoreUnusable where another one is."""
        if not await self.store.leadership.take():
            leader = await self.store.leadership.leader()
            raise StoreUnusable(f"{leader or 'another process'} scans already, on its own schedule")

    async def seat_console(self) -> None:
        """Subscribe the terminal's chat."""
        async with self.store.transaction() as store:
            await store.chats.meet(CHAT)
            await store.chats.subscribe(ADDRESS, self.clock.now())

    async def dismiss_console(self) -> None:
        """End the terminal's subscription: nobody sits there, and nothing shall pile up."""
        async with self.store.transaction() as store:
            await store.chats.end(ADDRESS, "the bot runs in Telegram")
            await store.outbox.cancel(ADDRESS, "the bot runs in Telegram")


@asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[House]:
    """Open the store and what else there is to open; raises StoreUnusable."""
    store = await open_store(settings.store.url)
    writers = make_writers(settings)
    try:
        yield House(settings=settings, store=store, clock=SystemClock(), writers=writers)
    finally:
        writers.close()
        await store.close()
