"""`dateline scan`: one scan, and everything due delivered."""

import sys

from bot.adapters.console import ConsoleMessenger
from bot.application.components import Components, opened
from bot.application.scanning import scan_safely
from bot.delivery import Engine
from bot.errors import DeliveryError
from config.settings import Settings


async def scan_once(settings: Settings) -> int:
    """Scan once and deliver; return 1 where the scan or a delivery failed."""
    async with opened(settings) as components:
        await components.lead()
        failures: list[str] = []
        if settings.telegram.token is None:
            await components.subscribe_console()
            await _scan(components, components.engine(ConsoleMessenger(), console=True), failures)
        else:
            await _scan_for_telegram(components, settings, failures)
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


async def _scan(components: Components, engine: Engine, failures: list[str]) -> None:
    if not await scan_safely(components.scanner(engine.poke), components.folders, wait=True):
        failures.append("the scan was broken off")
    drained = await engine.drain()
    failures += [f"not delivered to {f.chat_id}: {f.reason}" for f in drained.failures]
    if unnamed := drained.failed - len(drained.failures):
        failures.append(f"not delivered: {unnamed} more")
    if drained.left:
        failures.append(f"still due: {drained.left}")


async def _scan_for_telegram(
    components: Components, settings: Settings, failures: list[str]
) -> None:
    from bot.application.service import connected  # noqa: PLC0415 - the console needs no Telegram

    async with connected(settings) as telegram:
        try:
            identity = await telegram.identify()
        except DeliveryError as error:
            # What is filed now is due, and goes out with the next run.
            await scan_safely(components.scanner(lambda: None), components.folders, wait=True)
            failures.append(f"nothing was delivered: Telegram cannot be reached: {error}")
            return
        engine = components.engine(telegram.messenger, console=False, bot_name=identity.username)
        await _scan(components, engine, failures)
