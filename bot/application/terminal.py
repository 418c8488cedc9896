"""`dateline run` without a token: the console."""

from bot.adapters.console import ConsoleMessenger, lines, request
from bot.application.components import Components, opened
from bot.application.scanning import scan_safely, scheduled
from config.settings import Settings


class OnePerson:
    """The terminal has one person, who may do everything."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool:  # noqa: ARG002 - the Protocol's signature
        """Return whether this person may."""
        return True


async def run_console(settings: Settings) -> int:
    """Post what is there, then answer what is typed, until its end."""
    async with opened(settings) as components:
        components.writers.start()  # the first article does not wait for it
        await components.lead()
        await components.subscribe_console()
        await components.leading(_session(components))
    return 0


async def _session(components: Components) -> None:
    engine = components.engine(ConsoleMessenger(), console=True)
    scanner = components.scanner(engine.poke)
    answering = components.answering(engine.poke, OnePerson(), None)
    await scan_safely(scanner, components.folders, wait=True)
    await engine.drain()
    async with components.delivering(engine), scheduled(components, scanner):
        async for line in lines():
            await answering.answer(request(line))
            await engine.drain()
        await engine.drain()
