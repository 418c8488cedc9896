"""Brief writing off the event loop: in a thread for a few articles, on all cores for many."""

import asyncio
import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache

from bot.errors import UnusableArticle
from summarizer.model import Article, Brief, BriefOptions

log = logging.getLogger(__name__)

Write = Callable[[Article], Brief]
Make = Callable[[], Write]
"""Opens what brief writing needs (the gazetteer) and gives the function that writes.

A module-level function or a picklable object: every process of the pool calls it once.
"""

OWN = BriefOptions().algorithm
"""The algorithm that is shown everything."""

MANY = 24
"""From so many articles on, starting the other cores pays."""

PATIENCE = 120.0
"""Seconds after which an article is given up, so that no text can hang the bot."""


class Writers:
    """Writes briefs in this process, or in a pool that starts once when many are to come.

    `options` are those that the briefs are written with, to tell of what they leave unread.
    """

    def __init__(
        self, make: Make, cores: int | None = None, options: BriefOptions | None = None
    ) -> None:
        self._make = make
        self._options = options or BriefOptions()
        self._cores = cores or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def prepare(self, count: int) -> None:
        """Start the pool if so many articles are worth it; it then stays."""
        if self._pool is None and count >= MANY and self._cores > 1:
            self._pool = self._started(self._cores)

    async def write(self, article: Article) -> Brief:
        """Write one brief; raises UnusableArticle for a text that cannot be coped with."""
        brief = await self._written(article)
        if self._options.algorithm != OWN:
            self._tell_unread(brief)
        return brief

    def _tell_unread(self, brief: Brief) -> None:
        """Log how much of a long article the chosen algorithm was not shown."""
        from summarizer.ranking import unread_sentences  # noqa: PLC0415 - loaded by writing briefs

        if unread := unread_sentences(brief.copy, self._options):
            log.warning(
                "%s is not shown the last %d sentences of %r: its time grows too fast with them",
                self._options.algorithm,
                unread,
                brief.headline or brief.text[:60],
            )

    async def _written(self, article: Article) -> Brief:
        try:
            async with asyncio.timeout(PATIENCE):
                if self._pool is None:
                    return await asyncio.to_thread(_here, self._make, article)
                return await self._in_pool(article)
        except TimeoutError:
            self._restart(self._pool)
            raise UnusableArticle(f"no brief after {PATIENCE:.0f} s: given up") from None

    async def _in_pool(self, article: Article) -> Brief:
        """Have the pool write; when it breaks, find by a process of its own whose fault it is."""
        pool = self._pool
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, _there, article)
        except BrokenProcessPool:
            self._restart(pool)
        with self._started(1) as alone:
            try:
                return await asyncio.get_running_loop().run_in_executor(alone, _there, article)
            except BrokenProcessPool:
                raise UnusableArticle("the process that read it died, twice") from None

    def _restart(self, broken: ProcessPoolExecutor | None) -> None:
        if broken is not None and self._pool is broken:
            log.warning("the brief-writing processes are started anew")
            broken.shutdown(wait=False, cancel_futures=True)
            self._pool = self._started(self._cores)

    def _started(self, cores: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            max_workers=cores,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_open,
            initargs=(self._make,),
        )

    def close(self) -> None:
        """End the pool."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


@cache
def _made(make: Make) -> Write:
    return make()


def _here(make: Make, article: Article) -> Brief:
    return _made(make)(article)


_maker: list[Make] = []


def _open(make: Make) -> None:
    """Be a process of the pool: ignore the terminal's interrupt, which the parent handles."""
    import signal  # noqa: PLC0415 - only a pool process needs it

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, name="parent", daemon=True).start()
    _maker.append(make)
    _made(make)


def _outlive_nobody() -> None:
    """End with the parent: one that is killed cannot tell its pool, which would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _there(article: Article) -> Brief:
    return _made(_maker[0])(article)
