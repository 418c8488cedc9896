"""The outbox as delivery works it off, in the store; see `bot.delivery.ports.Queue`."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.addresses import at_address
from bot.adapters.store.ending import ended
from bot.adapters.store.lines import DUE, READY, delivery_of, heads, whose
from bot.adapters.store.outbox import NEVER
from bot.adapters.store.presence import Presence
from bot.adapters.store.tables import REPLIES, REST
from bot.delivery.ports import ALONE, Departure, Watch
from bot.model import Address, Delivery, DeliveryKind, DeliveryState

_d = tables.deliveries.c


class StoredQueue:
    """The queue of one unit of work, for the process that `presence` stands for."""

    def __init__(self, connection: AsyncConnection, presence: Presence) -> None:
        self._connection = connection
        self._presence = presence

    async def watch(self) -> Watch:
        """Return which part of the chats is this process's to serve."""
        crew = await self._presence.crew(self._connection)
        number = await self._presence.number()
        return Watch(crew.index(number), len(crew)) if number in crew else ALONE

    async def departures(self, since: datetime) -> Sequence[Departure]:
        """Return what left to groups since then, and what was about to when its process died."""
        at = sa.func.coalesce(_d.finished_at, _d.begun_at, type_=_d.finished_at.type)
        rows = await self._connection.execute(
            sa.select(_d.chat_id, at.label("at"), _d.message_ids).where(
                at > since,
                _d.chat_id < 0,
                _d.state.in_((DeliveryState.SENT, DeliveryState.SENDING)),
            )
        )
        return tuple(
            Departure(row.chat_id, row.at, max(1, len(json.loads(row.message_ids)))) for row in rows
        )

    async def claim(
        self,
        limit: int,
        *,
        now: datetime,
        console: bool | None = None,
        replies_only: bool = False,
        watch: Watch = ALONE,
    ) -> Sequence[Delivery]:
        """Claim heads of lines that are due, replies first, then the longest due."""
        owner = await self._presence.number()
        claimed: list[Delivery] = []
        for line in (REPLIES,) if replies_only else (REPLIES, REST):
            if len(claimed) < limit:
                query = heads(line, now, console=console, watch=watch).limit(limit - len(claimed))
                rows = await self._connection.execute(query)
                claimed.extend(delivery_of(row) for row in rows)
        await self._set([delivery.id for delivery in claimed], {"owner": owner})
        return tuple(claimed)

    async def unclaim(self, delivery_ids: Iterable[int]) -> None:
        """Let go of claimed deliveries that were not begun."""
        await self._set(delivery_ids, {"owner": None}, _d.state == DeliveryState.DUE)

    async def begin(self, delivery_ids: Iterable[int], *, at: datetime) -> frozenset[int]:
        """Mark claimed deliveries SENDING and count an attempt; return the ids that may leave."""
        owner = await self._presence.number()
        result = await self._connection.execute(
            sa.update(tables.deliveries)
            .where(
                _d.id.in_(list(delivery_ids)),
                _d.state == DeliveryState.DUE,
                _d.owner == owner,
            )
            .values(state=DeliveryState.SENDING, attempts=_d.attempts + 1, begun_at=at)
            .returning(_d.id)
        )
        return frozenset(result.scalars())

    async def progress(self, delivery_id: int, message_ids: tuple[int, ...]) -> None:
        """Keep the ids of all parts sent so far; commit before the next part leaves."""
        await self._set([delivery_id], {"message_ids": json.dumps(message_ids)})

    async def sent(self, message_ids: Mapping[int, tuple[int, ...]], *, at: datetime) -> None:
        """Mark deliveries SENT, by id, each with the ids of all its parts."""
        if not message_ids:
            return
        values = {**ended(DeliveryState.SENT), "finished_at": at}
        await self._connection.execute(
            sa.update(tables.deliveries)
            .where(_d.id == sa.bindparam("delivery_id"))
            .values(values)
            .values(message_ids=sa.bindparam("ids", type_=sa.Text)),
            [
                {"delivery_id": delivery_id, "ids": json.dumps(ids)}
                for delivery_id, ids in message_ids.items()
            ],
        )

    async def later(
        self, delivery_id: int, not_before: datetime, *, was_tried: bool = True
    ) -> None:
        """Put a delivery back to DUE, claimed by nobody; its line waits until then."""
        back: dict[str, Any] = {
            "state": DeliveryState.DUE,
            "owner": None,
            "not_before": not_before,
        }
        if not was_tried:
            back["attempts"] = _d.attempts - 1
        await self._set([delivery_id], back, _d.line.is_not(None))
        # What stands behind it cannot go before it: out of the way, it costs a claim nothing.
        head = tables.deliveries.alias("head")

        def heads(column: str) -> sa.ColumnElement[bool]:
            of_head = sa.select(head.c[column]).where(head.c.id == delivery_id)
            return _d[column] == of_head.scalar_subquery()

        behind = sa.and_(heads("chat_id"), heads("thread_id"), heads("line"))
        await self._postpone(behind, not_before)

    async def expire(self, delivery_ids: Iterable[int], reason: str) -> None:
        """End deliveries that will not be sent, with the reason."""
        await self._set(delivery_ids, ended(DeliveryState.EXPIRED, reason), _d.line.is_not(None))

    async def cancel(self, delivery_ids: Iterable[int], reason: str) -> None:
        """End deliveries that nobody wants any more, with the reason."""
        await self._set(delivery_ids, ended(DeliveryState.CANCELLED, reason), _d.line.is_not(None))

    async def hold(self, chat_id: int, until: datetime) -> None:
        """Let everything due to a chat, replies and all topics included, wait until then."""
        await self._postpone(_d.chat_id == chat_id, until)

    async def _postpone(self, where: sa.ColumnElement[bool], until: datetime) -> None:
        await self._connection.execute(
            sa.update(tables.deliveries)
            .where(where, _d.line.is_not(None), DUE, _d.not_before < until)
            .values(not_before=until)
        )

    async def readjust(
        self, now: datetime, *, believed: tuple[datetime, datetime] | None = None
    ) -> int:
        """Let what is owed wait no longer, and count its age from now: the clock was set."""
        which: list[sa.ColumnElement[bool]] = [_d.line.is_not(None)]
        if believed is not None:
            first, last = believed
            doubtful = sa.or_(_d.created_at < first, _d.created_at > last, _d.begun_at > last)
            which.append(doubtful)
        waits = sa.and_(_d.not_before > now, _d.not_before < NEVER)
        result = await self._connection.execute(
            sa.update(tables.deliveries)
            .where(*which)
            .values(
                created_at=now,
                begun_at=sa.case((_d.begun_at > now, now), else_=_d.begun_at),
                not_before=sa.case((waits, now), else_=_d.not_before),
            )
        )
        return result.rowcount

    async def expire_older(self, created_before: datetime, reason: str) -> int:
        """Expire everything DUE, claimed by nobody, that is older; return how many."""
        result = await self._connection.execute(
            sa.update(tables.deliveries)
            .where(READY, _d.line.in_((REPLIES, REST)), _d.created_at < created_before)
            .values(ended(DeliveryState.EXPIRED, reason))
        )
        return result.rowcount

    async def recover(self) -> Sequence[Delivery]:
        """Let go of the claims of processes that are gone; return what they were SENDING."""
        owner = await self._presence.number()
        owners = await self._connection.execute(
            sa.select(_d.owner).where(_d.owner.is_not(None), _d.owner != owner).distinct()
        )
        gone = await self._presence.gone(self._connection, [number for (number,) in owners])
        if not gone:
            return ()
        await self._connection.execute(
            sa.update(tables.deliveries)
            .where(_d.owner.in_(gone), _d.state == DeliveryState.DUE)
            .values(owner=None)
        )
        result = await self._connection.execute(
            sa.update(tables.deliveries)
            .where(_d.owner.in_(gone), _d.state == DeliveryState.SENDING)
            .values(owner=owner)
            .returning(tables.deliveries)
        )
        return tuple(sorted((delivery_of(row) for row in result), key=lambda found: found.id))

    async def next_due(self, after: datetime, *, console: bool | None = None) -> datetime | None:
        """Return when something unclaimed becomes due next, later than `after`."""
        query = (
            sa.select(sa.func.min(_d.not_before))
            .where(READY, _d.line == sa.bindparam("line"), _d.not_before > after)
            .where(*whose(console=console))
        )
        moments = [
            (await self._connection.execute(query, {"line": line})).scalar_one()
            for line in (REPLIES, REST)
        ]
        return min((moment for moment in moments if moment is not None), default=None)

    async def outstanding(self, *, before: datetime, console: bool | None = None) -> int:
        """Count what is SENDING, or DUE before then."""
        due = sa.and_(_d.state == DeliveryState.DUE, _d.not_before <= before)
        query = (
            sa.select(sa.func.count())
            .where(_d.line.is_not(None), sa.or_(due, _d.state == DeliveryState.SENDING))
            .where(*whose(console=console))
        )
        return (await self._connection.execute(query)).scalar_one()

    async def counts(self) -> Mapping[DeliveryState, int]:
        """Count all deliveries by their states."""
        rows = await self._connection.execute(
            sa.select(_d.state, sa.func.count()).group_by(_d.state)
        )
        return {state: count for state, count in rows}  # noqa: C416 - rows are no pairs to mypy

    async def posted(self, filing_id: int, address: Address) -> Delivery | None:
        """Return the SENT post of a filing at an address: what a correction edits."""
        row = (
            await self._connection.execute(
                sa.select(tables.deliveries)
                .where(
                    _d.filing_id == filing_id,
                    at_address(tables.deliveries, address),
                    _d.kind == DeliveryKind.BRIEF,
                    _d.state == DeliveryState.SENT,
                )
                .order_by(_d.id.desc())
                .limit(1)
            )
        ).one_or_none()
        return None if row is None else delivery_of(row)

    async def _set(
        self,
        delivery_ids: Iterable[int],
        values: Mapping[str, Any],
        *where: sa.ColumnElement[bool],
    ) -> None:
        if ids := list(delivery_ids):
            await self._connection.execute(
                sa.update(tables.deliveries).where(_d.id.in_(ids), *where).values(values)
            )
