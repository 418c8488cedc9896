"""One of several processes that share a PostgreSQL database, and how they keep apart.

Each keeps one connection open with advisory locks on it: one for its own number, which shows the
others that it lives, and one that only the leader can have. PostgreSQL lets go of them when the
connection ends, as it does at once when the process is killed.
"""

import asyncio
import os
import socket
from collections.abc import Sequence
from contextlib import suppress

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.adapters.store.presence import draw_number
from bot.adapters.store.trouble import translated

_PRESENT, _LEADER = 0x0DA7E11, 0x0DA7E12
"""Kinds of advisory locks, their first numbers; the second are a process's, and 0."""

_HEARTBEAT_SECONDS = 1.0

_TRY = sa.text("SELECT pg_try_advisory_lock(:kind, :number)")
_UNLOCK = sa.text("SELECT pg_advisory_unlock(:kind, :number)")
_UNLOCK_ALL = sa.text("SELECT pg_advisory_unlock_all()")
# In the asking transaction: of two that recover at once, one finds the locks taken.
_GONE = sa.text(
    "SELECT number FROM unnest(CAST(:numbers AS integer[])) AS number "
    "WHERE pg_try_advisory_xact_lock(:kind, number)"
)
_HELD = (
    "locktype = 'advisory' AND classid = :kind AND granted "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
_WHO = sa.text(
    "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid) "  # noqa: S608 - ours
    f"WHERE objid = 0 AND {_HELD}"
)
_CREW = sa.text(f"SELECT objid::bigint FROM pg_locks WHERE {_HELD} ORDER BY 1")  # noqa: S608 - ours
# So that PostgreSQL notices within seconds when this machine, not only this process, has died.
_SETTINGS = (
    "SET tcp_keepalives_idle = 3",
    "SET tcp_keepalives_interval = 2",
    "SET tcp_keepalives_count = 3",
    "SET idle_session_timeout = 0",
)


class SharedPresence:
    """One process among several; it leads while it holds the leader's lock."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._number = draw_number()
        self._connection: AsyncConnection | None = None
        self._heartbeat: asyncio.Task[None] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._leads = False
        self._cut_off = asyncio.Event()

    async def number(self) -> int:
        """Return the number by which this process claims; others can see that it lives."""
        async with self._one_at_a_time:
            await self._connect()
        return self._number

    async def gone(self, connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:
        """Return which of these processes are gone: those whose locks can be taken."""
        if not numbers:
            return ()
        found = await connection.execute(_GONE, {"numbers": list(numbers), "kind": _PRESENT})
        return tuple(found.scalars())

    async def crew(self, connection: AsyncConnection) -> Sequence[int]:
        """Return the numbers of all processes that hold their locks."""
        await self.number()
        return tuple((await connection.execute(_CREW, {"kind": _PRESENT})).scalars())

    async def take(self) -> bool:
        """Lead, if nobody does."""
        with translated():
            return await self._take()

    async def _take(self) -> bool:
        async with self._one_at_a_time:
            if not self._leads:
                connection = await self._connect()
                result = await connection.execute(_TRY, {"kind": _LEADER, "number": 0})
                self._leads = result.scalar_one()
                if self._leads:
                    self._cut_off.clear()
            return self._leads

    async def lost(self) -> None:
        """Wait until the connection with the leader's lock is lost."""
        await self._cut_off.wait()

    async def give_up(self) -> None:
        """Lead no longer."""
        async with self._one_at_a_time:
            if self._leads and self._connection:
                self._leads = False
                with suppress(SQLAlchemyError):  # lost with the connection, it is given up too
                    await self._connection.execute(_UNLOCK, {"kind": _LEADER, "number": 0})

    async def leader(self) -> str | None:
        """Return which process leads."""
        with translated():
            name = await self._leader()
        return name and name.removeprefix("dateline ")

    async def _leader(self) -> str | None:
        async with self._engine.connect() as connection:
            name: str | None = (await connection.execute(_WHO, {"kind": _LEADER})).scalar()
        return name

    async def close(self) -> None:
        """Leave: the others may take over at once."""
        if self._heartbeat:
            self._heartbeat.cancel()
            with suppress(asyncio.CancelledError):
                await self._heartbeat
            self._heartbeat = None
        if self._connection is not None:
            # PostgreSQL takes a moment to see that a connection has ended: the locks go before it.
            with suppress(SQLAlchemyError, OSError, TimeoutError):
                async with asyncio.timeout(_HEARTBEAT_SECONDS):
                    await self._connection.execute(_UNLOCK_ALL)
        await self._hang_up()

    async def _connect(self) -> AsyncConnection:
        """Return the connection that holds the locks, made anew if it was lost."""
        if self._connection is not None:
            return self._connection
        connection = await self._engine.connect()
        try:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            for setting in _SETTINGS:
                await connection.exec_driver_sql(setting)
            name = f"dateline process {os.getpid()} on {socket.gethostname()}"[:63]
            await connection.execute(
                sa.text("SELECT set_config('application_name', :name, false)"), {"name": name}
            )
            mine = {"kind": _PRESENT, "number": self._number}
            while not (await connection.execute(_TRY, mine)).scalar_one():
                self._number = mine["number"] = draw_number()
        except BaseException:
            await connection.invalidate()
            await connection.close()
            raise
        self._connection = connection
        self._heartbeat = asyncio.create_task(self._watch())
        return connection

    async def _watch(self) -> None:
        """Look every second whether the connection still holds; if not, this process leads no more.

        Its claims are then anyone's: what it begins after that is refused (`Queue.begin`).
        """
        with suppress(SQLAlchemyError, OSError, TimeoutError):
            while True:
                await asyncio.sleep(_HEARTBEAT_SECONDS)
                async with self._one_at_a_time:
                    if self._connection is None:
                        return
                    async with asyncio.timeout(5 * _HEARTBEAT_SECONDS):
                        await self._connection.execute(sa.select(1))
        async with self._one_at_a_time:
            await self._hang_up()

    async def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if self._leads:
            self._leads = False
            self._cut_off.set()
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()  # never back to the pool: it holds locks
                await connection.close()
