"""From a store's address to an engine: drivers, and how SQLite is to behave."""

import os
import sqlite3
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, ConnectionPoolEntry

from bot.errors import StoreUnusable

WAIT_SECONDS = 10
"""How long a unit of work waits for another process's before it gives up."""

OWNERS = 0o600
"""The permissions of a new database: it holds what chats asked, and who they are."""

_PRAGMAS = (
    "journal_mode=WAL",  # readers and the writer do not wait for each other
    # Every commit reaches the disk: what Telegram was told is handled, it never tells again, and
    # a message whose SENT is lost goes out twice. NORMAL would survive a killed process as well,
    # but not a loss of power.
    "synchronous=FULL",
    "foreign_keys=ON",
    f"busy_timeout={WAIT_SECONDS * 1000}",
    "journal_size_limit=67108864",  # a write-ahead log that a long scan blew up shrinks again
)


def make_engine(address: str) -> AsyncEngine:
    """Make the engine for `sqlite:///...` or `postgresql://...`; nothing is opened yet.

    Raise StoreUnusable when the address is of neither kind.
    """
    url = _parse(address)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url.set(drivername="sqlite+aiosqlite"))
    if find_spec("psycopg") is None:
        raise StoreUnusable(
            "store.url: PostgreSQL needs the extra: pip install 'dateline[postgres]'"
        )
    return create_async_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_timeout=WAIT_SECONDS,
        connect_args={"connect_timeout": WAIT_SECONDS, "application_name": "dateline"},
    )


def sqlite_file(engine: AsyncEngine) -> Path | None:
    """Return the file of a SQLite database; None for PostgreSQL and for one in memory."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return None
    return Path(name)


def try_file(path: Path) -> None:
    """Look whether a file can be opened as a database; raise the driver's own error, or OSError.

    A new one is its owner's alone, and so is what SQLite puts beside it. The asynchronous driver
    leaves a thread behind when it cannot open one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, OWNERS))
    with closing(sqlite3.connect(path, timeout=WAIT_SECONDS)) as connection:
        connection.execute("PRAGMA schema_version").fetchone()


async def empty_log(engine: AsyncEngine) -> None:
    """Bring what stands in SQLite's write-ahead log into its database, wherever that is now.

    SQLite leaves the log of a database that was moved or replaced where it is. The next one to open
    the file in its place would take that log for its own, and damage the file by it.
    """
    if not isinstance(engine.pool, AsyncAdaptedQueuePool) or not engine.pool.checkedin():
        return  # a new connection would lead to the file in its place
    async with engine.connect() as connection:
        pooled = await connection.get_raw_connection()
        if pooled.driver_connection is not None:  # SQLAlchemy would begin a transaction
            await pooled.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _parse(address: str) -> URL:
    if address.startswith("postgres://"):  # what many hosts give out
        address = address.replace("postgres://", "postgresql://", 1)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise StoreUnusable(f"store.url: not an address of a database: {address!r}") from None
    if url.drivername.partition("+")[0] not in ("sqlite", "postgresql"):
        raise StoreUnusable(
            f"store.url: {url.drivername}: allowed are sqlite:///FILE and postgresql://..."
        )
    return url


def _sqlite(url: URL) -> AsyncEngine:
    """Use one connection: there can be one writer anyhow, and asyncio's queue for it is fair.

    SQLite's own waiting between connections is not: it polls, and the patient starve.
    """
    engine = create_async_engine(
        url,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"timeout": WAIT_SECONDS},
    )
    sa.event.listen(engine.sync_engine, "connect", _set_up)
    sa.event.listen(engine.sync_engine, "begin", _begin)
    sa.event.listen(engine.sync_engine, "invalidate", _undo)
    return engine


def _set_up(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401 - the driver's
    connection.isolation_level = None  # no BEGIN of the driver's own: see _begin
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    """Begin as a writer at once: one that reads first fails when another wrote meanwhile."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _undo(connection: Any, *_: object) -> None:  # noqa: ANN401 - the driver's
    """End the transaction of a connection that is thrown away, as where its user is cancelled.

    Closing it is not enough: a cursor that a traceback still holds would keep the database locked.
    """
    with suppress(Exception):  # it may be closed already
        connection.rollback()
