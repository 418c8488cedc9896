"""The one process that works on a SQLite file, and how it keeps others away."""

import asyncio
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store.presence import draw_number
from bot.errors import StoreUnusable

try:
    import fcntl
except ImportError:  # Windows has no such locks: there the operator sees to it
    fcntl = None  # type: ignore[assignment]


class AlonePresence:
    """The only process that scans and delivers; whoever else claimed something is gone.

    A lock on a file beside the database says so. The system lets go of it when the process
    ends, however it ends; the file itself stays, since removing it would race with the next.
    """

    def __init__(self, database: Path | None) -> None:
        self._number = draw_number()
        self._path = database and database.with_name(f"{database.name}.lock")
        self._file: int | None = None

    async def number(self) -> int:
        """Give the number by which this process claims."""
        return self._number

    async def gone(self, connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:  # noqa: ARG002 - the Protocol's signature
        """Tell which of these processes are gone: all."""
        return numbers

    async def crew(self, connection: AsyncConnection) -> Sequence[int]:  # noqa: ARG002 - as above
        """Give the numbers of all processes: this one's."""
        return (self._number,)

    async def take(self) -> bool:
        """Lock the database for this process, or say which one has."""
        if self._path is None or self._file is not None or fcntl is None:
            return True
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
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
        return True

    async def lost(self) -> None:
        """Wait for ever: the lock lasts as long as the process."""
        await asyncio.Event().wait()

    async def give_up(self) -> None:
        """Let others use the database."""
        if self._file is not None:
            os.ftruncate(self._file, 0)
            os.close(self._file)
            self._file = None

    async def leader(self) -> str | None:
        """Tell which process has locked the database, by what it wrote there."""
        with suppress(OSError):
            if self._path and (pid := self._path.read_text().strip()):
                return f"process {pid}"
        return None

    async def close(self) -> None:
        """Let others use the database."""
        await self.give_up()
