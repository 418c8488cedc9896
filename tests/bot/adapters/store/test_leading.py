"""One process leads: the others wait for it to end, or are sent away."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, open_store
from bot.errors import StoreUnusable
from bot.ports import Leadership
from tests.bot.adapters.store.conftest import OpenAgain
from tests.postgres import PostgresServer

LEAD = """
import asyncio, sys
from bot.adapters.store import open_store
from tests.bot.adapters.store.samples import ANN, NOW

async def lead(url):
    store = await open_store(url)
    assert await store.leadership.take()
    async with store.transaction() as work:
        await work.queue.recover()
        await work.chats.subscribe(ANN, NOW)
    print("leads", flush=True)
    await asyncio.sleep(600)

asyncio.run(lead(sys.argv[1]))
"""


@contextmanager
def another_leader(url: str) -> Iterator[subprocess.Popen[str]]:
    """Run a process that leads, until it is killed."""
    command = [sys.executable, "-c", LEAD, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own words
        assert process.stdout is not None
        assert process.stdout.readline() == "leads\n"
        try:
            yield process
        finally:
            process.kill()


async def took(leadership: Leadership) -> bool:
    """Ask to lead until it is granted, as the bot does, ten times a second."""
    for _ in range(50):
        if await leadership.take():
            return True
        await asyncio.sleep(0.1)
    return False


async def test_leading_can_be_given_up(store: DatabaseStore, open_again: OpenAgain) -> None:
    """Whoever leads may ask again; when it gives up, or closes, the next one may lead."""
    assert await store.leadership.leader() is None
    assert await store.leadership.take()
    assert await store.leadership.take()
    assert str(os.getpid()) in (await store.leadership.leader() or "")
    await store.leadership.give_up()
    other = await open_again()
    assert await other.leadership.take()
    await other.close()
    assert await store.leadership.take()


async def test_a_killed_leader_is_followed_at_once(url: str) -> None:
    """When the leader is killed another process leads within seconds."""
    with another_leader(url) as process:
        store = await open_store(url)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert await took(store.leadership)
        await store.close()


async def test_sqlite_serves_one(tmp_path: Path) -> None:
    """On SQLite a second process is sent away with the first one's number; looking is allowed."""
    url = f"sqlite:///{tmp_path}/store.db"
    with another_leader(url) as process:
        store = await open_store(url)
        with pytest.raises(StoreUnusable, match=rf"store\.db: process {process.pid} is using it"):
            await store.leadership.take()
        assert await store.check() == ()
        await store.close()


async def test_postgresql_serves_many(postgres_url: str) -> None:
    """On PostgreSQL a second process is told who leads, and that it does not."""
    with another_leader(postgres_url) as process:
        store = await open_store(postgres_url)
        assert not await store.leadership.take()
        leader = await store.leadership.leader()
        assert leader is not None
        assert leader.startswith(f"process {process.pid} on ")
        await store.close()


async def test_a_lost_connection_ends_leading(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    """A leader whose connection is cut learns of it, and can lead again."""
    store = await open_store(postgres_url)
    assert await store.leadership.take()
    await asyncio.to_thread(postgres_server.cut_off, postgres_url, "dateline%")
    async with asyncio.timeout(5):
        await store.leadership.lost()
    assert await took(store.leadership)
    await store.close()


async def test_a_memory_store_has_no_lock() -> None:
    """A store in memory is one process's by nature."""
    store = await open_store("sqlite://")
    assert await store.leadership.take()
    assert await store.leadership.leader() is None
    await store.close()
