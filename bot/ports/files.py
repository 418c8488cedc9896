"""The watched folders, and what is remembered of their files."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import FileRecord, Listing


class Inbox(Protocol):
    """The watched folders: blocking calls, made from a thread or in another process."""

    def look(self, folder: str, now: datetime) -> Listing:
        """List the files of a folder that may be articles, oldest first, then by name."""
        ...

    def load(self, candidate_path: str) -> bytes:
        """Read a file whole.

        Raise UnusableArticle when it cannot be read or changed while it was.
        """
        ...


class Files(Protocol):
    """What became of each file."""

    async def known(self, folder: str) -> Mapping[str, FileRecord]:
        """Return the records of the files below a folder, by path."""
        ...

    async def remember(self, *records: FileRecord) -> None:
        """Write down what became of files, in place of what was known of them."""
        ...

    async def set_aside(self) -> Sequence[FileRecord]:
        """Return the files set aside, by path."""
        ...
