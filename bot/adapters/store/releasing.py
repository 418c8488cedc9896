"""The end of a scan: what it held becomes due, or a list where it is too much."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.addresses import same_address
from bot.adapters.store.ending import ended
from bot.model import DeliveryKind, DeliveryState

_LISTED = "it stands in a list"
_table, _d = tables.deliveries, tables.deliveries.c


def _held_brief(table: sa.FromClause) -> sa.ColumnElement[bool]:
    # The state is written into the statement: else SQLite cannot see that the index serves.
    state = sa.literal(DeliveryState.HELD, _d.state.type, literal_execute=True)
    return sa.and_(table.c.state == state, table.c.kind == DeliveryKind.BRIEF)


async def release_held(
    connection: AsyncConnection, *, backlog: int, newest: int, at: datetime
) -> int:
    """Make everything held due; an address held more than `backlog` briefs gets a list for most.

    All of it happens inside the database, however many chats there are.
    """
    crowded = _crowded(backlog, newest)
    if (await connection.execute(sa.select(crowded).limit(1))).first() is not None:
        await connection.execute(_listing(crowded, newest))
    held = sa.literal(DeliveryState.HELD, _d.state.type, literal_execute=True)
    result = await connection.execute(
        sa.update(_table)
        .where(_d.state == held)
        .values(
            state=DeliveryState.DUE,
            not_before=sa.case((_d.not_before < at, at), else_=_d.not_before),
        )
    )
    return result.rowcount


def _crowded(backlog: int, newest: int) -> sa.CTE:
    """Select the addresses held too much, and which delivery is to be the list there.

    It is the newest of those that the list stands for, so that it keeps its place in the line:
    after what was owed before, and before the posts that follow.
    """
    held, other = _table.alias("held"), _table.alias("other")
    chosen = (
        sa.select(other.c.id)
        .where(same_address(other, held), _held_brief(other))
        .order_by(other.c.id.desc())
        .limit(1)
        .offset(newest)
        .scalar_subquery()
        .correlate(held)
    )
    address = (held.c.chat_id, held.c.thread_id)
    return (
        sa.select(*address, sa.func.count().label("total"), chosen.label("list_id"))
        .where(_held_brief(held))
        .group_by(*address)
        .having(sa.func.count() > max(backlog, newest))
        .cte("crowded")
    )


def _listing(crowded: sa.CTE, newest: int) -> sa.Update:
    """Turn the chosen into lists, and cancel what they stand for, in one pass."""
    is_list = _d.id == crowded.c.list_id
    cancelled = ended(DeliveryState.CANCELLED, _LISTED)
    return (
        sa.update(_table)
        .where(_held_brief(_table), same_address(_table, crowded), _d.id <= crowded.c.list_id)
        .values(
            {
                name: sa.case((is_list, _d[name]), else_=sa.literal(value, _d[name].type))
                for name, value in cancelled.items()
            }
        )
        .values(
            kind=sa.case((is_list, DeliveryKind.LIST), else_=_d.kind),
            amount=sa.case((is_list, crowded.c.total - newest)),
            listed_in=crowded.c.list_id,
        )
    )
