"""What became of each file, in the store."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.store import tables
from bot.adapters.store.statements import begins_with, upsert
from bot.model import FileRecord, FileState


class StoredFiles:
    """The files of one unit of work."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def known(self, folder: str) -> Mapping[str, FileRecord]:
        """Return the records of the files below a folder, by path."""
        below = PurePath(folder)
        query = sa.select(tables.files)
        if below.parts:
            prefix = f"{str(below).rstrip('/')}/"
            query = query.where(begins_with(tables.files.c.path, prefix))
        else:  # the working directory itself: every relative path
            query = query.where(~begins_with(tables.files.c.path, "/"))
        rows = await self._connection.execute(query)
        return {row.path: _record(row) for row in rows}

    async def remember(self, *records: FileRecord) -> None:
        """Write down what became of files, in place of what was known of them."""
        rows = (
            {
                "path": record.path,
                "size": record.size,
                "mtime_ns": record.mtime_ns,
                "state": record.state,
                "digest": record.digest,
                "filing_id": record.filing_id,
                "reason": record.reason,
                "ctime_ns": record.ctime_ns,
                "inode": record.inode,
            }
            for record in records
        )
        await upsert(self._connection, tables.files, *rows, key=("path",))

    async def set_aside(self) -> Sequence[FileRecord]:
        """Return the files set aside, by path."""
        files = tables.files
        rows = await self._connection.execute(
            sa.select(files).where(files.c.state == FileState.SET_ASIDE).order_by(files.c.path)
        )
        return tuple(_record(row) for row in rows)


def _record(row: sa.Row[tuple[object, ...]]) -> FileRecord:
    return FileRecord(
        path=row.path,
        size=row.size,
        mtime_ns=row.mtime_ns,
        state=row.state,
        digest=row.digest,
        filing_id=row.filing_id,
        reason=row.reason,
        ctime_ns=row.ctime_ns,
        inode=row.inode,
    )
