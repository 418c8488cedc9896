"""Articles: writing their briefs, keeping them, and telling duplicates of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import Draft, Filing, FilingLine, Fingerprint, Written
from bot.ports.files import Inbox


class BriefWriter(Protocol):
    """Reads files and writes their briefs, each in a process that is killed where it hangs.

    Raise NoWorker where no such process can be had.
    """

    def start(self) -> None:
        """Get ready: files are coming."""
        ...

    async def load(self, inbox: Inbox, path: str) -> bytes:
        """Read a file whole; raise UnusableArticle as the inbox does, and for one that hangs."""
        ...

    async def write(self, name: str, data: bytes) -> Written:
        """Write the brief of a file by its name and bytes.

        Raise UnusableArticle for one that no brief can be written of.
        """
        ...


class Filings(Protocol):
    """The articles filed, with their briefs."""

    async def file(self, *drafts: Draft, at: datetime) -> tuple[Filing, ...]:
        """Return articles the next numbers, in order, and keep them."""
        ...

    async def revise(self, filing: Filing, *, fingerprint: bytes | None = None) -> None:
        """Keep a correction: the filing with its new brief, digest, version and change."""
        ...

    async def get(self, filing_id: int) -> Filing | None:
        """Return a filing by its number."""
        ...

    async def with_digests(self, digests: Collection[str]) -> Mapping[str, int]:
        """Return which filings have these texts, in their present or an earlier version."""
        ...

    async def latest(self, count: int, *, up_to: int | None = None) -> Sequence[FilingLine]:
        """Return the newest filings, newest first; `up_to` leaves out those with higher numbers."""
        ...

    async def with_stem(self, stems: Collection[str], limit: int) -> Sequence[FilingLine]:
        """Return filings whose file's stem is one of these as a reader sees it, newest first.

        Letter case does not count, nor how accents are coded, nor what is invisible.
        """
        ...

    async def with_prefix(self, prefix: str, limit: int) -> Sequence[FilingLine]:
        """Return filings whose file's stem or digest begins so, by the same measure."""
        ...

    async def duplicates(self, filing_id: int) -> Sequence[FilingLine]:
        """Return the filings that nearly repeat this one, newest first."""
        ...

    async def fingerprints_since(self, when: datetime) -> Sequence[Fingerprint]:
        """Return the fingerprints of what was filed since then, oldest first."""
        ...


class Duplicates(Protocol):
    """The stories that a new one may duplicate, by their filings' numbers."""

    def add(self, filing_id: int, fingerprint: bytes) -> None:
        """Add a story."""
        ...

    def find(self, fingerprint: bytes) -> int | None:
        """Return the number of the story that this one duplicates, or None."""
        ...
