"""The articles filed, in the store."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import PurePath

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.briefs import dump_brief, load_brief
from bot.adapters.store.statements import begins_with, fits, insert_new, upsert
from bot.errors import StoreTrouble
from bot.model import Filing, FilingLine, Fingerprint
from summarizer.model import Brief

_FILE = sa.insert(tables.filings).returning(tables.filings.c.id)
_LINE = (tables.filings.c.id, tables.filings.c.title, tables.filings.c.filed_at)


class StoredFilings:
    """The filings of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def file(
        self,
        brief: Brief,
        *,
        path: str,
        digest: str,
        at: datetime,
        copy_of: int | None = None,
        fingerprint: bytes | None = None,
    ) -> Filing:
        """Give a brief the next number and keep it.

        Raises StoreTrouble when another process has filed this text just now: undo, and go on.
        """
        draft = Filing(id=0, brief=brief, path=path, digest=digest, filed_at=at, copy_of=copy_of)
        values = {
            "brief": dump_brief(brief),
            "title": draft.title,
            "path": path,
            "stem": PurePath(path).stem.casefold(),
            "digest": digest,
            "filed_at": at,
            "version": draft.version,
            "copy_of": copy_of,
        }
        result = await self._connection.execute(_FILE, values)
        filing = Filing(
            id=result.scalar_one(), brief=brief, path=path, digest=digest, filed_at=at,
            copy_of=copy_of,
        )  # fmt: skip
        if not await self._know(filing, fingerprint):
            raise StoreTrouble(f"{path}: its text is filed already")
        return filing

    async def revise(self, filing: Filing, *, fingerprint: bytes | None = None) -> None:
        """Keep a correction: the filing with its new brief, version and change."""
        values = {
            "brief": dump_brief(filing.brief),
            "title": filing.title,
            "digest": filing.digest,
            "version": filing.version,
            "updated_at": filing.updated_at,
            "change": filing.change,
            "copy_of": filing.copy_of,
        }
        table = tables.filings
        await self._connection.execute(
            sa.update(table).where(table.c.id == filing.id).values(values)
        )
        await self._know(filing, fingerprint)

    async def _know(self, filing: Filing, fingerprint: bytes | None) -> bool:
        """Keep the text's digest beside those of its earlier versions, and its fingerprint.

        Gives False where the text was known.
        """
        digest = {"digest": filing.digest, "filing_id": filing.id, "version": filing.version}
        is_new = await insert_new(self._connection, tables.digests, digest, key="digest")
        if fingerprint is not None:
            values = {"filing_id": filing.id, "filed_at": filing.filed_at, "value": fingerprint}
            await upsert(self._connection, tables.fingerprints, values, key=("filing_id",))
        return is_new

    async def get(self, filing_id: int) -> Filing | None:
        """Give a filing by its number."""
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
            copy_of=row.copy_of,
        )

    async def with_digests(self, digests: Collection[str]) -> Mapping[str, int]:
        """Tell which filings have these texts, in their present or an earlier version."""
        known = tables.digests.c
        query = sa.select(known.digest, known.filing_id).where(known.digest.in_(digests))
        return {row.digest: row.filing_id for row in await self._connection.execute(query)}

    async def latest(self, count: int, *, up_to: int | None = None) -> Sequence[FilingLine]:
        """Give the newest filings, newest first; `up_to` leaves out those with higher numbers."""
        query = sa.select(*_LINE)
        if up_to is not None:
            query = query.where(tables.filings.c.id <= up_to)
        return await self._lines(query, count)

    async def with_prefix(self, prefix: str, limit: int) -> Sequence[FilingLine]:
        """Give filings whose file's stem or digest begins so, letter case aside, newest first."""
        filings, digests = tables.filings.c, tables.digests.c
        of_digest = sa.select(digests.filing_id).where(
            begins_with(tables.digests.c.digest, prefix.lower())
        )
        match = sa.or_(begins_with(filings.stem, prefix.casefold()), filings.id.in_(of_digest))
        return await self._lines(sa.select(*_LINE).where(match), limit)

    async def copies(self, filing_id: int) -> Sequence[FilingLine]:
        """Give the filings that nearly repeat this one, newest first."""
        query = sa.select(*_LINE).where(tables.filings.c.copy_of == filing_id)
        return await self._lines(query, 100)

    async def fingerprints_since(self, when: datetime) -> Sequence[Fingerprint]:
        """Give the fingerprints of what was filed since then, oldest first."""
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
