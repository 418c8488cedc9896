"""Addresses as columns: a chat, and its topic or none."""

from typing import Any

import sqlalchemy as sa

from bot.adapters.store.tables import NO_THREAD
from bot.model import Address


def thread(address: Address) -> int:
    """Return the number that stands for an address's topic in a column."""
    return NO_THREAD if address.thread_id is None else address.thread_id


def at_address(table: sa.FromClause, address: Address) -> sa.ColumnElement[bool]:
    """Return whether a row is of this address."""
    return sa.and_(table.c.chat_id == address.chat_id, table.c.thread_id == thread(address))


def same_address(one: sa.FromClause, other: sa.FromClause) -> sa.ColumnElement[bool]:
    """Return whether two rows are of one address."""
    return sa.and_(one.c.chat_id == other.c.chat_id, one.c.thread_id == other.c.thread_id)


def of_row(row: sa.Row[Any]) -> Address:
    """Return the address of a row."""
    return Address(row.chat_id, None if row.thread_id == NO_THREAD else row.thread_id)
