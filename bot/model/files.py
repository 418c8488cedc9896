"""Files of the watched folders, as they are found and as they are remembered."""

from dataclasses import dataclass, field
from enum import StrEnum


class FileState(StrEnum):
    """What became of a file."""

    FILED = "filed"
    SAME = "same"  # its text was filed before, from this or another file
    SET_ASIDE = "set aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file as it was last looked at: unchanged size and time mean nothing new.

    `digest` is the SHA-256 of its bytes, in hexadecimal; None where it could not be read.
    """

    path: str
    size: int
    mtime_ns: int
    state: FileState
    digest: str | None = None
    filing_id: int | None = None
    reason: str | None = None  # why it was set aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file that may hold an article; `settled` when it has been quiet long enough."""

    path: str
    size: int
    mtime_ns: int
    settled: bool = True
    trouble: str | None = None  # why it cannot be taken, found without reading it


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a look at a folder finds; `troubles` are the parts of it that cannot be looked at."""

    candidates: tuple[Candidate, ...]
    troubles: tuple[str, ...] = field(default=())
