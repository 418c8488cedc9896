"""Lines of deliveries: which stand at their heads and are ready, and rows as deliveries."""

import json
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.adapters.store import tables
from bot.adapters.store.addresses import of_row, same_address
from bot.delivery.ports import ALONE, Watch
from bot.model import CONSOLE_CHAT, Delivery, DeliveryState, Post

LET_LIE = timedelta(seconds=30)
"""After so long another process's chats are anyone's: it may be cut off from Telegram."""

_d = tables.deliveries.c
# Written into the statement, not bound to it: else SQLite cannot see that the index serves.
DUE = _d.state == sa.literal(DeliveryState.DUE, _d.state.type, literal_execute=True)
READY = sa.and_(DUE, _d.owner.is_(None))


def heads(
    line: int, now: datetime, *, console: bool | None, watch: Watch = ALONE
) -> sa.Select[tuple[Any, ...]]:
    """Select what is due and stands behind nothing, the longest due first.

    PostgreSQL locks the rows and passes over those that another process is just claiming.
    """
    ahead = tables.deliveries.alias("ahead")
    blocked = sa.exists().where(
        same_address(ahead, tables.deliveries),
        ahead.c.line == line,
        ahead.c.id < _d.id,
        ahead.c.state.in_((DeliveryState.DUE, DeliveryState.SENDING)),
    )
    return (
        sa.select(tables.deliveries)
        .where(READY, _d.line == line, _d.not_before <= now, ~blocked, *whose(console=console))
        .where(*_on(watch, now))
        .order_by(_d.not_before, _d.id)
        .with_for_update(skip_locked=True, of=tables.deliveries)
    )


def whose(*, console: bool | None) -> tuple[sa.ColumnElement[bool], ...]:
    """Limit to the terminal's chat (True), to all but it (False), or not at all (None)."""
    if console is None:
        return ()
    return (_d.chat_id == CONSOLE_CHAT if console else _d.chat_id != CONSOLE_CHAT,)


def _on(watch: Watch, now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    """Limit to the chats that are a process's to serve, and what the others let lie.

    Who serves a chat alone knows how much it was sent: the store does not tell in time.
    """
    if watch.size == 1:
        return ()
    mine = sa.func.abs(_d.chat_id) % watch.size == watch.place
    return (sa.or_(mine, _d.not_before < now - LET_LIE),)


def delivery_of(row: sa.Row[Any]) -> Delivery:
    """Read a row of the table."""
    return Delivery(
        id=row.id,
        kind=row.kind,
        address=of_row(row),
        state=row.state,
        created_at=row.created_at,
        not_before=row.not_before,
        attempts=row.attempts,
        filing_id=row.filing_id,
        version=row.version,
        post=None if row.post is None else Post(parts=tuple(json.loads(row.post))),
        amount=row.amount,
        message_ids=tuple(json.loads(row.message_ids)),
        reply_to=row.reply_to,
        reason=row.reason,
    )
