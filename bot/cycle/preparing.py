"""From a file to its brief, before anything is kept."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import UnusableArticle
from bot.model import Candidate, FileRecord, FileState
from bot.ports import BriefWriter, Inbox
from summarizer.model import Article, Brief

log = logging.getLogger(__name__)

Reader = Callable[[str, bytes], Article]
"""Makes an article of a file's name and bytes, or raises UnusableArticle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A file read and understood, or the reason why it was not.

    `digest` is None where the bytes could not be had; `brief` where they hold no article, or
    the same bytes as before.
    """

    candidate: Candidate
    digest: str | None = None
    brief: Brief | None = None
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
    """Reads files and has their briefs written; whatever goes wrong becomes a reason."""

    inbox: Inbox
    read: Reader
    writer: BriefWriter

    async def prepare(self, candidate: Candidate, before: FileRecord | None) -> Prepared:
        """Prepare one file; `before` is what was known of its path."""
        digest: str | None = None
        if candidate.trouble:
            return Prepared(candidate=candidate, reason=candidate.trouble)
        try:
            data = await asyncio.to_thread(self.inbox.load, candidate.path)
            digest = hashlib.sha256(data).hexdigest()
            if before and before.digest == digest:
                return Prepared(candidate=candidate, digest=digest, reason=before.reason)
            article = await asyncio.to_thread(self.read, candidate.path, data)
            brief = await self.writer.write(article)
        except UnusableArticle as error:
            return Prepared(candidate=candidate, digest=digest, reason=str(error))
        except Exception as error:
            # One file, whatever is in it, must not stop those after it.
            log.exception("%s: a fault of Dateline's own", candidate.path)
            reason = f"could not be read: {type(error).__name__}: {error}"
            return Prepared(candidate=candidate, digest=digest, reason=reason)
        return Prepared(candidate=candidate, digest=digest, brief=brief)
