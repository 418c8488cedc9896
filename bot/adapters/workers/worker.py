"""One worker as its parent sees it."""

import asyncio
import logging
import os
import pickle
import signal
from collections.abc import Iterable
from contextlib import suppress
from socket import MSG_PEEK, SHUT_RDWR, socket

from bot.adapters.workers.frames import HEAD, PIECE, framed, missing
from bot.adapters.workers.limits import Limits, Watch
from bot.adapters.workers.memory import own, resident
from bot.adapters.workers.process import Said
from bot.adapters.workers.server import Birth
from bot.errors import NoWorker, UnusableArticle

BEGINNING = 180.0
"""Seconds within which a worker is ready: before the first one, the gazetteer may be compiled."""

GROWTH = 64 << 20
"""By how many bytes of its own a worker may grow whatever the limit."""

AT_REST = 2 / 3
"""The share of its memory that a worker may take while it has nothing to do."""


class WorkerDied(Exception):
    """The worker ended by itself, in the middle of its work or before."""


class Worker:
    """A process that does one piece of work at a time; ended, it is gone for good."""

    def __init__(self, birth: Birth, limits: Limits) -> None:
        self._connection: socket = birth.connection
        self._line = birth.line
        self._limits = limits
        self._process = 0
        self._began_with = 0
        self._busy = False
        self.ended = False

    async def begin(self) -> None:
        """Wait until it is ready; raise WorkerDied or NoWorker."""
        try:
            async with asyncio.timeout(BEGINNING):
                ready = await self._next()
        except TimeoutError:
            raise NoWorker(f"none was ready after {BEGINNING:g} s") from None
        self._process, said = pickle.loads(ready)  # noqa: S301 - our own process
        self._began_with = own(self._process)
        repeat(said)

    async def answer(self, given: bytes) -> bytes:
        """Have it work.

        Raise UnusableArticle at a limit, WorkerDied where it ended by itself; then, and when
        this is cancelled, the process is killed.
        """
        with Watch(self._process, self._limits, self.end) as watch:
            try:
                return await self._next(given)
            except WorkerDied:
                if watch.reason:
                    raise UnusableArticle(watch.reason) from None
                raise

    async def _next(self, given: bytes | None = None) -> bytes:
        """Return its next message, having sent it one; ends it where there is none."""
        message = None
        self._busy = True
        try:
            if given is not None:
                loop = asyncio.get_running_loop()
                await loop.sock_sendall(self._connection, framed(given))
            message = await _received(self._connection)
        except OSError as error:
            raise WorkerDied from error
        finally:
            self._busy = False
            if message is None:
                self.end()
                self._connection.close()
        if message is None:
            raise WorkerDied
        return message

    @property
    def lives(self) -> bool:
        """Whether the process is there; its number is its own as long as it is."""
        try:
            return bool(self._connection.recv(1, MSG_PEEK))
        except BlockingIOError:
            return True
        except OSError:
            return False

    @property
    def has_grown(self) -> bool:
        """Whether earlier work has left so much memory that it would count against the next."""
        if resident(self._process) < AT_REST * self._limits.memory:
            return False
        return own(self._process) > self._began_with + GROWTH

    def end(self) -> None:
        """Kill it at once, whatever it does; whoever waits for its answer learns of its end."""
        if self.ended:
            return
        self.ended = True
        if self._process and self.lives:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)
        os.close(self._line)
        with suppress(OSError):
            self._connection.shutdown(SHUT_RDWR)
        if not self._busy:
            self._connection.close()


def repeat(said: Iterable[Said]) -> None:
    """Write a worker's lines into the log."""
    for logger, level, words in said:
        logging.getLogger(logger).log(level, "%s", words)


async def _received(connection: socket) -> bytes | None:
    """Return the next message, or None where there is no more."""
    loop = asyncio.get_running_loop()
    got = bytearray()
    while missing(got) > 0:
        # A worker sends one message and waits: there is no next one to read too much of.
        piece = await loop.sock_recv(connection, PIECE)
        if not piece:
            return None
        got += piece
    return bytes(got[HEAD:])
