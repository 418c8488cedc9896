"""A sitting: what filing a group of files writes down, most of it at once.

A statement for all files of a group costs little more than one for a single file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.intake.preparing import Prepared
from bot.model import Draft, FileRecord, FileState, Filing
from bot.ports import Copies, Transaction


@dataclass(slots=True, kw_only=True)
class Sitting:
    """One transaction's filing.

    `recent` is the stories that a new one may be a copy of, and `copies` makes an empty collection
    of such; `digests` are the texts known, of those that are to be filed.
    """

    store: Transaction
    at: datetime
    recent: Copies
    copies: Callable[[], Copies]
    digests: dict[str, int]
    _drafts: list[tuple[Prepared, Draft]] = field(default_factory=list)  # no numbers given yet
    _alike: Copies | None = None  # the drafts' stories
    _records: list[FileRecord] = field(default_factory=list)

    def remember(self, record: FileRecord) -> None:
        """Write down what became of a file."""
        self._records.append(record)

    async def with_digest(self, digest: str) -> int | None:
        """Tell which filing has this text."""
        if any(draft.digest == digest for _, draft in self._drafts):
            await self._file()
        return self.digests.get(digest)

    async def file(self, prepared: Prepared, draft: Draft) -> None:
        """File a new article; a copy goes only to those to whom the original did not."""
        if draft.fingerprint:
            if self._alike is not None and self._alike.find(draft.fingerprint) is not None:
                await self._file()  # it is a copy of one of these
            found = self.recent.find(draft.fingerprint)
            if found is not None and (original := await self.store.filings.get(found)):
                await self._file_copy(prepared, draft, original)
                return
            self._alike = self._alike or self.copies()
            self._alike.add(len(self._drafts), draft.fingerprint)
        self._drafts.append((prepared, draft))

    async def revise(self, mended: Filing, fingerprint: bytes | None) -> None:
        """Keep a correction, and owe it to those who were sent the article."""
        await self.store.filings.revise(mended, fingerprint=fingerprint)
        await self.store.outbox.put_corrections(mended.id, mended.version, self.at)
        self.digests.setdefault(mended.digest, mended.id)

    async def close(self) -> None:
        """Write down the rest."""
        await self._file()
        await self.store.files.remember(*self._records)

    async def _file(self) -> None:
        """Give the drafts their numbers, and owe them to the chats."""
        drafts, self._drafts, self._alike = self._drafts, [], None
        filings = await self.store.filings.file(*(draft for _, draft in drafts), at=self.at)
        if filings:
            await self.store.outbox.hold_briefs([filing.id for filing in filings], self.at)
        for filing, (prepared, draft) in zip(filings, drafts, strict=True):
            self._know(prepared, filing)
            if draft.fingerprint:
                self.recent.add(filing.id, draft.fingerprint)

    async def _file_copy(self, prepared: Prepared, draft: Draft, original: Filing) -> None:
        await self._file()  # numbers are given in order
        first = original.copy_of or original.id
        (filing,) = await self.store.filings.file(replace(draft, copy_of=first), at=self.at)
        await self.store.outbox.hold_briefs([filing.id], self.at, copy_of=first)
        await self.store.outbox.put_corrections(first, original.version, self.at)
        self._know(prepared, filing)

    def _know(self, prepared: Prepared, filing: Filing) -> None:
        self.digests[filing.digest] = filing.id
        self.remember(prepared.record(FileState.FILED, filing.id))
