"""The articles filed, in the store."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.briefs import dump_brief, load_brief
from bot.adapters.store.columns import folded
from bot.adapters.store.statements import begins_with, fits, insert_new, upsert
from bot.errors import StoreTrouble
from bot.model import Draft, Filing, FilingLine, Fingerprint

_FILE = sa.insert(tables.filings).returning(tables.filings.c.id, sort_by_parameter_order=True)
_LINE = (tables.filings.c.id, tables.filings.c.title, tables.filings.c.filed_at)


MOST_ALIKE = 500
"""So many filings are looked at whose names begin alike, to list the newest of them."""


class StoredFilings:
    """The filings of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def file(self, *drafts: Draft, at: datetime) -> tuple[Filing, ...]:
        """Return articles the next numbers, in order, and keep them.

        Raise StoreTrouble when another process has filed such a text just now: undo, and go on.
        """
        if not drafts:
            return ()
        rows = [_row(_filing(draft, 0, at)) for draft in drafts]
        numbers = (await self._connection.execute(_FILE, rows)).scalars().all()
        filed = tuple(
            _filing(draft, number, at) for draft, number in zip(drafts, numbers, strict=True)
        )
        if await self._know(*filed) < len(filed):
            raise StoreTrouble(f"{filed[0].path}, or one after it: its text is filed already")
        await self._resemble(
            [(filing, draft.fingerprint) for filing, draft in zip(filed, drafts, strict=True)]
        )
        return filed

    async def revise(self, filing: Filing, *, fingerprint: bytes | None = None) -> None:
        """Keep a correction: the filing with its new brief, version and change."""
        values = {
            "brief": dump_brief(filing.brief),
            "title": filing.title,
            "digest": filing.digest,
            "version": filing.version,
            "updated_at": filing.updated_at,
            "change": filing.change,
            "duplicate_of": filing.duplicate_of,
        }
        table = tables.filings
        await self._connection.execute(
            sa.update(table).where(table.c.id == filing.id).values(values)
        )
        await self._know(filing)
        await self._resemble([(filing, fingerprint)])

    async def _know(self, *filings: Filing) -> int:
        """Keep the texts' digests beside those of earlier versions; return how many were new."""
        rows = [
            {"digest": filing.digest, "filing_id": filing.id, "version": filing.version}
            for filing in filings
        ]
        return await insert_new(self._connection, tables.digests, *rows, key="digest")

    async def _resemble(self, filings: Sequence[tuple[Filing, bytes | None]]) -> None:
        """Keep what the texts are like."""
        rows = [
            {"filing_id": filing.id, "filed_at": filing.filed_at, "value": value}
            for filing, value in filings
            if value is not None
        ]
        await upsert(self._connection, tables.fingerprints, *rows, key=("filing_id",))

    async def get(self, filing_id: int) -> Filing | None:
        """Return a filing by its number."""
        if not fits(filing_id):
            return None
        row = (
            await self._connection.execute(
                sa.select(tables.filings).where(tables.filings.c.id == filing_id)
            )
        ).one_or_none()
        if row is None:
            return None
        return Filing(
            id=row.id,
            brief=load_brief(row.brief),
            path=row.path,
            digest=row.digest,
            filed_at=row.filed_at,
            version=row.version,
            updated_at=row.updated_at,
            change=row.change,
            duplicate_of=row.duplicate_of,
        )

    async def with_digests(self, digests: Collection[str]) -> Mapping[str, int]:
        """Return which filings have these texts, in their present or an earlier version."""
        known = tables.digests.c
        query = sa.select(known.digest, known.filing_id).where(known.digest.in_(digests))
        return {row.digest: row.filing_id for row in await self._connection.execute(query)}

    async def latest(self, count: int, *, up_to: int | None = None) -> Sequence[FilingLine]:
        """Return the newest filings, newest first; `up_to` leaves out those with higher numbers."""
        query = sa.select(*_LINE)
        if up_to is not None:
            query = query.where(tables.filings.c.id <= up_to)
        return await self._lines(query, count)

    async def with_stem(self, stems: Collection[str], limit: int) -> Sequence[FilingLine]:
        """Return filings whose file's stem is one of these as a reader sees it, newest first."""
        if not stems:
            return ()
        table = tables.filings.c
        newest = [
            _few(table.id, table.stem == stem, order=table.id.desc(), limit=limit)
            for stem in {folded(stem) for stem in stems}
        ]
        return await self._newest(newest, limit)

    async def with_prefix(self, prefix: str, limit: int) -> Sequence[FilingLine]:
        """Return filings whose file's stem or digest begins so, by the same measure.

        Where very many do, these are some of them: to look at all would take too long.
        """
        filings, digests, start = tables.filings.c, tables.digests.c, folded(prefix)
        by_stem = _few(
            filings.id, begins_with(filings.stem, start), order=filings.stem, limit=MOST_ALIKE
        )
        by_digest = _few(
            digests.filing_id,
            begins_with(digests.digest, start),
            order=digests.digest,
            limit=MOST_ALIKE,
        )
        return await self._newest([by_stem, by_digest], limit)

    async def _newest(
        self, selected: Sequence[sa.Select[tuple[int]]], limit: int
    ) -> tuple[FilingLine, ...]:
        """Return the newest of a few filings that are selected by their numbers.

        These are read first: in one statement PostgreSQL would look for them from the newest
        filing downward, through all there are.
        """
        numbers = set((await self._connection.execute(sa.union_all(*selected))).scalars())
        chosen = sorted(numbers, reverse=True)[:limit]
        return await self._lines(sa.select(*_LINE).where(tables.filings.c.id.in_(chosen)), limit)

    async def duplicates(self, filing_id: int) -> Sequence[FilingLine]:
        """Return the filings that nearly repeat this one, newest first."""
        query = sa.select(*_LINE).where(tables.filings.c.duplicate_of == filing_id)
        return await self._lines(query, 100)

    async def fingerprints_since(self, when: datetime) -> Sequence[Fingerprint]:
        """Return the fingerprints of what was filed since then, oldest first."""
        table = tables.fingerprints.c
        rows = await self._connection.execute(
            sa.select(table.filing_id, table.value)
            .where(table.filed_at >= when)
            .order_by(table.filing_id)
        )
        return tuple(Fingerprint(filing_id=row.filing_id, value=row.value) for row in rows)

    async def _lines(
        self, query: sa.Select[tuple[int, str, datetime]], limit: int
    ) -> tuple[FilingLine, ...]:
        rows = await self._connection.execute(
            query.order_by(tables.filings.c.id.desc()).limit(limit)
        )
        return tuple(FilingLine(id=row.id, title=row.title, filed_at=row.filed_at) for row in rows)


def _few(
    number: sa.Column[int],
    match: sa.ColumnElement[bool],
    *,
    order: sa.ColumnElement[Any],
    limit: int,
) -> sa.Select[tuple[int]]:
    """Select the first numbers of what matches, as far as an index in that order leads to them."""
    first = sa.select(number.label("number")).where(match).order_by(order).limit(limit).subquery()
    return sa.select(first.c.number)


def _filing(draft: Draft, number: int, at: datetime) -> Filing:
    return Filing(
        id=number, brief=draft.brief, path=draft.path, digest=draft.digest, filed_at=at,
        duplicate_of=draft.duplicate_of,
    )  # fmt: skip


def _row(filing: Filing) -> dict[str, object]:
    return {
        "brief": dump_brief(filing.brief),
        "title": filing.title,
        "path": filing.path,
        "stem": folded(PurePath(filing.path).stem),
        "digest": filing.digest,
        "filed_at": filing.filed_at,
        "version": filing.version,
        "duplicate_of": filing.duplicate_of,
    }
