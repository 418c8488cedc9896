"""`dateline run` with a token: the Telegram bot."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.adapters.telegram.client import Telegram
from bot.application.house import House, opened
from bot.application.scanning import scan_safely, scheduled
from bot.application.signals import unless
from bot.chat.reception import Reception
from bot.chat.table import COMMANDS
from bot.delivery import Engine
from bot.errors import StoreTrouble
from bot.intake import Cycle
from config.settings import Settings

log = logging.getLogger(__name__)

TURN = 1.0
"""Seconds between two tries to lead, where another process does."""


@asynccontextmanager
async def connected(settings: Settings) -> AsyncGenerator[Telegram]:
    """Open the connection to Telegram, and close it at the end."""
    token = settings.telegram.token
    telegram = Telegram(
        token.get_secret_value() if token else "",
        base_url=settings.telegram.base_url,
        per_second=settings.delivery.per_second,
    )
    try:
        yield telegram
    finally:
        await telegram.close()


@dataclass(slots=True)
class Waker:
    """Wakes the engine once there is one: scanning begins before Telegram can be reached."""

    engine: Engine | None = None

    def __call__(self) -> None:
        """Tell that the outbox has something new; an engine that starts looks by itself."""
        if self.engine is not None:
            self.engine.poke()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The running bot: one process leads, that is scans and polls; all deliver."""

    house: House
    telegram: Telegram
    cycle: Cycle
    waker: Waker
    known: asyncio.Event  # set once Telegram has told who this bot is

    async def run(self) -> None:
        """Run until cancelled; raises TokenRefused or StoreUnusable."""
        await self._takes()  # where only one may run, it is told at once
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(self._lead())
                tasks.create_task(self._deliver())
        except BaseExceptionGroup as group:
            raise _first(group) from None

    async def _deliver(self) -> None:
        identity = await self.telegram.start()
        log.info("this is @%s", identity.username)
        engine = self.house.engine(
            self.telegram.messenger, console=False, bot_name=identity.username
        )
        self.waker.engine = engine
        self.known.set()
        async with self.house.delivering(engine) as running:
            # Not awaited itself: being cancelled, that would cancel what is to end well.
            await asyncio.wait({running})
            running.result()

    async def _lead(self) -> None:
        """Scan and poll while this process leads, and again when it leads again."""
        leadership = self.house.store.leadership
        while True:
            while not await self._takes():
                await self.house.clock.sleep(TURN)
            log.info("scanning and answering")
            lost = asyncio.create_task(leadership.lost())
            working = asyncio.create_task(self._work())
            try:
                await asyncio.wait({lost, working}, return_when=asyncio.FIRST_COMPLETED)
                if working.done():
                    working.result()
            finally:
                for task in (lost, working):
                    task.cancel()
                await asyncio.gather(lost, working, return_exceptions=True)
            log.warning("another process may scan and answer now")

    async def _takes(self) -> bool:
        """Try to lead; while the store fails nobody can."""
        try:
            if not await self.house.store.leadership.take():
                return False
            await self.house.dismiss_console()
        except StoreTrouble as error:
            log.warning("nobody can scan and answer now: %s", error)
            return False
        return True

    async def _work(self) -> None:
        async with scheduled(self.house, self.cycle), asyncio.TaskGroup() as tasks:
            tasks.create_task(scan_safely(self.cycle, self.house.folders))
            tasks.create_task(self._converse())

    async def _converse(self) -> None:
        """Receive updates and carry them out."""
        await self.known.wait()
        reception = Reception(
            store=self.house.store,
            clock=self.house.clock,
            translate=self.telegram.translate,
            answering=self.house.answering(
                self.waker,
                self.telegram.members,
                self.telegram.identity.username,
                self.telegram.places_to_post,
            ),
        )
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.telegram.offer((c.name, c.does) for c in COMMANDS))
            tasks.create_task(self.telegram.poll(reception.keep))
            tasks.create_task(reception.run())


async def run_telegram(settings: Settings, end: asyncio.Event) -> int:
    """Scan, deliver and answer until `end` is set; raises TokenRefused or StoreUnusable."""
    async with opened(settings) as house, connected(settings) as telegram:
        waker = Waker()
        service = Service(
            house=house,
            telegram=telegram,
            cycle=house.cycle(waker),
            waker=waker,
            known=asyncio.Event(),
        )
        await unless(end, service.run())
    log.info("stopped")
    return 0


def _first(group: BaseExceptionGroup) -> BaseException:
    """Give the first error of a group, however deep it stands."""
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner
