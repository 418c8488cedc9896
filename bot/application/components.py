"""The parts that every running command shares, put together from the settings."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.adapters.clock import SystemClock
from bot.adapters.console import ADDRESS, CHAT
from bot.adapters.fingerprints import MinHashDuplicates
from bot.adapters.inbox import FolderInbox
from bot.adapters.readers import SUFFIXES
from bot.adapters.store import DatabaseStore, open_store
from bot.adapters.writers import Writers
from bot.application.refusals import folders_of
from bot.application.staff import make_writers
from bot.chat.answering import Answering
from bot.delivery import EVERY, Engine, Limits, Policy, Posts, Uncertain
from bot.errors import StoreUnusable
from bot.intake import Scanner
from bot.intake.filing import Desk
from bot.intake.preparing import Preparing
from bot.ports import Members, Messenger, PlacesToPost
from config.settings import Settings

SHARED_LOOK = 0.5
"""Seconds between two looks at an outbox into which other processes put something, too."""

UNPACED = Limits(per_second=1000.0, per_chat_per_second=1000.0, per_group_per_minute=60000.0)
"""A terminal takes what comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """The store and what works on it."""

    settings: Settings
    store: DatabaseStore
    clock: SystemClock
    writers: Writers

    @property
    def folders(self) -> tuple[str, ...]:
        """The watched folders, by their absolute paths."""
        return folders_of(self.settings)

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
            # A store that is gone ends it as well as whoever else works on that: it is said once.
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    def scanner(self, poke: Callable[[], None]) -> Scanner:
        """Make what scans the folders."""
        settings = self.settings
        inbox = FolderInbox(
            suffixes=SUFFIXES,
            settle_seconds=settings.watch.settle_seconds,
            follow_links=settings.watch.follow_links,
            max_bytes=settings.watch.max_bytes,
        )
        return Scanner(
            store=self.store,
            inbox=inbox,
            preparing=Preparing(inbox=inbox, writer=self.writers),
            writer=self.writers,
            desk=Desk(
                store=self.store,
                clock=self.clock,
                duplicates=partial(MinHashDuplicates, settings.duplicates.threshold),
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
        """Be the process that scans; raise StoreUnusable where another one is."""
        if not await self.store.leadership.take():
            leader = await self.store.leadership.leader()
            raise StoreUnusable(f"{leader or 'another process'} scans already, on its own schedule")

    async def leading(self, work: Coroutine[None, None, None]) -> None:
        """Do some work as the process that scans; raise StoreUnusable if the store goes meanwhile.

        It ends the work then, even if that waits for something else, as for a line to be typed.
        """
        working = asyncio.create_task(work)
        lost = asyncio.create_task(self.store.leadership.lost())
        try:
            while not working.done():
                await asyncio.wait({working, lost}, return_when=asyncio.FIRST_COMPLETED)
                if lost.done():
                    await self.lead()
                    lost = asyncio.create_task(self.store.leadership.lost())
            await working
        finally:
            for task in (working, lost):
                task.cancel()
            await asyncio.gather(working, lost, return_exceptions=True)

    async def subscribe_console(self) -> None:
        """Subscribe the terminal's chat."""
        async with self.store.transaction() as store:
            await store.chats.meet(CHAT)
            await store.chats.subscribe(ADDRESS, self.clock.now())

    async def unsubscribe_console(self) -> None:
        """End the terminal's subscription: nobody sits there, and nothing shall pile up."""
        async with self.store.transaction() as store:
            await store.chats.end(ADDRESS, "the bot runs in Telegram")
            await store.outbox.cancel(ADDRESS, "the bot runs in Telegram")


@asynccontextmanager
async def opened(settings: Settings) -> AsyncGenerator[Components]:
    """Open the store and what else there is to open; raise StoreUnusable."""
    store = await open_store(settings.store.url)
    writers = make_writers(settings)
    try:
        yield Components(settings=settings, store=store, clock=SystemClock(), writers=writers)
    finally:
        writers.close()
        await store.close()
