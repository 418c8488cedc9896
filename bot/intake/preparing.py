"""From a file to its brief, before anything is kept."""

import hashlib
import logging
from dataclasses import dataclass, field, replace

from bot.errors import NoWorker, UnfitValue, UnusableArticle
from bot.intake.news import unchanged
from bot.model import Candidate, FileRecord, FileState, Written
from bot.ports import BriefWriter, Inbox

log = logging.getLogger(__name__)

LONGEST_REASON = 300
"""Characters of a reason; an error may quote what it failed by, at any length."""


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
        """Return what is to be remembered of the file."""
        return FileRecord(
            path=self.candidate.path,
            size=self.candidate.size,
            mtime_ns=self.candidate.mtime_ns,
            state=state,
            digest=self.digest,
            filing_id=filing_id,
            reason=self.reason,
            ctime_ns=self.candidate.ctime_ns,
            inode=self.candidate.inode,
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
        prepared = Prepared(candidate=candidate, reason=candidate.trouble)
        if candidate.trouble:
            return prepared
        try:
            data = await self.writer.load(self.inbox, candidate.path)
            digest = hashlib.sha256(data).hexdigest()
            if before and before.digest == digest:
                same = unchanged(candidate, before)
                return Prepared(candidate=same, digest=digest, reason=before.reason)
            prepared = Prepared(candidate=candidate, digest=digest)
            failed_by, reason = self._failed.get(candidate.path, (None, None))
            if failed_by == digest:
                return Prepared(candidate=candidate, reason=reason)
            return replace(prepared, written=await self.writer.write(candidate.path, data))
        except Exception as error:  # noqa: BLE001 - one file, whatever is in it, must not stop the others
            return self.refused(prepared, error)

    def refused(self, prepared: Prepared, error: Exception) -> Prepared:
        """Return a file with the reason why it cannot be filed, instead of what was made of it.

        A text that holds no article, or what no store can hold, is not tried again.
        """
        reason = _line(str(error))
        if isinstance(error, UnusableArticle | UnfitValue):
            return replace(prepared, written=None, reason=reason)
        done = "read" if prepared.written is None else "filed"
        reason = _line(f"could not be {done}: {type(error).__name__}: {error}")
        if not isinstance(error, OSError | MemoryError | NoWorker):
            path = prepared.candidate.path
            log.error("%s: a fault of Dateline's own", path, exc_info=error)
            if prepared.digest is not None:
                self._failed[path] = (prepared.digest, reason)
        return replace(prepared, digest=None, written=None, reason=reason)


def _line(words: str) -> str:
    """Return an error's words as a line of the log and of `check`."""
    folded = " ".join(words[: 2 * LONGEST_REASON].split())
    return folded if len(folded) <= LONGEST_REASON else f"{folded[:LONGEST_REASON]} [...]"
