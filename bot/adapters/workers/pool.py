"""The pool: work goes to whichever worker is free, and each is as young as it has to be."""

import asyncio
import logging
import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar, cast

from bot.adapters.workers.limits import Limits
from bot.adapters.workers.process import Answer, Outcome
from bot.adapters.workers.server import Server
from bot.adapters.workers.worker import Worker, WorkerDied, repeat
from bot.errors import NoWorker, UnusableArticle

log = logging.getLogger(__name__)

Opened = TypeVar("Opened")
Made = TypeVar("Made")

Job = Callable[[Opened], Made]
"""A piece of work: takes what the process has opened, and returns what it made of it.

It is pickled, and so is what it returns: a module's function, a partial of one, or an object.
"""

IDLE = 60.0
"""Seconds after which a worker that has nothing to do ends."""

LONG_IDLE = 240.0
"""Seconds after which the server ends, too, and the next work has to wait for its start."""

TRIES = 2
"""How often work is begun that its process does not survive: the first time may be bad luck."""


class Workers(Generic[Opened]):
    """Does work in processes of which each has what `make` opens, at most `processes` at once.

    `make` is a module-level function or a picklable object; it is called once, in the server.
    """

    def __init__(
        self, make: Callable[[], Opened], *, processes: int = 1, limits: Limits | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._server = Server(make, self._limits.memory)
        self._turns = asyncio.Semaphore(processes)
        self._all: set[Worker] = set()
        self._free: dict[Worker, float] = {}  # since when; the last freed stands last
        self._used = 0.0
        self._tidying: asyncio.TimerHandle | None = None
        self._closed = False

    def start(self) -> None:
        """Start what takes its time, since work is to come."""
        if not self._closed:
            with suppress(NoWorker):  # the work itself will tell
                self._server.start()
            self._keep_tidy()

    async def work(self, job: Job[Opened, Made]) -> Made:
        """Have a piece of work done, and return what it makes, or raise what it raises.

        Raise UnusableArticle where it takes too long or too much memory, or where its process
        dies twice; NoWorker where no process can be had.
        """
        given = pickle.dumps(job)
        async with self._turns:
            answered = await self._answered(given)
        await asyncio.sleep(0)  # whoever is next sends its work before this one reads its answer
        answer: Answer = pickle.loads(answered)  # noqa: S301 - our own process
        repeat(answer.said)
        match answer.outcome:
            case Outcome.MADE:
                return cast("Made", answer.value)
            case Outcome.NO_MEMORY:
                raise UnusableArticle(self._limits.too_large)
            case Outcome.RAISED:
                raise cast("Exception", answer.value)

    async def _answered(self, given: bytes) -> bytes:
        for _ in range(TRIES):
            worker = self._freed() or await self._begun()
            try:
                return await worker.answer(given)
            except WorkerDied:
                log.warning("a process that was writing a brief died")
            finally:
                self._free_again(worker)
        raise UnusableArticle("the process that read it died, twice")

    def _freed(self) -> Worker | None:
        """Return the worker that was at work last and still lives, if there is one."""
        while self._free:
            worker, _ = self._free.popitem()
            if worker.lives:
                return worker
            self._dismiss(worker)
        return None

    async def _begun(self) -> Worker:
        for _ in range(TRIES):  # the server may have died meanwhile
            if self._closed:
                break
            worker = Worker(self._server.fork(), self._limits)
            self._all.add(worker)
            try:
                await worker.begin()
            except WorkerDied:
                continue
            finally:
                if worker.ended:
                    self._dismiss(worker)
            return worker
        raise NoWorker("the processes that write briefs end as they begin")

    def _free_again(self, worker: Worker) -> None:
        if worker.ended or self._closed or worker.has_grown:
            self._dismiss(worker)
        else:
            self._free[worker] = asyncio.get_running_loop().time()
        self._keep_tidy()

    def _dismiss(self, worker: Worker) -> None:
        worker.end()
        self._all.discard(worker)

    def _keep_tidy(self) -> None:
        """Note that there is work, and tidy up from time to time until there is none for long."""
        loop = asyncio.get_running_loop()
        self._used = loop.time()
        if self._tidying is None and not self._closed:
            self._tidying = loop.call_later(IDLE / 4, self._tidy)

    def _tidy(self) -> None:
        """End the workers, and in the end the server, that have had nothing to do for long."""
        loop = asyncio.get_running_loop()
        for worker, since in tuple(self._free.items()):
            if since <= loop.time() - IDLE:
                del self._free[worker]
                self._dismiss(worker)
        if self._all or self._used > loop.time() - LONG_IDLE:
            self._tidying = loop.call_later(IDLE / 4, self._tidy)
        else:
            self._tidying = None
            self._server.close()

    def close(self) -> None:
        """Kill all processes, whatever they do; work that waits for them fails."""
        self._closed = True
        if self._tidying is not None:
            self._tidying.cancel()
        self._free.clear()
        for worker in tuple(self._all):
            self._dismiss(worker)
        self._server.close()
