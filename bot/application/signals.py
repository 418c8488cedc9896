"""SIGTERM and SIGINT as an event: whoever runs ends well."""

import asyncio
import signal
import sys
from collections.abc import Coroutine, Generator
from contextlib import contextmanager, suppress

ENDING = (signal.SIGTERM, signal.SIGINT)


def end_at_once() -> None:
    """Let the process end well, with status 0, when it is asked to before it has begun."""
    for number in ENDING:
        signal.signal(number, lambda *_: sys.exit(0))


@contextmanager
def ending() -> Generator[asyncio.Event]:
    """Give an event that is set when the process is asked to end."""
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    for number in ENDING:
        loop.add_signal_handler(number, event.set)
    try:
        yield event
    finally:
        for number in ENDING:
            loop.remove_signal_handler(number)


async def unless(end: asyncio.Event, work: Coroutine[None, None, None]) -> bool:
    """Do some work, but drop it when the event is set; tells whether it came to its end."""
    task = asyncio.create_task(work)
    ended = asyncio.create_task(end.wait())
    try:
        await asyncio.wait({task, ended}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            await task
            return True
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        return False
    finally:
        ended.cancel()
        task.cancel()
