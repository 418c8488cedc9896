"""Statements that SQLite and PostgreSQL share, though SQLAlchemy spells them by dialect."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store.columns import escape

_LAST = "\U0010ffff"
_BIGGEST = 2**63 - 1


def insert(connection: AsyncConnection, table: sa.Table) -> postgresql.Insert:
    """Begin an INSERT that knows ON CONFLICT; both dialects' have the same methods."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement: postgresql.Insert = dialect.insert(table)
    return statement


async def upsert(
    connection: AsyncConnection,
    table: sa.Table,
    values: Mapping[str, Any],
    *,
    key: tuple[str, ...],
    keep: tuple[str, ...] = (),
) -> None:
    """Insert a row, or put its values in place of the old; columns in `keep` stay as they are."""
    statement = insert(connection, table).values(values)
    changed = {name: statement.excluded[name] for name in values if name not in (*key, *keep)}
    await connection.execute(statement.on_conflict_do_update(index_elements=key, set_=changed))


def begins_with(column: sa.Column[str], prefix: str) -> sa.ColumnElement[bool]:
    """Tell whether a `Words` column begins so, as a range that an index serves."""
    text = escape(prefix)
    return sa.and_(column >= text, column < text + _LAST)


def fits(number: int) -> bool:
    """Tell whether a number fits in a column at all: people type any."""
    return -_BIGGEST <= number <= _BIGGEST
