"""Reception: no command is lost while the store fails, and none stops those behind it."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.chat.answering import Answering
from bot.chat.reception import MOST_TRIES, Reception
from bot.errors import StoreTrouble
from bot.model import Event, Update
from bot.ports import Leadership, Store, Transaction
from tests.bot.desk import FakeMembers, HandClock, Person, a_store, all_owed, words


@dataclass(slots=True)
class FailingStore:
    """A real store that fails so many times more."""

    store: Store
    failures: int = 0

    @property
    def leadership(self) -> Leadership:
        """Who leads."""
        return self.store.leadership

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Transaction]:
        """Begin a unit of work that may fail at its end."""
        async with self.store.transaction() as work:
            yield work
            if self.failures:
                self.failures -= 1
                raise StoreTrouble("the store failed: database or disk is full")

    async def check(self) -> tuple[str, ...]:
        """Look for damage."""
        return await self.store.check()

    async def close(self) -> None:
        """Close it."""
        await self.store.close()


async def answers(folder: Path, store_fails: Callable[[FailingStore, int], None]) -> list[str]:
    """Give the answers to two commands; `store_fails` is called when one is looked at."""
    clock, answered = HandClock(), asyncio.Semaphore(0)
    typed = {1: Person().types("xyzzyq"), 2: Person().types("start")}
    async with a_store(folder) as real:
        store = FailingStore(real)

        def translate(update: Update) -> Event:
            store_fails(store, update.id)
            return typed[update.id]

        answering = Answering(
            store=store,
            clock=clock,
            members=FakeMembers(),
            bot_name="bot",
            quotes=3,
            places=3,
            poke=answered.release,
        )
        reception = Reception(store=store, clock=clock, translate=translate, answering=answering)
        await reception.keep([Update(id=number, payload="{}") for number in typed])
        running = asyncio.create_task(reception.run())
        async with asyncio.timeout(30):
            for _ in typed:
                await answered.acquire()
        running.cancel()
        async with real.transaction() as work:
            assert await work.updates.pending(9) == ()
        return words(await all_owed(real, clock))


@pytest.mark.parametrize("failures", [1, 3, MOST_TRIES - 1])
async def test_a_store_that_fails_is_waited_for(tmp_path: Path, failures: int) -> None:
    """With a full disk commands wait, in order, and are answered once there is room."""
    left = [failures]

    def fails(store: FailingStore, _: int) -> None:
        store.failures += left.pop() if left else 0

    first, second = await answers(tmp_path, fails)
    assert "There is no /xyzzyq." in first
    assert "Dateline reads the news" in second


async def test_one_command_that_always_fails_stops_no_other(tmp_path: Path) -> None:
    """After several tries it is apologised for, and the next one is answered."""

    def fails(store: FailingStore, update_id: int) -> None:
        store.failures += update_id == 1

    first, second = await answers(tmp_path, fails)
    assert "That went wrong here" in first
    assert "Dateline reads the news" in second
