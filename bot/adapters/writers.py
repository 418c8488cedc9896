"""Brief writing for scans: from a file's bytes to what is filed."""

import logging

from bot.adapters.workers import Workers
from bot.model import Written

log = logging.getLogger(__name__)


class Writers:
    """Has briefs written by workers that are given a file's name and bytes."""

    def __init__(self, workers: Workers[tuple[str, bytes], Written]) -> None:
        self._workers = workers

    def prepare(self, count: int) -> None:
        """Be told how many files are coming."""
        self._workers.prepare(count)

    async def write(self, name: str, data: bytes) -> Written:
        """Write one brief; raises UnusableArticle for a file that no brief can be written of."""
        written = await self._workers.work((name, data))
        if written.remark:
            log.warning("%s: %s", name, written.remark)
        return written

    def close(self) -> None:
        """End the workers."""
        self._workers.close()
