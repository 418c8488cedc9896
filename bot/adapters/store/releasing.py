"""The end of a scan: what it held becomes due, or a list where it is too much."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.ending import ended
from bot.model import DeliveryKind, DeliveryState

_LISTED = "it stands in a list"
_d = tables.deliveries.c
_HELD = _d.state == sa.literal(DeliveryState.HELD, _d.state.type, literal_execute=True)


async def release_held(
    connection: AsyncConnection, *, backlog: int, newest: int, at: datetime
) -> int:
    """Make everything held due; a line held more than `backlog` briefs gets a list for most.

    All of it happens inside the database, however many chats there are. The list takes the place
    of the newest of those that it stands for, so that it comes before the posts that follow.
    """
    crowded = (
        sa.select(_d.chat_id)
        .where(_HELD, _d.kind == DeliveryKind.BRIEF)
        .group_by(_d.chat_id, _d.thread_id)
        .having(sa.func.count() > backlog)
        .limit(1)
    )
    if (await connection.execute(crowded)).first() is not None:
        await _list_the_rest(connection, backlog, newest)
    result = await connection.execute(
        sa.update(tables.deliveries)
        .where(_HELD)
        .values(
            state=DeliveryState.DUE,
            not_before=sa.case((_d.not_before < at, at), else_=_d.not_before),
        )
    )
    return result.rowcount


async def _list_the_rest(connection: AsyncConnection, backlog: int, newest: int) -> None:
    address = (_d.chat_id, _d.thread_id)
    ranked = (
        sa.select(
            _d.id,
            *address,
            sa.func.row_number().over(partition_by=address, order_by=_d.id.desc()).label("place"),
            sa.func.count().over(partition_by=address).label("total"),
        )
        .where(_HELD, _d.kind == DeliveryKind.BRIEF)
        .cte("ranked")
    )
    lists = (
        sa.select(ranked).where(ranked.c.total > backlog, ranked.c.place == newest + 1).cte("lists")
    )
    # The rest first: were the lists made first, the ranks would be others.
    await connection.execute(
        sa.update(tables.deliveries)
        .where(
            _HELD,
            _d.kind == DeliveryKind.BRIEF,
            _d.chat_id == lists.c.chat_id,
            _d.thread_id == lists.c.thread_id,
            _d.id <= lists.c.id,
        )
        .values(
            listed_in=lists.c.id,
            kind=sa.case((_d.id == lists.c.id, DeliveryKind.LIST), else_=_d.kind),
            amount=sa.case((_d.id == lists.c.id, lists.c.total - newest)),
        )
    )
    listed = ended(DeliveryState.CANCELLED, _LISTED)
    await connection.execute(
        sa.update(tables.deliveries)
        .where(_HELD, _d.listed_in.is_not(None), _d.listed_in != _d.id)
        .values(listed)
    )
