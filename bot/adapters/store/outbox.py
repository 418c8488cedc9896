"""What is owed to whom, in the store."""

import json
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.addresses import at_address, same_address, thread
from bot.adapters.store.ending import ended
from bot.adapters.store.releasing import release_held
from bot.adapters.store.tables import REPLIES, REST
from bot.model import Address, DeliveryKind, DeliveryState, Post, SubscriptionState

NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""When the deliveries of a paused subscription become due, unless it is resumed."""

_d, _f, _s = tables.deliveries.c, tables.filings.c, tables.subscriptions.c
_WAITING = (DeliveryState.HELD, DeliveryState.DUE)


class StoredOutbox:
    """The outbox of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(
        self,
        kind: DeliveryKind,
        address: Address,
        *,
        at: datetime,
        post: Post | None = None,
        filing_id: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Owe one thing to an address, due at once; return the delivery's id."""
        values = _new(
            at,
            kind=kind,
            chat_id=address.chat_id,
            thread_id=thread(address),
            line=REPLIES if kind is DeliveryKind.REPLY else REST,
            filing_id=filing_id,
            post=None if post is None else json.dumps(post.parts),
            reply_to=reply_to,
        )
        result = await self._connection.execute(
            sa.insert(tables.deliveries).values(values).returning(_d.id)
        )
        delivery_id: int = result.scalar_one()
        return delivery_id

    async def hold_briefs(
        self, filing_ids: Collection[int], at: datetime, *, duplicate_of: int | None = None
    ) -> int:
        """Owe filings to every active subscription, held until the scan ends; return how many.

        Addresses that have, or are owed, the filing `duplicate_of` are left out.
        """
        values = _new(
            at,
            kind=DeliveryKind.BRIEF,
            chat_id=_s.chat_id,
            thread_id=_s.thread_id,
            line=REST,
            filing_id=_f.id,
            state=DeliveryState.HELD,
        )
        query = (
            sa.select(*values.values())
            .select_from(tables.subscriptions.join(tables.filings, _f.id.in_(filing_ids)))
            .where(_s.state == SubscriptionState.ACTIVE)
            .order_by(_f.id, _s.id)
        )
        if duplicate_of is not None:
            query = query.where(~_has(duplicate_of))
        return await self._insert(values, query)

    async def put_corrections(self, filing_id: int, version: int, at: datetime) -> int:
        """Owe a correction to every active subscription that was, or is being, sent the filing.

        One not yet sent an earlier correction gets this one instead. Gives how many.
        """
        superseded = ended(DeliveryState.CANCELLED, "a later correction takes its place")
        await self._connection.execute(
            sa.update(tables.deliveries)
            .where(
                _d.filing_id == filing_id,
                _d.kind == DeliveryKind.CORRECTION,
                _d.state.in_(_WAITING),
            )
            .values(superseded)
        )
        values = _new(
            at,
            kind=DeliveryKind.CORRECTION,
            chat_id=_s.chat_id,
            thread_id=_s.thread_id,
            line=REST,
            filing_id=filing_id,
            version=version,
        )
        was_sent = sa.exists().where(
            _d.filing_id == filing_id,
            same_address(tables.deliveries, tables.subscriptions),
            _d.kind == DeliveryKind.BRIEF,
            # One that is claimed may have been rendered already.
            sa.or_(_d.state == DeliveryState.SENT, _d.owner.is_not(None)),
        )
        query = sa.select(*values.values()).where(_s.state == SubscriptionState.ACTIVE, was_sent)
        return await self._insert(values, query)

    async def _insert(
        self,
        values: dict[str, sa.ColumnElement[Any]],
        query: sa.Select[*tuple[Any, ...]],
    ) -> int:
        """Insert for every subscription of the query, and keep those from ending meanwhile."""
        if self._connection.dialect.name == "postgresql":
            query = query.with_for_update(read=True, of=tables.subscriptions)
        result = await self._connection.execute(
            sa.insert(tables.deliveries).from_select(list(values), query),
            execution_options={"preserve_rowcount": True},
        )
        return result.rowcount

    async def release(self, *, backlog: int, newest: int, at: datetime) -> int:
        """Make everything held due; see `bot.ports.Outbox`."""
        return await release_held(self._connection, backlog=backlog, newest=newest, at=at)

    async def cancel(self, address: Address, reason: str) -> int:
        """Cancel the briefs and lists still owed to an address (not replies); return how many."""
        where = sa.and_(at_address(tables.deliveries, address), _d.line == REST)
        return await self._cancel(where, reason)

    async def cancel_chat(self, chat_id: int, reason: str) -> int:
        """Cancel everything still owed to a chat, replies included; return how many."""
        return await self._cancel(sa.and_(_d.chat_id == chat_id, _d.line.is_not(None)), reason)

    async def _cancel(self, where: sa.ColumnElement[bool], reason: str) -> int:
        """Cancel what waits; what is being sent is left to the answer."""
        result = await self._connection.execute(
            sa.update(tables.deliveries)
            .where(where, _d.state.in_(_WAITING))
            .values(ended(DeliveryState.CANCELLED, reason))
        )
        return result.rowcount

    async def sleep(self, where: sa.ColumnElement[bool]) -> None:
        """Let what waits, replies aside, wait until it is woken."""
        await self._connection.execute(
            sa.update(tables.deliveries)
            .where(where, _d.line == REST, _d.state.in_(_WAITING))
            .values(not_before=NEVER)
        )

    async def wake(self, at: datetime, where: sa.ColumnElement[bool]) -> None:
        """Make due what was put to sleep."""
        await self._connection.execute(
            sa.update(tables.deliveries)
            .where(where, _d.line == REST, _d.not_before == NEVER)
            .values(not_before=at)
        )


def _new(at: datetime, **values: object) -> dict[str, sa.ColumnElement[Any]]:
    """Return the columns of a new delivery: columns to select from, or values."""
    new = {
        "state": DeliveryState.DUE,
        "created_at": at,
        "not_before": at,
        "attempts": 0,
        "message_ids": "[]",
        **values,
    }
    return {
        name: value if isinstance(value, sa.ColumnElement) else sa.literal(value, _d[name].type)
        for name, value in new.items()
    }


def _has(filing_id: int) -> sa.ColumnElement[bool]:
    """Return whether a subscription's address has a filing or is owed it, alone or in a list."""
    return sa.exists().where(
        _d.filing_id == filing_id,
        same_address(tables.deliveries, tables.subscriptions),
        sa.or_(
            _d.state.not_in((DeliveryState.EXPIRED, DeliveryState.CANCELLED)),
            _d.listed_in.is_not(None),
        ),
    )
