"""Work off the event loop: in a thread for a few files, on all cores for many."""

import asyncio
import gc
import logging
import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from typing import Any, Generic, TypeVar

from bot.errors import UnusableArticle

log = logging.getLogger(__name__)

Given = TypeVar("Given")
Made = TypeVar("Made")

MANY = 24
"""From so many files on, starting the other cores pays."""

PATIENCE = 120.0
"""Seconds after which a file is given up, so that no text can hang the bot."""

COLLECTED = 100_000
"""After how many objects more a process of the pool looks for those that hold each other: 10 MB."""


class Workers(Generic[Given, Made]):
    """Does one kind of work, in this process or in a pool that starts once when much is to come.

    `make` opens what the work needs (the gazetteer) and gives the function that does it. It is a
    module-level function or a picklable object: every process of the pool calls it once. What the
    function takes and gives is picklable, too.
    """

    def __init__(
        self, make: Callable[[], Callable[[Given], Made]], cores: int | None = None
    ) -> None:
        self._make = make
        self._cores = cores or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def prepare(self, count: int) -> None:
        """Start the pool if so many files are worth it; it then stays."""
        if self._pool is None and count >= MANY and self._cores > 1:
            self._pool = self._started(self._cores)

    async def work(self, given: Given) -> Made:
        """Do the work once; raises UnusableArticle for a text that cannot be coped with."""
        try:
            async with asyncio.timeout(PATIENCE):
                if self._pool is None:
                    return await asyncio.to_thread(self._here, given)
                return await self._in_pool(given)
        except TimeoutError:
            self._restart(self._pool)
            raise UnusableArticle(f"no brief after {PATIENCE:.0f} s: given up") from None

    def _here(self, given: Given) -> Made:
        made: Made = _made(self._make)(given)
        return made

    async def _in_pool(self, given: Given) -> Made:
        """Have the pool work; when it breaks, find by a process of its own whose fault it is."""
        pool = self._pool
        try:
            return await self._done_by(pool, given)
        except BrokenProcessPool:
            self._restart(pool)
        with self._started(1) as alone:
            try:
                return await self._done_by(alone, given)
            except BrokenProcessPool:
                raise UnusableArticle("the process that read it died, twice") from None

    @staticmethod
    async def _done_by(pool: ProcessPoolExecutor | None, given: Given) -> Made:
        loop = asyncio.get_running_loop()
        made: Made = await loop.run_in_executor(pool, _there, given)  # type: ignore[arg-type]  # the pool's work
        return made

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


# What is said of types above holds for the functions below: a pool's process does one kind of work.
_Work = Callable[[Any], Any]
_Make = Callable[[], _Work]


@cache
def _made(make: _Make) -> _Work:
    return make()


_maker: list[_Make] = []


def _open(make: _Make) -> None:
    """Be a process of the pool: ignore the terminal's interrupt, which the parent handles."""
    import signal  # noqa: PLC0415 - only a pool process needs it

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, name="parent", daemon=True).start()
    _maker.append(make)
    _made(make)
    # What is open now stays, and a brief's own objects are soon gone: the collector, which takes a
    # fifth of the time as Python sets it, need not look through them again and again.
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED, 20, 20)


def _outlive_nobody() -> None:
    """End with the parent: one that is killed cannot tell its pool, which would wait for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _there(given: object) -> object:
    return _made(_maker[0])(given)
