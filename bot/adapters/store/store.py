"""The store: units of work on one database."""

import sqlite3
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.adapters.store.alone import AlonePresence
from bot.adapters.store.chats import StoredChats
from bot.adapters.store.connecting import empty_log, make_engine, sqlite_file, try_file
from bot.adapters.store.files import StoredFiles
from bot.adapters.store.filings import StoredFilings
from bot.adapters.store.original import Original
from bot.adapters.store.outbox import StoredOutbox
from bot.adapters.store.presence import Presence
from bot.adapters.store.queue import StoredQueue
from bot.adapters.store.schema import prepare
from bot.adapters.store.shared import SharedPresence
from bot.adapters.store.trouble import line_of, translated
from bot.adapters.store.updates import StoredUpdates
from bot.errors import StoreUnusable
from bot.ports import Leadership


class StoreTransaction:
    """One unit of work, by its parts."""

    def __init__(self, connection: AsyncConnection, presence: Presence) -> None:
        self._connection = connection
        self._presence = presence

    @cached_property
    def files(self) -> StoredFiles:
        """What became of each file."""
        return StoredFiles(self._connection)

    @cached_property
    def filings(self) -> StoredFilings:
        """The articles filed."""
        return StoredFilings(self._connection)

    @cached_property
    def chats(self) -> StoredChats:
        """The chats met, and their subscriptions."""
        return StoredChats(self._connection, self.outbox)

    @cached_property
    def outbox(self) -> StoredOutbox:
        """What is owed to whom."""
        return StoredOutbox(self._connection)

    @cached_property
    def queue(self) -> StoredQueue:
        """The outbox as delivery works it off."""
        return StoredQueue(self._connection, self._presence)

    @cached_property
    def updates(self) -> StoredUpdates:
        """Telegram's updates."""
        return StoredUpdates(self._connection)


class DatabaseStore:
    """The store on SQLite or PostgreSQL; satisfies `bot.ports.Store`."""

    def __init__(
        self, engine: AsyncEngine, presence: Presence, original: Original | None = None
    ) -> None:
        self._engine = engine
        self._presence = presence
        self._original = original

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[StoreTransaction]:
        """Begin a unit of work; leaving it commits, an exception undoes it.

        Raise StoreTrouble when the database fails it, UnfitValue for what it can never hold, and
        StoreUnusable when the database is no longer where it was.
        """
        if self._original is not None:
            self._original.check()
        with translated():
            async with self._engine.begin() as connection:
                yield StoreTransaction(connection, self._presence)

    @property
    def leadership(self) -> Leadership:
        """Who of the processes that share the store scans and polls."""
        return self._presence

    @property
    def is_shared(self) -> bool:
        """Whether several processes may work on it at once."""
        return self._engine.dialect.name != "sqlite"

    async def check(self) -> tuple[str, ...]:
        """Look the database over for damage; return a line for each fault."""
        try:
            async with self._engine.begin() as connection:
                if connection.dialect.name != "sqlite":
                    await connection.execute(sa.select(1))
                    return ()
                found = (await connection.exec_driver_sql("PRAGMA integrity_check(10)")).scalars()
                broken = await connection.exec_driver_sql("PRAGMA foreign_key_check")
                links = [f"{row.table}, row {row.rowid}: refers to a missing row" for row in broken]
        except SQLAlchemyError as error:
            return (line_of(error),)
        return (*(line for line in found if line != "ok"), *links[:10])

    async def close(self) -> None:
        """Let go of the database."""
        await self._presence.close()
        if self._original is not None and not self._original.is_there:
            with suppress(SQLAlchemyError, sqlite3.Error):
                await empty_log(self._engine)
        await self._engine.dispose()
        if self._original is not None:
            self._original.close()
            self._original = None


async def open_store(url: str) -> DatabaseStore:
    """Open a store by its address, making or migrating its tables.

    Raise StoreUnusable when that cannot be done.
    """
    engine = make_engine(url)
    where = engine.url.render_as_string(hide_password=True)
    try:
        store = _made(engine)
        try:
            async with engine.begin() as connection:
                await connection.run_sync(prepare)
        except BaseException:
            await store.close()
            raise
    except OSError as error:
        raise StoreUnusable(f"store.url: {where}: {error.strerror}") from error
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreUnusable(f"store.url: {where}: {line_of(error)}") from error
    return store


def _made(engine: AsyncEngine) -> DatabaseStore:
    """Make the store of an engine; a file is tried first."""
    if engine.dialect.name != "sqlite":
        return DatabaseStore(engine, SharedPresence(engine))
    if file := sqlite_file(engine):
        try_file(file)
    original = Original(file) if file else None
    return DatabaseStore(engine, AlonePresence(file, original), original)
