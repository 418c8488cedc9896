"""The one process that works on a SQLite file, and how it keeps others away."""

import asyncio
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store.connecting import OWNERS
from bot.adapters.store.original import Original
from bot.adapters.store.presence import draw_number
from bot.errors import StoreUnusable

LOOK_SECONDS = 1.0
"""Seconds between two looks whether the files are still there; a look takes microseconds."""

try:
    import fcntl
except ImportError:  # Windows has no such locks: there the operator sees to it
    fcntl = None  # type: ignore[assignment]


class AlonePresence:
    """The only process that scans and delivers; whoever else claimed something is gone.

    A lock on a file beside the database says so. The system lets go of it when the process
    ends, however it ends; the file itself stays, since removing it would race with the next.
    What somebody else removes, the lock file or the `original` database, is seen within a second.
    """

    def __init__(self, database: Path | None, original: Original | None = None) -> None:
        self._number = draw_number()
        self._original = original
        self._path = database and database.with_name(f"{database.name}.lock")
        self._file: int | None = None

    async def number(self) -> int:
        """Return the number by which this process claims."""
        return self._number

    async def gone(self, connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:  # noqa: ARG002 - the Protocol's signature
        """Return which of these processes are gone: all."""
        return numbers

    async def crew(self, connection: AsyncConnection) -> Sequence[int]:  # noqa: ARG002 - as above
        """Return the numbers of all processes: this one's."""
        return (self._number,)

    async def take(self) -> bool:
        """Lock the database for this process, or say which one has.

        Raise StoreUnusable, too, where the database is no longer the one that was opened.
        """
        if self._original is not None:
            self._original.check()
        if self._path is None or fcntl is None or self._is_locked:
            return True
        await self.give_up()  # of a lock file that is not there any more
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, OWNERS)
        except OSError as error:
            raise StoreUnusable(f"store.url: {self._path}: {error.strerror}") from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            raise StoreUnusable(
                f"store.url: {self._path.with_suffix('')}: {await self.leader()} is using it; "
                "several processes can share a store on PostgreSQL only"
            ) from None
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        self._file = file
        return self._is_locked  # unless the file was removed before it was locked

    @property
    def _is_locked(self) -> bool:
        """Whether this process has the lock, and others would find it."""
        if self._path is None or self._file is None:
            return False
        with suppress(OSError):
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        return False

    @property
    def _is_ours(self) -> bool:
        is_there = self._original is None or self._original.is_there
        return is_there and (fcntl is None or self._is_locked)

    async def lost(self) -> None:
        """Wait until the lock or the database is no longer the one that others find."""
        while self._original is None or self._is_ours:  # noqa: ASYNC110 - no event comes of a file
            await asyncio.sleep(LOOK_SECONDS)

    async def give_up(self) -> None:
        """Let others use the database."""
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None

    async def leader(self) -> str | None:
        """Return which process has locked the database, by what it wrote there."""
        with suppress(OSError):
            if self._path and (pid := self._path.read_text().strip()):
                return f"process {pid}"
        return None

    async def close(self) -> None:
        """Let others use the database."""
        await self.give_up()
