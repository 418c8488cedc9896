"""`dateline brief`: files in, briefs out; no store, no Telegram."""

import asyncio
import json
import sys
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.adapters.readers import SUFFIXES, read_article
from bot.adapters.writers import Writers
from bot.errors import UnusableArticle
from bot.interchange import brief_json, error_json
from bot.model import Filing
from bot.render import PostOptions, brief_post, plain_text
from summarizer.model import Brief

AHEAD = 64
"""How many files are under way at once."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file's brief, or the reason why there is none."""

    file: str
    brief: Brief | None = None
    error: str | None = None


async def write_briefs(
    files: Sequence[str], *, writers: Writers, form: str, options: PostOptions
) -> int:
    """Write the briefs of files to standard output, in order; gives the exit status."""
    status = 0
    async with aclosing(_written(list(_files(files)), writers)) as results:
        async for written in results:
            if written.error is not None:
                status = 1
                print(f"{written.file}: {written.error}", file=sys.stderr)
            if text := _shown(written, form, options):
                print(text, flush=True)
    return status


async def _written(files: list[str], writers: Writers) -> AsyncGenerator[Written]:
    """Write briefs some way ahead of the one that is shown, in order."""
    writers.prepare(len(files))
    ahead: deque[asyncio.Task[Written]] = deque()
    rest = iter(files)
    try:
        while True:
            while len(ahead) < AHEAD and (file := next(rest, None)) is not None:
                ahead.append(asyncio.create_task(_one(file, writers)))
            if not ahead:
                return
            yield await ahead.popleft()
    finally:
        for task in ahead:
            task.cancel()


async def _one(file: str, writers: Writers) -> Written:
    try:
        name, data = await asyncio.to_thread(_load, file)
        article = await asyncio.to_thread(read_article, name, data)
        return Written(file=file, brief=await writers.write(article))
    except UnusableArticle as error:
        return Written(file=file, error=str(error))


def _load(file: str) -> tuple[str, bytes]:
    """Give a file's name and bytes; standard input is read as plain text."""
    if file == STANDARD_INPUT:
        return "standard-input.txt", sys.stdin.buffer.read()
    try:
        return file, Path(file).read_bytes()
    except OSError as error:
        raise UnusableArticle(f"cannot be read: {error.strerror or error}") from error


def _files(names: Iterable[str]) -> Iterator[str]:
    """Put the files of a folder, recursively and by name, in the folder's place."""
    for name in names:
        path = Path(name)
        if name != STANDARD_INPUT and path.is_dir():
            yield from (str(file) for file in sorted(path.rglob("*")) if _is_article(file, path))
        else:
            yield name


def _is_article(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.casefold() in SUFFIXES and not hidden and file.is_file()


def _shown(written: Written, form: str, options: PostOptions) -> str:
    if form == "json":
        shown = (
            brief_json(written.file, written.brief)
            if written.brief
            else error_json(written.file, written.error or "")
        )
        return json.dumps(shown, ensure_ascii=False)
    if written.brief is None:
        return ""
    unfiled = Filing(
        id=0, brief=written.brief, path=written.file, digest="", filed_at=datetime.now(UTC)
    )
    parts = brief_post(unfiled, options).parts
    return "\n\n".join(parts if form == "html" else map(plain_text, parts)) + "\n"
