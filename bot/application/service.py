"""`dateline run` with a token: the Telegram bot."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.adapters.telegram.client import Telegram
from bot.application.components import Components, opened
from bot.application.scanning import scan_safely, scheduled
from bot.chat.allowance import Allowance
from bot.chat.reception import Reception
from bot.chat.table import COMMANDS
from bot.delivery import Engine
from bot.errors import StoreTrouble
from bot.intake import Scanner
from config.settings import Settings

log = logging.getLogger(__name__)

TURN = 1.0
"""Seconds between two tries to lead, where another process does."""


@asynccontextmanager
async def connected(settings: Settings) -> AsyncGenerator[Telegram]:
    """Open the connection to Telegram, and close it at the end."""
    token, proxy = settings.telegram.token, settings.telegram.proxy
    telegram = Telegram(
        token.get_secret_value() if token else "",
        base_url=settings.telegram.base_url,
        proxy=proxy.get_secret_value() if proxy else None,
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
        """Return whether the outbox has something new; an engine that starts looks by itself."""
        if self.engine is not None:
            self.engine.poke()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The running bot: one process leads, that is scans and polls; all deliver."""

    components: Components
    telegram: Telegram
    scanner: Scanner
    waker: Waker
    known: asyncio.Event  # set once Telegram has told who this bot is

    async def run(self) -> None:
        """Run until cancelled; raise TokenRefused or StoreUnusable."""
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
        engine = self.components.engine(
            self.telegram.messenger, console=False, bot_name=identity.username
        )
        self.waker.engine = engine
        self.known.set()
        async with self.components.delivering(engine) as running:
            # Not awaited itself: being cancelled, that would cancel what is to end well.
            await asyncio.wait({running})
            running.result()

    async def _lead(self) -> None:
        """Scan and poll while this process leads, and again when it leads again."""
        leadership = self.components.store.leadership
        while True:
            while not await self._takes():
                await self.components.clock.sleep(TURN)
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
            if not await self.components.store.leadership.take():
                return False
            await self.components.unsubscribe_console()
        except StoreTrouble as error:
            log.warning("nobody can scan and answer now: %s", error)
            return False
        return True

    async def _work(self) -> None:
        async with scheduled(self.components, self.scanner), asyncio.TaskGroup() as tasks:
            tasks.create_task(scan_safely(self.scanner, self.components.folders))
            tasks.create_task(self._converse())

    async def _converse(self) -> None:
        """Receive updates and carry them out."""
        await self.known.wait()
        reception = Reception(
            store=self.components.store,
            clock=self.components.clock,
            translate=self.telegram.translate,
            answering=self.components.answering(
                self.waker,
                self.telegram.members,
                self.telegram.identity.username,
                self.telegram.places_to_post,
            ),
            allowance=Allowance(self.components.settings.access.requests_per_minute),
        )
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.telegram.offer((c.name, c.does) for c in COMMANDS))
            tasks.create_task(self.telegram.poll(reception.keep))
            tasks.create_task(reception.run())


async def run_telegram(settings: Settings) -> int:
    """Scan, deliver and answer until cancelled; raise TokenRefused or StoreUnusable."""
    async with opened(settings) as components, connected(settings) as telegram:
        components.writers.start()  # the first article does not wait for it
        waker = Waker()
        service = Service(
            components=components,
            telegram=telegram,
            scanner=components.scanner(waker),
            waker=waker,
            known=asyncio.Event(),
        )
        await service.run()
    return 0


def _first(group: BaseExceptionGroup) -> BaseException:
    """Return the first error of a group, however deep it stands."""
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner
