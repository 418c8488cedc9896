"""`dateline brief`: files in, briefs out; no store, no Telegram."""

import asyncio
import json
import sys
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.adapters.readers import SUFFIXES, read_article
from bot.adapters.workers import Workers
from bot.application.language import Opening, Write, remark_on
from bot.errors import UnusableArticle
from bot.model import Filing
from bot.presentation import PostOptions, brief_post, plain_text
from bot.presentation.interchange import brief_json, error_json
from summarizer.model import Brief, BriefOptions

AHEAD = 64
"""How many files are under way at once."""

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How briefs are shown: "json", "html" or "text", with so much in a post."""

    name: str
    post: PostOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A file's brief as it is shown; `troubles` are lines for the standard error."""

    text: str = ""
    failed: bool = False
    troubles: tuple[str, ...] = ()


Source = tuple[str, bytes | None]
"""A file's name, and its bytes where they came through the standard input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """Gives the function that shows a file's brief: reading and printing are work for the pool."""

    opening: Opening
    form: Form

    def __call__(self) -> Callable[[Source], Shown]:
        """Open what writing reads."""
        return partial(_shown, self.opening(), self.opening.options, self.form)


async def write_briefs(files: Sequence[str], *, opening: Opening, form: Form) -> int:
    """Write the briefs of files to standard output, in order; gives the exit status."""
    status = 0
    workers: Workers[Source, Shown] = Workers(Showing(opening=opening, form=form))
    try:
        async with aclosing(_in_order(list(_files(files)), workers, form)) as results:
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
    files: list[str], workers: Workers[Source, Shown], form: Form
) -> AsyncGenerator[Shown]:
    """Write briefs some way ahead of the one that is shown, in order."""
    workers.prepare(len(files))
    ahead: deque[asyncio.Task[Shown]] = deque()
    rest = iter(files)
    try:
        while True:
            while len(ahead) < AHEAD and (file := next(rest, None)) is not None:
                ahead.append(asyncio.create_task(_one(file, workers, form)))
            if not ahead:
                return
            yield await ahead.popleft()
    finally:
        for task in ahead:
            task.cancel()


async def _one(file: str, workers: Workers[Source, Shown], form: Form) -> Shown:
    data = await asyncio.to_thread(sys.stdin.buffer.read) if file == STANDARD_INPUT else None
    try:
        return await workers.work((file, data))
    except UnusableArticle as error:  # of the workers: the text was more than they can cope with
        return _failed(file, error, form)


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


def _shown(write: Write, options: BriefOptions, form: Form, source: Source) -> Shown:
    file, data = source
    try:
        # Standard input is read as plain text.
        name, data = ("standard-input.txt", data) if data is not None else (file, _load(file))
        brief = write(read_article(name, data))
    except UnusableArticle as error:
        return _failed(file, error, form)
    remark = remark_on(brief, options)
    return Shown(text=_text(file, brief, form), troubles=(f"{file}: {remark}",) if remark else ())


def _failed(file: str, error: UnusableArticle, form: Form) -> Shown:
    text = _line(error_json(file, str(error))) if form.name == "json" else ""
    return Shown(text=text, failed=True, troubles=(f"{file}: {error}",))


def _load(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise UnusableArticle(f"cannot be read: {error.strerror or error}") from error


def _text(file: str, brief: Brief, form: Form) -> str:
    if form.name == "json":
        return _line(brief_json(file, brief))
    unfiled = Filing(id=0, brief=brief, path=file, digest="", filed_at=datetime.now(UTC))
    parts = brief_post(unfiled, form.post).parts
    return "\n\n".join(parts if form.name == "html" else map(plain_text, parts)) + "\n"


def _line(shown: object) -> str:
    return json.dumps(shown, ensure_ascii=False)
