"""The names of files as they are looked up now: composed, and without what cannot be seen."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.adapters.store.columns import BigId, Words, folded

revision = "0004"
down_revision = "0002"

_PAGE = 1000
_filings = sa.table(
    "filings", sa.column("id", BigId), sa.column("path", Words), sa.column("stem", Words)
)


def upgrade() -> None:
    """Fold the stems anew, page by page."""
    connection, table = op.get_bind(), _filings.c
    change = (
        sa.update(_filings)
        .where(table.id == sa.bindparam("number"))
        .values(stem=sa.bindparam("folded", type_=Words))
    )
    for page in _pages(connection):
        rows = [
            {"number": row.id, "folded": stem}
            for row in page
            if (stem := folded(PurePath(row.path).stem)) != row.stem
        ]
        if rows:
            connection.execute(change, rows)


def _pages(connection: sa.Connection) -> Iterator[Sequence[sa.Row[Any]]]:
    last = 0
    query = sa.select(_filings).where(_filings.c.id > sa.bindparam("last"))
    query = query.order_by(_filings.c.id).limit(_PAGE)
    while page := connection.execute(query, {"last": last}).all():
        yield page
        last = page[-1].id
