"""`dateline brief`: files in, briefs out; no store, no Telegram."""

import asyncio
import json
import logging
import sys
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from contextlib import aclosing
from pathlib import Path

from bot.adapters.workers.pool import Workers
from bot.application.showing import Form, Show, Showing, Shown, Source
from bot.application.staff import make_workers, opening_for
from bot.errors import NoWorker, UnusableArticle
from config.settings import Settings

log = logging.getLogger(__name__)

AHEAD = 64
"""How many files are under way at once."""

LONGEST_REASON = 300
"""How many characters of a fault are shown: it may quote the file."""

STANDARD_INPUT = "-"


async def write_briefs(files: Sequence[str], *, settings: Settings, form: Form) -> int:
    """Write the briefs of files to standard output, in order; return the exit status."""
    status = 0
    most = settings.watch.max_bytes
    showing = Showing(opening=opening_for(settings), form=form, max_bytes=most)
    workers = make_workers(settings, showing)
    workers.start()
    try:
        async with aclosing(_in_order(iter(list(_files(files))), workers, form, most)) as results:
            async for shown in results:
                for trouble in shown.troubles:
                    print(trouble, file=sys.stderr)
                if shown.failed:
                    status = 1
                if shown.text:
                    print(shown.text, flush=True)
    finally:
        workers.close()
    return status


async def _in_order(
    files: Iterator[str], workers: Workers[Show], form: Form, most: int
) -> AsyncGenerator[Shown]:
    """Write briefs some way ahead of the one that is shown, in order."""
    ahead: deque[asyncio.Task[Shown]] = deque()
    try:
        while True:
            while len(ahead) < AHEAD and (file := next(files, None)) is not None:
                ahead.append(asyncio.create_task(_one(file, workers, form, most)))
            if not ahead:
                return
            yield await ahead.popleft()
    finally:
        for task in ahead:
            task.cancel()
        await asyncio.gather(*ahead, return_exceptions=True)


async def _one(file: str, workers: Workers[Show], form: Form, most: int) -> Shown:
    """Have one file's brief shown, or why it has none: whatever that is, the others go on.

    Raise NoWorker where none could be shown.
    """
    try:
        data = await asyncio.to_thread(_standard_input, most) if file == STANDARD_INPUT else None
        return await workers.work(Source(file=file, data=data))
    except UnusableArticle as error:
        return _failed(file, str(error), form)
    except NoWorker:
        raise
    except Exception as error:
        log.debug("%s: a fault of Dateline's own", file, exc_info=error)
        reason = " ".join(f"could not be read: {type(error).__name__}: {error}".split())
        return _failed(file, reason[:LONGEST_REASON], form)


def _standard_input(most: int) -> bytes:
    data = sys.stdin.buffer.read(most + 1)
    if len(data) > most:
        raise UnusableArticle(f"is larger than {most} bytes (watch.max_bytes)")
    return data


def _files(names: Iterable[str]) -> Iterator[str]:
    """Put the files of a folder, recursively and by name, in the folder's place."""
    for name in names:
        path = Path(name)
        if name != STANDARD_INPUT and path.is_dir():
            yield from (str(file) for file in sorted(path.rglob("*")) if _is_article(file, path))
        else:
            yield name


def _is_article(file: Path, folder: Path) -> bool:
    from bot.adapters.readers import SUFFIXES  # noqa: PLC0415 - as above

    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.casefold() in SUFFIXES and not hidden and file.is_file()


def _failed(file: str, reason: str, form: Form) -> Shown:
    text = ""
    if form.name == "json":
        from bot.presentation.interchange import error_json  # noqa: PLC0415 - it is seldom needed

        text = json.dumps(error_json(file, reason), ensure_ascii=False)
    return Shown(text=text, failed=True, troubles=(f"{file}: {reason}",))
