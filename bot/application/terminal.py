"""`dateline run` without a token: the console."""

import asyncio

from bot.adapters.console import ConsoleMessenger, lines, request
from bot.application.house import House, opened
from bot.application.scanning import scan_safely, scheduled
from bot.application.signals import unless
from config.settings import Settings


class OnePerson:
    """The terminal has one person, who may do everything."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool:  # noqa: ARG002 - the Protocol's signature
        """Tell that this person may."""
        return True


async def run_console(settings: Settings, end: asyncio.Event) -> int:
    """Post what is there, then answer what is typed, until its end or `end` is set."""
    async with opened(settings) as house:
        await house.lead()
        await house.seat_console()
        await unless(end, _session(house))
    return 0


async def _session(house: House) -> None:
    engine = house.engine(ConsoleMessenger(), console=True)
    cycle = house.cycle(engine.poke)
    answering = house.answering(engine.poke, OnePerson(), None)
    await scan_safely(cycle, house.folders, wait=True)
    await engine.drain()
    async with house.delivering(engine), scheduled(house, cycle):
        async for line in lines():
            await answering.answer(request(line))
            await engine.drain()
        await engine.drain()
