"""The scan: which files are new, and filing them in order, a group in a transaction."""

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from bot.errors import StoreTrouble, StoreUnusable
from bot.intake.filing import Desk, Outcome
from bot.intake.news import adopted, is_news, reliable
from bot.intake.preparing import Prepared, Preparing
from bot.model import Candidate, FileRecord, Listing
from bot.ports import BriefWriter, Clock, Duplicates, Inbox, Store

log = logging.getLogger(__name__)

AHEAD = 64
"""How many files are read and briefed ahead of the one that is filed."""

GROUP = 50
"""How many files one transaction files at most."""

LINGER = 0.25
"""For how many seconds a group waits for files that are still being read."""


@dataclass(slots=True, kw_only=True)
class Scanned:
    """What a scan came to, in files."""

    filed: int = 0
    corrected: int = 0
    same: int = 0
    set_aside: int = 0
    still_aside: int = 0
    waiting: int = 0  # not settled yet

    def count(self, outcome: Outcome) -> None:
        """Add one file's outcome."""
        setattr(self, outcome.value, getattr(self, outcome.value) + 1)


class Scanner:
    """Scans folders: file -> brief -> store and outbox. One scan at a time."""

    def __init__(
        self,
        *,
        store: Store,
        inbox: Inbox,
        preparing: Preparing,
        writer: BriefWriter,
        desk: Desk,
        clock: Clock,
        settle_seconds: float,
        backlog: int,
        poke: Callable[[], None],
    ) -> None:
        self._store = store
        self._inbox = inbox
        self._preparing = preparing
        self._writer = writer
        self._desk = desk
        self._clock = clock
        self._settle_seconds = settle_seconds
        self._backlog = backlog
        self._poke = poke
        self._one_at_a_time = asyncio.Lock()
        self._said: dict[str, tuple[str, ...]] = {}  # of each folder, what its log has already

    async def scan(self, folders: Sequence[str], *, wait: bool = False) -> Scanned:
        """Scan folders, then make what they brought due.

        `wait` gives files that are not settled yet the time to be, once.
        """
        async with self._one_at_a_time:
            scanned = await self._scan(folders)
            if wait and scanned.waiting:
                await self._clock.sleep(self._settle_seconds + 0.1)
                later = await self._scan(folders)
                for name in ("filed", "corrected", "same", "set_aside", "still_aside"):
                    setattr(later, name, getattr(later, name) + getattr(scanned, name))
                scanned = later
            async with self._store.transaction() as store:
                await store.outbox.release(backlog=self._backlog, newest=5, at=self._clock.now())
        self._poke()
        return scanned

    async def _scan(self, folders: Sequence[str]) -> Scanned:
        scanned = Scanned()
        for folder in folders:
            await self._scan_folder(folder, scanned)
        return scanned

    async def _scan_folder(self, folder: str, scanned: Scanned) -> None:
        listing = await asyncio.to_thread(self._inbox.look, folder, self._clock.now())
        self._say(folder, listing)
        async with self._store.transaction() as store:
            known = await store.files.known(folder)
            candidates = reliable(listing.candidates, known)
            await store.files.remember(*adopted(candidates, known))
        fresh = [c for c in candidates if is_news(c, known.get(c.path))]
        ready = [c for c in fresh if c.settled or c.trouble]
        scanned.waiting += len(fresh) - len(ready)
        if not ready:
            return
        self._writer.start()
        recent = await self._desk.recent()
        async with aclosing(self._groups(ready, known)) as groups:
            async for group in groups:
                for outcome in await self._file(group, known, recent):
                    scanned.count(outcome)

    def _say(self, folder: str, listing: Listing) -> None:
        """Write into the log what is wrong with a folder and what is passed over, if it is news."""
        passed_over = listing.passed_over
        lines = (*listing.troubles, *([f"{folder}: {passed_over}"] if passed_over else ()))
        before, self._said[folder] = self._said.get(folder, ()), lines
        for line in lines:
            if line not in before:
                log.log(logging.WARNING if line in listing.troubles else logging.INFO, "%s", line)

    async def _file(
        self, group: Sequence[Prepared], known: Mapping[str, FileRecord], recent: Duplicates
    ) -> Sequence[Outcome]:
        """File a group; where one of it fails, each by itself, and what fails so is set aside.

        Raise StoreTrouble or StoreUnusable when it is the store that fails.
        """
        try:
            return await self._desk.file(group, known, recent)
        except (StoreTrouble, StoreUnusable):
            raise
        except Exception as error:  # noqa: BLE001 - one file, whatever is in it, must not stop the others
            if len(group) == 1:
                return [await self._set_aside(group[0], error, known, recent)]
        return [outcome for each in group for outcome in await self._file([each], known, recent)]

    async def _set_aside(
        self,
        prepared: Prepared,
        error: Exception,
        known: Mapping[str, FileRecord],
        recent: Duplicates,
    ) -> Outcome:
        """Set a file aside that cannot be filed."""
        refused = self._preparing.refused(prepared, error)
        try:
            (outcome,) = await self._desk.file([refused], known, recent)
        except (StoreTrouble, StoreUnusable):
            raise
        except Exception:
            log.exception("%s: cannot be filed, and not even be set aside", refused.candidate.path)
            return Outcome.SET_ASIDE
        return outcome

    async def _groups(
        self, ready: Sequence[Candidate], known: Mapping[str, FileRecord]
    ) -> AsyncGenerator[list[Prepared]]:
        """Prepare files some way ahead, and yield them in order, as many as are done in time."""
        ahead: deque[asyncio.Task[Prepared]] = deque()
        rest = iter(ready)
        group: list[Prepared] = []
        now, until = asyncio.get_running_loop().time, 0.0
        try:
            while True:
                while len(ahead) < AHEAD and (candidate := next(rest, None)):
                    prepare = self._preparing.prepare(candidate, known.get(candidate.path))
                    ahead.append(asyncio.create_task(prepare))
                if not ahead:
                    break
                if len(group) == GROUP or (group and not await _done(ahead[0], until - now())):
                    yield group
                    group = []
                group.append(await ahead.popleft())
                if len(group) == 1:
                    until = now() + LINGER
            if group:
                yield group
        finally:
            for task in ahead:
                task.cancel()


async def _done(task: asyncio.Task[Prepared], seconds: float) -> bool:
    """Return whether a task is done by then."""
    if not task.done():
        await asyncio.wait([task], timeout=max(0.0, seconds))
    return task.done()
