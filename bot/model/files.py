"""Files of the watched folders, as they are found and as they are remembered."""

from dataclasses import dataclass
from enum import StrEnum

MOST_SHOWN = 8
"""How many endings of files that are not read are named."""


class FileState(StrEnum):
    """What became of a file."""

    FILED = "filed"
    SAME = "same"  # its text was filed before, from this or another file
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file as it was last looked at: nothing of it changed means nothing new.

    `digest` is the SHA-256 of its bytes, in hexadecimal; None where it could not be read.
    `ctime_ns` and `inode` show that it was replaced by one of the same size and time. Both are
    None in what an older version kept; an `inode` alone is None where the folder's say nothing.
    """

    path: str
    size: int
    mtime_ns: int
    state: FileState
    digest: str | None = None
    filing_id: int | None = None
    reason: str | None = None  # why it was set aside
    ctime_ns: int | None = None
    inode: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that may hold an article; `settled` when it has been quiet long enough.

    All its numbers fit into 64 bits.
    """

    path: str
    size: int
    mtime_ns: int
    settled: bool = True
    trouble: str | None = None  # why it cannot be taken, found without reading it
    ctime_ns: int | None = None
    inode: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Files of a format that is not read, by the ending of their names; "" for those without."""

    ending: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a look at a folder finds.

    `troubles` are the parts of it that cannot be looked at; `unread` counts what is passed over
    for its format, the most first.
    """

    candidates: tuple[Candidate, ...]
    troubles: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def passed_over(self) -> str | None:
        """What is passed over for its format, in words; None where nothing is."""
        count = sum(each.count for each in self.unread)
        if not count:
            return None
        shown = [
            f"{each.ending or 'no ending'} ({each.count})" for each in self.unread[:MOST_SHOWN]
        ]
        if rest := sum(each.count for each in self.unread[MOST_SHOWN:]):
            shown.append(f"others ({rest})")
        words = (
            "1 file of a format that is not read is passed over"
            if count == 1
            else f"{count} files of formats that are not read are passed over"
        )
        return f"{words}: {', '.join(shown)}"
