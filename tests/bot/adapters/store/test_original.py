"""A database that is deleted or replaced while it is in use, and what is left of it."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, open_store
from bot.errors import StoreUnusable
from tests.bot.adapters.store.samples import ANN, NOW, file_it
from tests.bot.adapters.store.test_leading import another_leader

PATIENCE = 20.0


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[DatabaseStore]:
    """Return a store in a file, which leads and has something in it."""
    store = await open_store(f"sqlite:///{tmp_path}/store.db")
    assert await store.leadership.take()
    await write(store)
    yield store
    await store.close()


def names(folder: Path) -> list[str]:
    """Return the names of a store's files."""
    return sorted(path.name for path in folder.glob("store.db*"))


async def write(store: DatabaseStore) -> None:
    """Write something small."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)


async def refused(store: DatabaseStore, path: Path) -> None:
    """See that nothing is written any more, and that whoever leads is told."""
    async with asyncio.timeout(PATIENCE):
        await store.leadership.lost()
    for use in (write(store), store.leadership.take()):
        with pytest.raises(StoreUnusable) as told:
            await use
        assert str(told.value).startswith(f"store.url: {path} was deleted or replaced")
        assert "\n" not in str(told.value)


async def test_a_deleted_database_is_noticed(store: DatabaseStore, tmp_path: Path) -> None:
    """At the next unit of work, and within a second by whoever waits for the lead to end."""
    for name in names(tmp_path):
        (tmp_path / name).unlink()
    await refused(store, tmp_path / "store.db")
    assert names(tmp_path) == []


async def test_a_replaced_database_is_left_alone(store: DatabaseStore, tmp_path: Path) -> None:
    """The one that has come in its place holds what it held, after a new start as well."""
    async with store.transaction() as work:
        await file_it(work, "Snow")
    other = await open_store(f"sqlite:///{tmp_path}/other.db")
    async with other.transaction() as work:
        await file_it(work, "Rain")
    await other.close()
    (tmp_path / "other.db").rename(tmp_path / "store.db")
    await refused(store, tmp_path / "store.db")
    await store.close()
    again = await open_store(f"sqlite:///{tmp_path}/store.db")
    assert await again.check() == ()
    async with again.transaction() as work:
        assert [line.title for line in await work.filings.latest(9)] == ["Rain"]
        assert await work.chats.subscription(ANN) is None
    await again.close()


async def test_a_moved_database_keeps_what_was_written(
    store: DatabaseStore, tmp_path: Path
) -> None:
    """Nothing more is written that nobody would find; what was, stands in the file itself."""
    async with store.transaction() as work:
        await file_it(work, "Snow")
    (tmp_path / "store.db").rename(tmp_path / "moved.db")
    await refused(store, tmp_path / "store.db")
    await store.close()
    moved = await open_store(f"sqlite:///{tmp_path}/moved.db")
    assert await moved.check() == ()
    async with moved.transaction() as work:
        assert [line.title for line in await work.filings.latest(9)] == ["Snow"]
    await moved.close()


async def test_a_deleted_lock_is_made_anew(store: DatabaseStore, tmp_path: Path) -> None:
    """Else another process could take it, and both would post."""
    lock = tmp_path / "store.db.lock"
    lock.unlink()
    async with asyncio.timeout(PATIENCE):
        await store.leadership.lost()
    assert await store.leadership.take()
    assert lock.read_text() == str(os.getpid())
    waiting = asyncio.create_task(store.leadership.lost())
    await asyncio.sleep(0)
    assert not waiting.done()
    waiting.cancel()
    await write(store)


async def test_a_lock_that_another_took_is_not_taken_back(
    store: DatabaseStore, tmp_path: Path
) -> None:
    """Whoever comes second says who has it, and ends."""
    (tmp_path / "store.db.lock").unlink()
    with another_leader(f"sqlite:///{tmp_path}/store.db") as other:
        async with asyncio.timeout(PATIENCE):
            await store.leadership.lost()
        with pytest.raises(StoreUnusable, match=f"process {other.pid} is using it"):
            await store.leadership.take()


@pytest.mark.parametrize("left", [("-wal", "-shm", ".lock"), ("-wal",), ("-shm",), (".lock",)])
async def test_what_a_deleted_database_leaves_breaks_no_start(
    tmp_path: Path, left: tuple[str, ...]
) -> None:
    """It belongs to what is gone: the new database is empty and whole, and can be led."""
    path = tmp_path / "store.db"
    with another_leader(f"sqlite:///{path}"):
        pass  # killed: nothing is put in order
    assert (tmp_path / "store.db-wal").stat().st_size
    for name in names(tmp_path):
        if name.removeprefix("store.db") not in left:
            (tmp_path / name).unlink()
    for opening in range(2):
        store = await open_store(f"sqlite:///{path}")
        assert await store.leadership.take()
        async with store.transaction() as work:
            assert len(await work.filings.latest(9)) == opening
            assert await work.chats.subscription(ANN) is None
            await file_it(work, f"Rain {opening}")
        assert await store.check() == ()
        await store.close()


@pytest.mark.usefixtures("store")
def test_the_database_is_its_owners_alone(tmp_path: Path) -> None:
    """It holds who the chats are and what they asked: nobody else on the machine reads it."""
    assert names(tmp_path) == [
        "store.db", "store.db-shm", "store.db-wal", "store.db.lock"
    ]  # fmt: skip
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("store.db*")} == {0o600}


async def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """In one line, which names it."""
    (tmp_path / "store.db.lock").mkdir()
    store = await open_store(f"sqlite:///{tmp_path}/store.db")
    with pytest.raises(StoreUnusable, match=r"store\.db\.lock: Is a directory"):
        await store.leadership.take()
    await store.close()
