"""From a file to its brief, before anything is kept."""

import asyncio
import hashlib
import logging
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, field

from bot.errors import UnusableArticle
from bot.model import Candidate, FileRecord, FileState, Written
from bot.ports import BriefWriter, Inbox

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A file read and understood, or the reason why it was not.

    `digest` is None where the bytes could not be had; `written` where they hold no article, or
    the same bytes as before.
    """

    candidate: Candidate
    digest: str | None = None
    written: Written | None = None
    reason: str | None = None

    def record(self, state: FileState, filing_id: int | None = None) -> FileRecord:
        """Give what is to be remembered of the file."""
        return FileRecord(
            path=self.candidate.path,
            size=self.candidate.size,
            mtime_ns=self.candidate.mtime_ns,
            state=state,
            digest=self.digest,
            filing_id=filing_id,
            reason=self.reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparing:
    """Reads files and has their briefs written; whatever goes wrong becomes a reason.

    What the machine fails (memory, disk) is tried again at the next scan, what Dateline fails at
    its next start: that may be of a version that copes.
    """

    inbox: Inbox
    writer: BriefWriter
    _failed: dict[str, tuple[str, str]] = field(default_factory=dict)  # digest and reason, by path

    async def prepare(self, candidate: Candidate, before: FileRecord | None) -> Prepared:
        """Prepare one file; `before` is what was known of its path."""
        if candidate.trouble:
            return Prepared(candidate=candidate, reason=candidate.trouble)
        try:
            data = await asyncio.to_thread(self.inbox.load, candidate.path)
            digest = hashlib.sha256(data).hexdigest()
            if before and before.digest == digest:
                return Prepared(candidate=candidate, digest=digest, reason=before.reason)
            return await self._understood(candidate, data, digest)
        except UnusableArticle as error:
            return Prepared(candidate=candidate, reason=str(error))
        except (OSError, MemoryError, BrokenExecutor) as error:
            return Prepared(candidate=candidate, reason=_failure(error))

    async def _understood(self, candidate: Candidate, data: bytes, digest: str) -> Prepared:
        """Have the brief written; a text that holds none is not tried again."""
        path = candidate.path
        if self._failed.get(path, ("", ""))[0] == digest:
            return Prepared(candidate=candidate, reason=self._failed[path][1])
        try:
            written = await self.writer.write(path, data)
        except UnusableArticle as error:
            return Prepared(candidate=candidate, digest=digest, reason=str(error))
        except (OSError, MemoryError, BrokenExecutor):
            raise
        except Exception as error:
            # One file, whatever is in it, must not stop those after it.
            log.exception("%s: a fault of Dateline's own", path)
            self._failed[path] = (digest, _failure(error))
            return Prepared(candidate=candidate, reason=_failure(error))
        return Prepared(candidate=candidate, digest=digest, written=written)


def _failure(error: Exception) -> str:
    return f"could not be read: {type(error).__name__}: {error}"
