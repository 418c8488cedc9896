"""A sitting: what filing a group of files writes down, most of it at once at the end.

A statement for all files of a group costs little more than one for a single file.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.model import FileRecord, Filing
from bot.ports import Copies, Transaction
from summarizer.model import Brief


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One transaction's filing; `digests` are the texts known, of those that it files."""

    store: Transaction
    at: datetime
    recent: Copies
    digests: dict[str, int]
    _new: list[int] = field(default_factory=list)  # filings not held for the chats yet
    _records: list[FileRecord] = field(default_factory=list)

    def remember(self, record: FileRecord) -> None:
        """Write down what became of a file."""
        self._records.append(record)

    async def file(self, path: str, brief: Brief, digest: str, fingerprint: bytes | None) -> int:
        """File a new article and give its number; a copy goes only to whom the original did not."""
        found = self.recent.find(fingerprint) if fingerprint else None
        original = await self.store.filings.get(found) if found is not None else None
        copy_of = (original.copy_of or original.id) if original else None
        filing = await self.store.filings.file(
            brief, path=path, digest=digest, at=self.at, copy_of=copy_of, fingerprint=fingerprint
        )
        self.digests[digest] = filing.id
        if original and copy_of:
            await self._hold()  # the original may be among them
            await self.store.outbox.hold_briefs([filing.id], self.at, copy_of=copy_of)
            await self.store.outbox.put_corrections(copy_of, original.version, self.at)
        else:
            self._new.append(filing.id)
            if fingerprint:
                self.recent.add(filing.id, fingerprint)
        return filing.id

    async def revise(self, mended: Filing, fingerprint: bytes | None) -> None:
        """Keep a correction, and owe it to those who were sent the article."""
        await self.store.filings.revise(mended, fingerprint=fingerprint)
        await self.store.outbox.put_corrections(mended.id, mended.version, self.at)
        self.digests.setdefault(mended.digest, mended.id)

    async def close(self) -> None:
        """Write down the rest."""
        await self._hold()
        await self.store.files.remember(*self._records)

    async def _hold(self) -> None:
        if self._new:
            await self.store.outbox.hold_briefs(self._new, self.at)
            self._new.clear()
