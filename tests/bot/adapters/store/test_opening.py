"""Opening a store: addresses, versions, and what cannot be opened."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, open_store
from bot.adapters.store.connecting import make_engine
from bot.errors import StoreUnusable
from bot.model import Address
from tests.bot.adapters.store.conftest import OpenAgain
from tests.bot.adapters.store.samples import ANN, NOW


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("sqlite:///dateline.db", "sqlite+aiosqlite"),
        ("sqlite:////var/lib/dateline.db", "sqlite+aiosqlite"),
        ("postgresql://ann:secret@db.example/dateline", "postgresql+psycopg"),
        ("postgres://db.example/dateline", "postgresql+psycopg"),
        ("postgresql+psycopg2://db.example/dateline", "postgresql+psycopg"),
    ],
)
def test_drivers(address: str, driver: str) -> None:
    """An address gets the driver that works asynchronously, whatever it names."""
    assert make_engine(address).url.drivername == driver


@pytest.mark.parametrize("address", ["", "dateline.db", "mysql://db.example/dateline", "sqlite"])
async def test_wrong_addresses(address: str) -> None:
    """What is no address of a SQLite or PostgreSQL database is refused in a line."""
    with pytest.raises(StoreUnusable, match=r"store\.url"):
        await open_store(address)


async def test_what_is_kept_is_there_again(store: DatabaseStore, open_again: OpenAgain) -> None:
    """A second opening finds what the first kept, and makes no tables anew."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
    async with (await open_again()).transaction() as work:
        assert await work.chats.subscription(ANN) is not None


async def test_opening_at_once(tmp_path: Path, empty_postgres_url: str) -> None:
    """Several processes that find an empty database at once all get their tables."""
    for url in (f"sqlite:///{tmp_path}/new.db", empty_postgres_url):
        for store in await asyncio.gather(*(open_store(url) for _ in range(4))):
            assert await store.check() == ()
            await store.close()


async def test_a_newer_version_is_refused(store: DatabaseStore, open_again: OpenAgain) -> None:
    """A database that a newer Dateline has migrated is left alone."""
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE dateline_version SET version_num = '9999'")
    with pytest.raises(StoreUnusable, match=r"newer Dateline.*9999"):
        await open_again()


async def test_another_programs_database_is_refused(
    store: DatabaseStore, open_again: OpenAgain
) -> None:
    """A database with tables of the same names, but none of Dateline's versions, is left alone."""
    async with store._engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE dateline_version")
    with pytest.raises(StoreUnusable, match="another program's"):
        await open_again()


async def test_files_that_are_no_database(tmp_path: Path) -> None:
    """A file of something else, a folder, and a place that cannot be written are refused."""
    (tmp_path / "text.db").write_text("Rain fell on the hills all night. " * 50)
    (tmp_path / "folder.db").mkdir()
    (tmp_path / "file").touch()
    for name in ("text.db", "folder.db", "file/below.db"):
        with pytest.raises(StoreUnusable, match=r"store\.url") as refused:
            await open_store(f"sqlite:///{tmp_path}/{name}")
        assert "\n" not in str(refused.value)


async def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    """A PostgreSQL that does not answer is named, without the password."""
    with pytest.raises(StoreUnusable) as refused:
        await open_store(f"postgresql://ann:secret@/dateline?host={tmp_path}")
    assert "secret" not in str(refused.value)


async def test_damage_is_found(tmp_path: Path) -> None:
    """`check` says nothing of a sound database, and something of a damaged one."""
    path = tmp_path / "store.db"
    store = await open_store(f"sqlite:///{path}")
    assert await store.check() == ()
    async with store.transaction() as work:
        for number in range(500):
            await work.chats.subscribe(Address(number), NOW)
    await store.close()
    with sqlite3.connect(path) as raw:
        (size,) = raw.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_subscriptions_state'"
        (page,) = raw.execute(query).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    store = await open_store(f"sqlite:///{path}")
    assert await store.check() != ()
    await store.close()
