"""What fails while the store is open: it is told in one line, and nothing is half done."""

import sqlite3
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, connecting, open_store
from bot.errors import StoreTrouble
from bot.model import Draft
from tests.bot.adapters.store.conftest import OpenAgain
from tests.bot.adapters.store.samples import ANN, NOW, a_brief, owe
from tests.postgres import PostgresServer


async def subscribe(store: DatabaseStore) -> None:
    """Write something small."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)


async def test_a_full_disk(tmp_path: Path) -> None:
    """A write that finds no room is undone whole, and said; with room again it goes on."""
    store = await open_store(f"sqlite:///{tmp_path}/store.db")
    await subscribe(store)
    async with store._engine.begin() as connection:
        # SQLite's own way to say how far the file may grow: then it fails as on a full disk.
        await connection.exec_driver_sql("PRAGMA max_page_count = 1")

    async def file_much() -> None:
        async with store.transaction() as work:
            await owe(work, "Rain")
            draft = Draft(brief=a_brief("x" * 100_000), path="x", digest="x")
            await work.filings.file(draft, at=NOW)

    with pytest.raises(StoreTrouble, match="full"):
        await file_much()
    async with store.transaction() as work:
        assert await work.filings.latest(1) == ()
        assert await work.queue.counts() == {}
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    await file_much()
    assert await store.check() == ()
    await store.close()


async def test_a_locked_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that another program keeps locked is said to be, and used when it is free."""
    monkeypatch.setattr(connecting, "WAIT_SECONDS", 0)
    monkeypatch.setattr(connecting, "_PRAGMAS", (*connecting._PRAGMAS[:3], "busy_timeout=0"))
    path = tmp_path / "store.db"
    store = await open_store(f"sqlite:///{path}")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreTrouble, match="locked"):
        await subscribe(store)
    holder.close()
    await subscribe(store)
    await store.close()


async def test_a_lost_server(postgres_server: PostgresServer, postgres_url: str) -> None:
    """A unit of work whose connection is cut is undone and said; the next one connects anew."""
    store = await open_store(postgres_url)

    async def cut_short() -> None:
        async with store.transaction() as work:
            await work.chats.subscribe(ANN, NOW)
            postgres_server.cut_off(postgres_url, "%")
            await work.chats.subscription(ANN)

    with pytest.raises(StoreTrouble, match="the store failed"):
        await cut_short()
    async with store.transaction() as work:
        assert await work.chats.subscription(ANN) is None
    await store.close()


async def test_trouble_tells_no_values(store: DatabaseStore, open_again: OpenAgain) -> None:
    """The line says what the database said: no statement, and nothing of what was to be kept."""
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE subscriptions")
    with pytest.raises(StoreTrouble) as told:
        await subscribe(await open_again())
    line = str(told.value)
    assert "subscriptions" in line
    assert [word for word in ("INSERT", "\n", "2031") if word in line] == []
