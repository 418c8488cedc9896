"""Filing: a prepared file becomes a filing with its deliveries, in one transaction."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from bot.intake.batch import Batch
from bot.intake.corrections import ChangeKind, compare
from bot.intake.preparing import Prepared
from bot.model import Draft, FileRecord, FileState, Filing, Written
from bot.ports import Clock, Duplicates, Store

log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of a file in a scan; the values are the counters of a scan."""

    FILED = "filed"
    CORRECTED = "corrected"
    SAME = "same"
    SET_ASIDE = "set_aside"
    STILL_ASIDE = "still_aside"  # for the same reason as before


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Decides what a prepared file is: a new article, a correction, a duplicate, known, or none.

    `days` is how far back duplicates are looked for; 0 looks for none.
    """

    store: Store
    clock: Clock
    duplicates: Callable[[], Duplicates]
    days: float

    async def recent(self) -> Duplicates:
        """Return what a new article may duplicate; needed once a scan."""
        duplicates = self.duplicates()
        if self.days:
            since = self.clock.now() - timedelta(days=self.days)
            async with self.store.transaction() as store:
                for story in await store.filings.fingerprints_since(since):
                    duplicates.add(story.filing_id, story.value)
        return duplicates

    async def file(
        self, group: Sequence[Prepared], known: Mapping[str, FileRecord], recent: Duplicates
    ) -> tuple[Outcome, ...]:
        """File a group of files in one transaction, in order; new stories join `recent`.

        Nothing of the group is kept, and nothing joins, when one of them fails.
        """
        async with self.store.transaction() as store:
            texts = {each.digest for each in group if each.digest is not None}
            digests = dict(await store.filings.with_digests(texts))
            batch = Batch(
                store=store,
                at=self.clock.now(),
                recent=recent,
                duplicates=self.duplicates,
                digests=digests,
            )
            outcomes = [
                await self._one(batch, each, known.get(each.candidate.path)) for each in group
            ]
            await batch.close()
        for story in batch.stories:
            recent.add(story.filing_id, story.value)
        for prepared, outcome in zip(group, outcomes, strict=True):
            _tell(prepared, outcome)
        return tuple(outcomes)

    async def _one(self, batch: Batch, prepared: Prepared, before: FileRecord | None) -> Outcome:
        written, digest = prepared.written, prepared.digest
        number = before.filing_id if before else None
        if prepared.reason is not None:
            batch.remember(prepared.record(FileState.SET_ASIDE, number))
            again = before is not None and before.reason == prepared.reason
            return Outcome.STILL_ASIDE if again else Outcome.SET_ASIDE
        if written is None or digest is None:
            batch.remember(prepared.record(before.state if before else FileState.SAME, number))
            return Outcome.SAME
        if number is not None and (filing := await batch.store.filings.get(number)):
            kind = await self._mended(batch, filing, written, digest)
            if kind is not ChangeKind.OTHER_STORY:
                state = FileState.FILED if kind is ChangeKind.CORRECTION else FileState.SAME
                batch.remember(prepared.record(state, number))
                return Outcome.CORRECTED if kind is ChangeKind.CORRECTION else Outcome.SAME
        if (same := await batch.with_digest(digest)) is not None:
            batch.remember(prepared.record(FileState.SAME, same))
            return Outcome.SAME
        fingerprint = written.fingerprint if self.days else None
        draft = Draft(
            brief=written.brief,
            path=prepared.candidate.path,
            digest=digest,
            fingerprint=fingerprint,
        )
        await batch.file(prepared, draft)
        return Outcome.FILED

    async def _mended(
        self, batch: Batch, filing: Filing, written: Written, digest: str
    ) -> ChangeKind:
        """Take a known file's new text for a correction, if it is one."""
        if filing.digest == digest:
            return ChangeKind.NOTHING
        told = compare(filing.brief, written.brief)
        if told.kind is ChangeKind.CORRECTION:
            mended = replace(
                filing,
                brief=written.brief,
                digest=digest,
                version=filing.version + 1,
                updated_at=batch.at,
                change=told.change,
            )
            await batch.revise(mended, written.fingerprint)
        return told.kind


def _tell(prepared: Prepared, outcome: Outcome) -> None:
    """Write the one line of a file's log: once for each reason, not at every scan."""
    path = prepared.candidate.path
    if outcome is Outcome.SET_ASIDE:
        log.warning("%s: set aside: %s", path, prepared.reason)
    elif outcome is Outcome.STILL_ASIDE:
        log.debug("%s: still set aside: %s", path, prepared.reason)
    elif prepared.written is None:
        log.debug("%s: its bytes are those known", path)
    elif outcome is Outcome.SAME:
        log.info("%s: its text is filed already", path)
    else:
        log.info("%s: %s", path, outcome.value)
