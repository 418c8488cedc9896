"""Telegram's updates, in the store."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.statements import insert
from bot.errors import HandledAlready
from bot.model import Update

KEPT = timedelta(days=7)
"""How long a handled update is remembered; Telegram offers one again for a day at most."""

SWEPT = 200
"""So many of the handled updates are looked at with each receipt: more than it can bring."""
NEAR = 1000
"""How far before those that come updates are remembered however old: one offered twice is near."""


class StoredUpdates:
    """The updates of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def receive(self, updates: Sequence[Update]) -> Sequence[Update]:
        """Keep updates, and return the new ones; one already known, handled or not, is not."""
        table, now = tables.updates, datetime.now(UTC)
        if not updates:
            return ()
        ids = [update.id for update in updates]
        found = await self._connection.execute(sa.select(table.c.id).where(table.c.id.in_(ids)))
        known = set(found.scalars())
        await self._connection.execute(
            insert(self._connection, table).on_conflict_do_nothing(index_elements=("id",)),
            [
                {"id": update.id, "payload": update.payload, "received_at": now, "handled": False}
                for update in updates
            ],
        )
        # Of the oldest alone: to look at all, however many, at each receipt would take ever longer.
        oldest = sa.select(table.c.id).where(table.c.handled).order_by(table.c.id).limit(SWEPT)
        await self._connection.execute(
            sa.delete(table).where(
                table.c.id.in_(oldest),
                table.c.received_at < now - KEPT,
                # A clock that was set ahead makes all of them old: those just before stay.
                ~table.c.id.between(min(ids) - NEAR, max(ids)),
            )
        )
        return tuple(update for update in updates if update.id not in known)

    async def pending(self, limit: int, *, after: int = 0) -> Sequence[Update]:
        """Return updates not yet handled, by id, those after an id alone."""
        table = tables.updates
        rows = await self._connection.execute(
            sa.select(table.c.id, table.c.payload)
            .where(~table.c.handled, table.c.id > after)
            .order_by(table.c.id)
            .limit(limit)
        )
        return tuple(Update(id=row.id, payload=row.payload) for row in rows)

    async def handled(self, update_id: int) -> None:
        """Mark an update as handled, in the transaction of its effect; its words are let go.

        Raise HandledAlready when another process has handled it just now: undo, and go on.
        """
        table = tables.updates
        result = await self._connection.execute(
            sa.update(table)
            .where(table.c.id == update_id, ~table.c.handled)
            .values(handled=True, payload="")
        )
        if result.rowcount == 0:
            known = sa.select(table.c.id).where(table.c.id == update_id)
            if (await self._connection.execute(known)).first() is not None:
                raise HandledAlready(f"update {update_id} is handled already")

    async def dismiss(self, update_ids: Collection[int]) -> None:
        """Mark updates as handled of which nothing comes."""
        table = tables.updates
        await self._connection.execute(
            sa.update(table)
            .where(table.c.id.in_(list(update_ids)))
            .values(handled=True, payload="")
        )
