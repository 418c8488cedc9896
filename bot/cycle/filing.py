"""Filing: a prepared file becomes a filing with its deliveries, in one transaction."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.cycle.preparing import Prepared
from bot.model import FileRecord, FileState
from bot.ports import Clock, Store, Transaction

log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a file in a scan; the values are the counters of a scan."""

    FILED = "filed"
    CORRECTED = "corrected"
    SAME = "same"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Decides what a prepared file is: a new article, one filed before, or none."""

    store: Store
    clock: Clock

    async def file(
        self, group: Sequence[Prepared], known: Mapping[str, FileRecord]
    ) -> tuple[Outcome, ...]:
        """File a group of files in one transaction, in order."""
        async with self.store.transaction() as store:
            outcomes = [
                await self._file_one(store, prepared, known.get(prepared.candidate.path))
                for prepared in group
            ]
        for prepared, outcome in zip(group, outcomes, strict=True):
            _tell(prepared, outcome, known.get(prepared.candidate.path))
        return tuple(outcomes)

    async def _file_one(
        self, store: Transaction, prepared: Prepared, before: FileRecord | None
    ) -> Outcome:
        if prepared.reason is not None:
            await store.files.remember(prepared.record(FileState.SET_ASIDE))
            return Outcome.SET_ASIDE
        if prepared.brief is None or prepared.digest is None:
            filing_id = before.filing_id if before else None
            await store.files.remember(prepared.record(FileState.SAME, filing_id))
            return Outcome.SAME
        if (same := await store.filings.with_digest(prepared.digest)) is not None:
            await store.files.remember(prepared.record(FileState.SAME, same))
            return Outcome.SAME
        now = self.clock.now()
        filing = await store.filings.file(
            prepared.brief, path=prepared.candidate.path, digest=prepared.digest, at=now
        )
        await store.outbox.hold_brief(filing.id, now)
        await store.files.remember(prepared.record(FileState.FILED, filing.id))
        return Outcome.FILED


def _tell(prepared: Prepared, outcome: Outcome, before: FileRecord | None) -> None:
    """Write the one line of a file's log: once for each reason, not at every scan."""
    path = prepared.candidate.path
    if outcome is Outcome.SET_ASIDE:
        if before is None or before.reason != prepared.reason:
            log.warning("%s: set aside: %s", path, prepared.reason)
    elif outcome is Outcome.SAME:
        log.info("%s: its text is filed already", path)
    else:
        log.info("%s: %s", path, outcome.value)
