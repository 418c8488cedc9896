"""The database file that was opened, to notice when another or none stands in its place.

SQLite does not: what is written into a deleted file is kept until the process ends, and is then
gone. Going on with the file that has come in its place would be no better. What this process holds
in mind (claims, the numbers of filings, what was sent) belongs to the one that is gone, and whoever
put another there, as a backup, means that one to count as it is. So nothing is written any more,
and the process ends with a line that names the file and the remedy.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from bot.errors import StoreUnusable


class Original:
    """The file as it was opened; the path that leads to it may come to lead elsewhere."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._first = path.stat()
        self._held: int | None = None
        if sys.platform == "linux":
            # Held so that its number is not given to another file, and does not change on file
            # systems that number anew what nobody holds. Closing any other descriptor of the file
            # would end SQLite's locks on it; this kind takes part in no locking.
            self._held = os.open(path, os.O_PATH | os.O_CLOEXEC)

    @property
    def is_there(self) -> bool:
        """Whether the path still leads to it."""
        first = self._first if self._held is None else os.fstat(self._held)
        with suppress(OSError):
            return os.path.samestat(first, self._path.stat())
        return False

    def check(self) -> None:
        """Raise StoreUnusable if it was deleted or replaced."""
        if not self.is_there:
            raise StoreUnusable(
                f"store.url: {self._path.absolute()} was deleted or replaced while it was in use, "
                "and nothing more can be kept in it: restore a backup, or leave the place empty to "
                "begin anew, and start again"
            )

    def close(self) -> None:
        """Let go of it, after the database."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
