"""Dateline in Telegram, as processes that can be killed, each forked with everything imported.

A start of its own would cost seconds of imports; what is tested comes after them.
"""

import asyncio
import multiprocessing
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.botapi import BotApi
from tests.end_to_end.process import Place
from tests.machine import preloaded

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(
    [
        "bot.application.check",
        "bot.application.commandline",
        "bot.application.once",
        "bot.application.service",
        "datasketch",
    ]
)

PATIENCE = 60.0
"""Seconds within which anything happens, on however busy a machine."""


def in_telegram(api: BotApi, **more: str) -> dict[str, str]:
    """Return the settings of a bot that is connected to the simulator, scans every second, and answers much."""
    return {
        "DATELINE_TELEGRAM__TOKEN": api.token,
        "DATELINE_TELEGRAM__BASE_URL": api.base_url,
        "DATELINE_WATCH__SCHEDULE": "every 1s",
        "DATELINE_ACCESS__REQUESTS_PER_MINUTE": "10000",
        "DATELINE_LOG__LEVEL": "debug",
        **more,
    }


@dataclass(slots=True, kw_only=True)
class Running:
    """A command of Dateline's that runs as a process of its own; all it says goes to `log`."""

    process: ForkServerProcess
    log: Path

    @classmethod
    def start(cls, place: Place, *arguments: str, **settings: str) -> "Running":
        """Start a command in a place."""
        log = place.folder / "log.txt"
        process = _CONTEXT.Process(
            target=_be_dateline,
            args=(arguments, place.environment(**settings), str(place.folder), str(log)),
        )
        with preloaded():  # what is forked can see another machine, if its environment says so
            forkserver.ensure_running()
        process.start()
        return cls(process=process, log=log)

    @property
    def said(self) -> str:
        """All that this process and those before it in the place have said."""
        return self.log.read_text() if self.log.exists() else ""

    async def says(self, words: str) -> None:
        """Wait until it has said something."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.said:  # noqa: ASYNC110 - it is another process's log
                await asyncio.sleep(0.05)

    async def ended(self) -> int:
        """Wait for its end and return its exit status."""
        await asyncio.to_thread(self.process.join, PATIENCE)
        assert self.process.exitcode is not None, self.said
        return self.process.exitcode

    async def stop(self) -> int:
        """Ask it to end (SIGTERM), and return its exit status."""
        self.process.terminate()
        return await self.ended()

    async def kill(self) -> None:
        """Kill it in the middle of whatever it does (SIGKILL)."""
        self.process.kill()
        await self.ended()


def _be_dateline(
    arguments: Sequence[str], environment: dict[str, str], folder: str, log: str
) -> None:
    """Do in a forked process what the command line does."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    into = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for descriptor in (1, 2):
        os.dup2(into, descriptor)
    from bot.__main__ import main  # noqa: PLC0415 - the forked process's own business

    sys.exit(main(arguments))
