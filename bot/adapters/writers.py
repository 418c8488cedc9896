"""Brief writing for scans: from a file to its bytes, and from these to what is filed."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.model import Written
from bot.ports import Inbox

if TYPE_CHECKING:  # the workers import this, too, and have no pool
    from bot.adapters.workers.pool import Workers

log = logging.getLogger(__name__)

File = tuple[str, bytes]
"""A file's name and bytes."""

WriteFile = Callable[[File], Written]


class Writers:
    """Has files read and briefs written by workers, which have the function that writes them."""

    def __init__(self, workers: "Workers[WriteFile]") -> None:
        self._workers = workers

    def start(self) -> None:
        """Get ready: files are coming."""
        self._workers.start()

    async def load(self, inbox: Inbox, path: str) -> bytes:
        """Read a file; raise UnusableArticle for one that cannot be read, or hangs."""
        return await self._workers.work(_Loading(inbox=inbox, path=path))

    async def write(self, name: str, data: bytes) -> Written:
        """Write one brief; raise UnusableArticle for a file that no brief can be written of."""
        written = await self._workers.work(_Writing(name=name, data=data))
        if written.remark:
            log.warning("%s: %s", name, written.remark)
        return written

    def close(self) -> None:
        """Kill the workers, whatever they do."""
        self._workers.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loading:
    inbox: Inbox
    path: str

    def __call__(self, _write: WriteFile) -> bytes:
        return self.inbox.load(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    name: str
    data: bytes

    def __call__(self, write: WriteFile) -> Written:
        return write((self.name, self.data))
