"""Statements that SQLite and PostgreSQL share, though SQLAlchemy spells them by dialect."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store.columns import BIGGEST

_LAST = "\U0010ffff"


def insert(connection: AsyncConnection, table: sa.Table) -> postgresql.Insert:
    """Begin an INSERT that knows ON CONFLICT; both dialects' have the same methods."""
    return _insert(connection.dialect.name, table)


async def upsert(
    connection: AsyncConnection,
    table: sa.Table,
    *rows: Mapping[str, Any],
    key: tuple[str, ...],
    keep: tuple[str, ...] = (),
) -> None:
    """Insert rows, or put their values in place of the old; columns in `keep` stay as they are.

    All rows have the same columns.
    """
    if rows:
        statement = _upsert(connection.dialect.name, table, tuple(rows[0]), key, keep)
        await connection.execute(statement, rows)


async def insert_new(
    connection: AsyncConnection, table: sa.Table, *rows: Mapping[str, Any], key: str
) -> int:
    """Insert those of the rows whose key no row has yet; return how many these were."""
    statement = _insert_new(connection.dialect.name, table, key)
    result = await connection.execute(
        statement, rows, execution_options={"preserve_rowcount": True}
    )
    return result.rowcount


# Statements are made once: making one takes longer than carrying it out.


def _insert(dialect: str, table: sa.Table) -> postgresql.Insert:
    statement: postgresql.Insert = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    return statement


@cache
def _insert_new(dialect: str, table: sa.Table, key: str) -> postgresql.Insert:
    return _insert(dialect, table).on_conflict_do_nothing(index_elements=(key,))


@cache
def _upsert(
    dialect: str,
    table: sa.Table,
    columns: Sequence[str],
    key: tuple[str, ...],
    keep: tuple[str, ...],
) -> postgresql.Insert:
    statement = _insert(dialect, table)
    changed = {name: statement.excluded[name] for name in columns if name not in (*key, *keep)}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def begins_with(column: sa.Column[str], prefix: str) -> sa.ColumnElement[bool]:
    """Return whether a `Words` column begins so, as a range that an index serves."""
    return sa.and_(column >= prefix, column < prefix + _LAST)


def fits(number: int) -> bool:
    """Return whether a number fits in a column at all: people type any."""
    return -BIGGEST <= number <= BIGGEST
