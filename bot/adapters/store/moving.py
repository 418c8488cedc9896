"""Giving a chat another id, as when a group becomes a supergroup."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.ending import ended
from bot.adapters.store.tables import REST
from bot.model import DeliveryKind, DeliveryState, SubscriptionState

_MOVED = "the chat was owed it under its new id already"


async def move_chat(connection: AsyncConnection, old: int, new: int) -> None:
    """Move everything of a chat to another id; where that is known already, the two become one.

    Both may have come to be owed the same brief: it stays owed once.
    """
    await _move_chat(connection, old, new)
    await _move_subscriptions(connection, old, new)
    await _forget_twice_owed(connection, old, new)
    deliveries = tables.deliveries
    await connection.execute(
        sa.update(deliveries).where(deliveries.c.chat_id == old).values(chat_id=new)
    )


async def _move_chat(connection: AsyncConnection, old: int, new: int) -> None:
    """Keep the new id's kind and title, which are newer, and the old one's settings."""
    chats = tables.chats.c
    zone = sa.select(chats.timezone).where(chats.id == old).scalar_subquery()
    there = sa.select(chats.id).where(chats.id == new)
    if (await connection.execute(there)).one_or_none() is None:
        await connection.execute(sa.update(tables.chats).where(chats.id == old).values(id=new))
        return
    await connection.execute(
        sa.update(tables.chats)
        .where(chats.id == new)
        .values(timezone=sa.func.coalesce(zone, chats.timezone))
    )
    await connection.execute(sa.delete(tables.chats).where(chats.id == old))


async def _move_subscriptions(connection: AsyncConnection, old: int, new: int) -> None:
    """Move subscriptions; one under both ids is active if it was under either."""
    table = tables.subscriptions
    other = table.alias("other")
    active = (
        sa.select(other.c.thread_id)
        .where(other.c.chat_id == old, other.c.state == SubscriptionState.ACTIVE)
        .scalar_subquery()
    )
    await connection.execute(
        sa.update(table)
        .where(table.c.chat_id == new, table.c.thread_id.in_(active))
        .values(state=SubscriptionState.ACTIVE, reason=None, closed=False)
    )
    doubled = sa.select(other.c.thread_id).where(other.c.chat_id == new).scalar_subquery()
    await connection.execute(
        sa.delete(table).where(table.c.chat_id == old, table.c.thread_id.in_(doubled))
    )
    await connection.execute(sa.update(table).where(table.c.chat_id == old).values(chat_id=new))


async def _forget_twice_owed(connection: AsyncConnection, old: int, new: int) -> None:
    """Cancel the briefs under the old id that the new one has, or is owed, as well."""
    table = tables.deliveries
    other = table.alias("other")
    had = sa.exists().where(
        other.c.filing_id == table.c.filing_id,
        other.c.chat_id == new,
        other.c.thread_id == table.c.thread_id,
        other.c.kind == DeliveryKind.BRIEF,
        other.c.state.not_in((DeliveryState.EXPIRED, DeliveryState.CANCELLED)),
    )
    await connection.execute(
        sa.update(table)
        .where(
            table.c.chat_id == old,
            table.c.line == REST,
            table.c.kind == DeliveryKind.BRIEF,
            table.c.state.in_((DeliveryState.HELD, DeliveryState.DUE)),
            had,
        )
        .values(ended(DeliveryState.CANCELLED, _MOVED))
    )
