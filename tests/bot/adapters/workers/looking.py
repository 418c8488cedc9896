"""Looking at processes that end."""

import asyncio
from pathlib import Path

PATIENCE = 60.0


async def noted(note: Path) -> int:
    """Wait until a worker has noted its process, and return its number."""
    async with asyncio.timeout(PATIENCE):
        while (number := _number(note)) is None:  # noqa: ASYNC110 - it is another process's file
            await asyncio.sleep(0.01)
    return number


def _number(note: Path) -> int | None:
    return int(note.read_text()) if note.exists() else None


def is_there(process: int) -> bool:
    """Whether a process runs; one that has ended and is not yet buried does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


async def gone(*processes: int) -> None:
    """Wait until processes are gone."""
    async with asyncio.timeout(PATIENCE):
        while any(map(is_there, processes)):  # noqa: ASYNC110 - other processes tell nothing
            await asyncio.sleep(0.01)
