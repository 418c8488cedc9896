"""The ledger: what many senders write down at once is committed together."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.delivery.backoff import backoff
from bot.delivery.ports import QueueStore, QueueTransaction
from bot.errors import StoreTrouble
from bot.ports import Clock

T = TypeVar("T")

MOST = 200
"""How many writings one commit takes at most."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Writing:
    work: Callable[[QueueTransaction], Awaitable[Any]]
    outcome: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class _Arrivals:
    """Deliveries that arrived, for one statement."""

    message_ids: dict[int, tuple[int, ...]]
    clock: Clock

    async def __call__(self, store: QueueTransaction) -> None:
        await store.queue.sent(self.message_ids, at=self.clock.now())


class Ledger:
    """Writes to the store in groups: what comes during a commit shares the next one.

    While the store is in trouble (disk full, connection lost) it goes on trying: nobody here
    could do without what is to be written down.
    """

    def __init__(self, store: QueueStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._writings: list[_Writing] = []
        self._writer: asyncio.Task[None] | None = None
        self._arrivals: tuple[_Arrivals, asyncio.Future[None]] | None = None

    async def write(self, work: Callable[[QueueTransaction], Awaitable[T]]) -> T:
        """Do a piece of work in the next commit; return after it.

        `work` must bear being done again when a commit fails.
        """
        return await asyncio.shield(self._put(work))

    async def sent(self, delivery_id: int, message_ids: tuple[int, ...]) -> None:
        """Mark a delivery SENT; one statement serves all that come for the next commit."""
        if self._arrivals is None:
            arrivals = _Arrivals({}, self._clock)
            self._arrivals = arrivals, self._put(arrivals)
        arrivals, written = self._arrivals
        arrivals.message_ids[delivery_id] = message_ids
        await asyncio.shield(written)

    async def close(self) -> None:
        """Wait until everything is written."""
        while self._writer is not None and not self._writer.done():
            await self._writer

    def _put(self, work: Callable[[QueueTransaction], Awaitable[T]]) -> asyncio.Future[T]:
        outcome: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._writings.append(_Writing(work, outcome))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write(), name="ledger")
        return outcome

    async def _write(self) -> None:
        while self._writings:
            group, self._writings = self._writings[:MOST], self._writings[MOST:]
            self._arrivals = None  # what arrives from here on is for the next commit
            await self._commit(group)

    async def _commit(self, group: list[_Writing]) -> None:
        """Commit a group; a piece of work that fails by itself fails alone."""
        failures = 0
        while True:
            try:
                async with self._store.transaction() as store:
                    results = [await writing.work(store) for writing in group]
            except StoreTrouble as error:
                failures += 1
                log.warning("nothing can be written down, trying again: %s", error)
                await self._clock.sleep(min(10.0, backoff(failures)))
            except Exception as error:  # noqa: BLE001 - it goes to whoever asked for the work
                if len(group) == 1:
                    _set(group[0].outcome, error)
                    return
                for writing in group:
                    await self._commit([writing])
                return
            else:
                for writing, result in zip(group, results, strict=True):
                    if not writing.outcome.done():
                        writing.outcome.set_result(result)
                return


def _set(outcome: asyncio.Future[Any], error: Exception) -> None:
    if not outcome.done():
        outcome.set_exception(error)
