"""The chats met and their subscriptions, in the store."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.addresses import at_address, of_row, thread
from bot.adapters.store.moving import move_chat
from bot.adapters.store.outbox import StoredOutbox
from bot.adapters.store.statements import insert, upsert
from bot.model import Address, Chat, Subscription, SubscriptionState

_s = tables.subscriptions.c


class StoredChats:
    """The chats of one unit of work."""

    def __init__(self, connection: AsyncConnection, outbox: StoredOutbox) -> None:
        self._connection = connection
        self._outbox = outbox

    async def get(self, chat_id: int) -> Chat | None:
        """Return a chat by its id."""
        return (await self.several([chat_id])).get(chat_id)

    async def several(self, chat_ids: Iterable[int]) -> Mapping[int, Chat]:
        """Return the chats of these ids that have been met, by their ids."""
        query = sa.select(tables.chats).where(tables.chats.c.id.in_(list(chat_ids)))
        return {row.id: _chat(row) for row in await self._connection.execute(query)}

    async def meet(self, chat: Chat) -> None:
        """Keep a chat's kind, title, name and language; its time zone once set stays."""
        values = {
            "id": chat.id,
            "kind": chat.kind,
            "title": chat.title,
            "username": chat.username,
            "language": chat.language,
            "timezone": chat.timezone,
        }
        await upsert(self._connection, tables.chats, values, key=("id",), keep=("timezone",))

    async def set_timezone(self, chat_id: int, timezone: str) -> None:
        """Keep a chat's time zone, an IANA name."""
        await self._connection.execute(
            sa.update(tables.chats).where(tables.chats.c.id == chat_id).values(timezone=timezone)
        )

    async def subscription(self, address: Address) -> Subscription | None:
        """Return the subscription of an address, in whatever state."""
        query = sa.select(tables.subscriptions).where(at_address(tables.subscriptions, address))
        row = (await self._connection.execute(query)).one_or_none()
        return None if row is None else _subscription(row)

    async def subscribe(self, address: Address, at: datetime) -> bool:
        """Make an address's subscription active; False when it was already."""
        values = {
            "chat_id": address.chat_id,
            "thread_id": thread(address),
            "state": SubscriptionState.ACTIVE,
            "since": at,
            "reason": None,
            "closed": False,
        }
        statement = insert(self._connection, tables.subscriptions).values(values)
        statement = statement.on_conflict_do_update(
            index_elements=("chat_id", "thread_id"),
            set_={
                name: statement.excluded[name] for name in ("state", "since", "reason", "closed")
            },
            where=_s.state != SubscriptionState.ACTIVE,
        )
        if (await self._connection.execute(statement.returning(_s.id))).first() is None:
            return False
        await self._outbox.wake(at, at_address(tables.deliveries, address))
        return True

    async def end(self, address: Address, reason: str) -> bool:
        """End an address's subscription; False when there was none to end."""
        where = at_address(tables.subscriptions, address)
        return await self._end(where, reason, closed=False) > 0

    async def end_all(self, chat_id: int, reason: str) -> int:
        """End the subscriptions of a chat in all its topics, and cancel what they are owed."""
        ended = await self._end(_s.chat_id == chat_id, reason, closed=True)
        await self._outbox.cancel_chat(chat_id, reason)
        return ended

    async def _end(self, where: sa.ColumnElement[bool], reason: str, *, closed: bool) -> int:
        """End what is not ended yet: the first reason is the one that counts."""
        result = await self._connection.execute(
            sa.update(tables.subscriptions)
            .where(where, _s.state != SubscriptionState.ENDED)
            .values(state=SubscriptionState.ENDED, reason=reason, closed=closed)
        )
        return result.rowcount

    async def pause(self, address: Address, reason: str) -> bool:
        """Stop serving an address until it subscribes again or the right to post returns."""
        result = await self._connection.execute(
            sa.update(tables.subscriptions)
            .where(at_address(tables.subscriptions, address), _s.state == SubscriptionState.ACTIVE)
            .values(state=SubscriptionState.PAUSED, reason=reason)
        )
        if result.rowcount == 0:
            return False
        await self._outbox.sleep(at_address(tables.deliveries, address))
        return True

    async def resume(self, chat_id: int, at: datetime) -> int:
        """Make the paused subscriptions of a chat active again."""
        result = await self._connection.execute(
            sa.update(tables.subscriptions)
            .where(_s.chat_id == chat_id, _s.state == SubscriptionState.PAUSED)
            .values(state=SubscriptionState.ACTIVE, reason=None)
        )
        if result.rowcount:
            await self._outbox.wake(at, tables.deliveries.c.chat_id == chat_id)
        return result.rowcount

    async def move(self, old_chat_id: int, new_chat_id: int) -> None:
        """Return a chat another id: its subscriptions, settings and deliveries go with it."""
        if old_chat_id != new_chat_id:
            await move_chat(self._connection, old_chat_id, new_chat_id)

    async def troubled(self) -> Sequence[Subscription]:
        """Return the paused subscriptions, and those that ended without being asked to."""
        rows = await self._connection.execute(
            sa.select(tables.subscriptions)
            .where(sa.or_(_s.state == SubscriptionState.PAUSED, _s.closed))
            .order_by(_s.id)
        )
        return tuple(_subscription(row) for row in rows)


def _chat(row: sa.Row[tuple[object, ...]]) -> Chat:
    return Chat(
        id=row.id,
        kind=row.kind,
        title=row.title,
        username=row.username,
        language=row.language,
        timezone=row.timezone,
    )


def _subscription(row: sa.Row[tuple[object, ...]]) -> Subscription:
    return Subscription(
        id=row.id, address=of_row(row), state=row.state, since=row.since, reason=row.reason
    )
