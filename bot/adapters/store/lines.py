"""Lines of deliveries: which stand at their heads and are ready, and rows as deliveries."""

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.adapters.store import tables
from bot.adapters.store.addresses import of_row, same_address
from bot.model import CONSOLE_CHAT, Delivery, DeliveryState, Post

_d = tables.deliveries.c
# Written into the statement, not bound to it: else SQLite cannot see that the index serves.
DUE = _d.state == sa.literal(DeliveryState.DUE, _d.state.type, literal_execute=True)
READY = sa.and_(DUE, _d.owner.is_(None))


def heads(line: int, now: datetime, *, console: bool | None) -> sa.Select[tuple[Any, ...]]:
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
        .order_by(_d.not_before, _d.id)
        .with_for_update(skip_locked=True, of=tables.deliveries)
    )


def whose(*, console: bool | None) -> tuple[sa.ColumnElement[bool], ...]:
    """Limit to the terminal's chat (True), to all but it (False), or not at all (None)."""
    if console is None:
        return ()
    return (_d.chat_id == CONSOLE_CHAT if console else _d.chat_id != CONSOLE_CHAT,)


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
