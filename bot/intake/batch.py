"""A batch: what filing a group of files writes down, most of it at once.

A statement for all files of a group costs little more than one for a single file.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.intake.preparing import Prepared
from bot.model import Draft, FileRecord, FileState, Filing, Fingerprint
from bot.ports import Duplicates, Transaction


@dataclass(slots=True, kw_only=True)
class Batch:
    """One transaction's filing.

    `recent` is the stories that a new one may duplicate, and `duplicates` makes an empty collection
    of such; `digests` are the texts known, of those that are to be filed. Nothing is added to
    `recent` here: the transaction may yet be undone, and its numbers given to others.
    """

    store: Transaction
    at: datetime
    recent: Duplicates
    duplicates: Callable[[], Duplicates]
    digests: dict[str, int]
    stories: list[Fingerprint] = field(default_factory=list)  # those filed, to be added to `recent`
    _drafts: list[tuple[Prepared, Draft]] = field(default_factory=list)  # no numbers given yet
    _alike: Duplicates | None = None  # the drafts' stories
    _filed: Duplicates | None = None  # this batch's stories that have numbers
    _records: list[FileRecord] = field(default_factory=list)

    def remember(self, record: FileRecord) -> None:
        """Write down what became of a file."""
        self._records.append(record)

    async def with_digest(self, digest: str) -> int | None:
        """Return which filing has this text."""
        if any(draft.digest == digest for _, draft in self._drafts):
            await self._file()
        return self.digests.get(digest)

    async def file(self, prepared: Prepared, draft: Draft) -> None:
        """File a new article; a duplicate goes only to those to whom the original did not."""
        if draft.fingerprint:
            if self._alike is not None and self._alike.find(draft.fingerprint) is not None:
                await self._file()  # it duplicates one of these
            found = self._original_of(draft.fingerprint)
            if found is not None and (original := await self.store.filings.get(found)):
                await self._file_duplicate(prepared, draft, original)
                return
            self._alike = self._alike or self.duplicates()
            self._alike.add(len(self._drafts), draft.fingerprint)
        self._drafts.append((prepared, draft))

    def _original_of(self, fingerprint: bytes) -> int | None:
        """Return the filing that a story duplicates, an earlier one before one of this batch."""
        found = self.recent.find(fingerprint)
        if found is None and self._filed is not None:
            found = self._filed.find(fingerprint)
        return found

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
        """Return the drafts their numbers, and owe them to the chats."""
        drafts, self._drafts, self._alike = self._drafts, [], None
        filings = await self.store.filings.file(*(draft for _, draft in drafts), at=self.at)
        if filings:
            await self.store.outbox.hold_briefs([filing.id for filing in filings], self.at)
        for filing, (prepared, draft) in zip(filings, drafts, strict=True):
            self._know(prepared, filing)
            if draft.fingerprint:
                self._filed = self._filed or self.duplicates()
                self._filed.add(filing.id, draft.fingerprint)
                self.stories.append(Fingerprint(filing_id=filing.id, value=draft.fingerprint))

    async def _file_duplicate(self, prepared: Prepared, draft: Draft, original: Filing) -> None:
        await self._file()  # numbers are given in order
        first = original.duplicate_of or original.id
        (filing,) = await self.store.filings.file(replace(draft, duplicate_of=first), at=self.at)
        await self.store.outbox.hold_briefs([filing.id], self.at, duplicate_of=first)
        await self.store.outbox.put_corrections(first, original.version, self.at)
        self._know(prepared, filing)

    def _know(self, prepared: Prepared, filing: Filing) -> None:
        self.digests[filing.digest] = filing.id
        self.remember(prepared.record(FileState.FILED, filing.id))
