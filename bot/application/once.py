"""`dateline scan`: one scan, and everything due delivered."""

import sys

from bot.adapters.console import ConsoleMessenger
from bot.application.house import House, opened
from bot.application.scanning import scan_safely
from bot.application.signals import ending, unless
from bot.delivery import Engine
from bot.errors import DeliveryError
from config.settings import Settings


async def scan_once(settings: Settings) -> int:
    """Scan once and deliver; gives 1 where the scan or a delivery failed, or both were stopped."""
    async with opened(settings) as house:
        with ending() as end:
            await house.lead()
            failures: list[str] = []
            if settings.telegram.token is None:
                await house.seat_console()
                work = _scan(house, house.engine(ConsoleMessenger(), console=True), failures)
            else:
                work = _scan_for_telegram(house, settings, failures)
            finished = await unless(end, work)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 0 if finished and not failures else 1


async def _scan(house: House, engine: Engine, failures: list[str]) -> None:
    if not await scan_safely(house.cycle(engine.poke), house.folders, wait=True):
        failures.append("the scan was broken off")
    drained = await engine.drain()
    failures += [f"not delivered to {f.chat_id}: {f.reason}" for f in drained.failures]
    if unnamed := drained.failed - len(drained.failures):
        failures.append(f"not delivered: {unnamed} more")
    if drained.left:
        failures.append(f"still due: {drained.left}")


async def _scan_for_telegram(house: House, settings: Settings, failures: list[str]) -> None:
    from bot.application.service import connected  # noqa: PLC0415 - the console needs no Telegram

    async with connected(settings) as telegram:
        try:
            identity = await telegram.identify()
        except DeliveryError as error:
            # What is filed now is due, and goes out with the next run.
            await scan_safely(house.cycle(lambda: None), house.folders, wait=True)
            failures.append(f"nothing was delivered: Telegram cannot be reached: {error}")
            return
        engine = house.engine(telegram.messenger, console=False, bot_name=identity.username)
        await _scan(house, engine, failures)
