"""`dateline check`: how Dateline is set up here, and what is wrong with it."""

import asyncio
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.adapters.clock import SystemClock
from bot.adapters.inbox import FolderInbox
from bot.adapters.readers import SUFFIXES
from bot.adapters.schedule import next_runs
from bot.application.components import Components, opened
from bot.application.refusals import folders_of, nested, refusals
from bot.errors import DatelineError, TokenRefused
from bot.model import FileRecord, Subscription
from config.logs import CONTROLS
from config.settings import Settings

RUNS = 3
"""How many of the next runs are told."""


@dataclass(slots=True)
class Findings:
    """The lines of the check; a fault makes its exit status 1."""

    lines: list[str] = field(default_factory=list)
    faults: int = 0

    def tell(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)

    def fault(self, line: str) -> None:
        """Add a line on something that has to be mended."""
        self.lines.append(line)
        self.faults += 1


async def check(settings: Settings) -> int:
    """Look everything over; return 1 where something has to be mended.

    Each part is looked at whatever became of those before it.
    """
    findings = Findings()
    _settings(settings, findings)
    await _telegram(settings, findings)
    await _folders(settings, findings)
    try:
        async with opened(settings) as components:
            await _store(components, findings)
            await _troubles(components, findings)
    except DatelineError as error:
        findings.fault(f"Store: {error}")
    secrets = settings.secrets
    for line in findings.lines:
        print(secrets.hide(line).translate(CONTROLS))
    return 1 if findings.faults else 0


def _settings(settings: Settings, findings: Findings) -> None:
    refused = refusals(settings)
    for line in refused:
        findings.fault(f"Settings: {line}")
    if not refused:
        findings.tell("Settings: fine")
        _home(settings, findings)


def _home(settings: Settings, findings: Findings) -> None:
    """Name the place that places.home was read as: there may be several of its name."""
    if settings.places.home is None:
        return
    from bot.adapters.gazetteer import open_gazetteer  # noqa: PLC0415 - only where there is a home
    from summarizer.places.home import find_home  # noqa: PLC0415 - as above

    if place := find_home(settings.places.home, open_gazetteer()):
        country = f", {place.country}" if place.country else ""
        findings.tell(f"Home: {place.name}{country} ({place.latitude:.2f}, {place.longitude:.2f})")


async def _telegram(settings: Settings, findings: Findings) -> None:
    if settings.telegram.token is None:
        findings.tell("Telegram: no token, so `dateline run` starts the console")
        return
    from bot.application.service import connected  # noqa: PLC0415 - the console needs no Telegram

    async with connected(settings) as telegram:
        try:
            identity = await telegram.identify()
        except TokenRefused as error:
            findings.fault(f"Telegram: telegram.token: {error}")
        except DatelineError as error:
            findings.fault(f"Telegram: {settings.telegram.base_url} cannot be reached: {error}")
        else:
            findings.tell(f"Telegram: this is @{identity.username}")


async def _store(components: Components, findings: Findings) -> None:
    for fault in await components.store.check():
        findings.fault(f"Store: {fault}")
    async with components.store.transaction() as store:
        latest = await store.filings.latest(1)
        counts = await store.queue.counts()
    articles = f"{latest[0].id} articles filed" if latest else "no article filed yet"
    deliveries = ", ".join(f"{count} {state.value}" for state, count in counts.items() if count)
    findings.tell(f"Store: {articles}; deliveries: {deliveries or 'none'}")
    if leader := await components.store.leadership.leader():
        findings.tell(f"Store: in use by {leader}")


async def _folders(settings: Settings, findings: Findings) -> None:
    watch = settings.watch
    inbox = FolderInbox(
        suffixes=SUFFIXES,
        settle_seconds=watch.settle_seconds,
        follow_links=watch.follow_links,
        max_bytes=watch.max_bytes,
    )
    now = SystemClock().now()
    paths = folders_of(settings)
    for path, folder in zip(paths, watch.folders, strict=True):
        await _folder(path, inbox, now, findings)
        schedule = watch.schedule_of(folder)
        runs = (run.astimezone(schedule.timezone) for run in next_runs(schedule, now, RUNS))
        findings.tell(
            f"  {schedule.text} ({schedule.timezone.key}): "
            + ", ".join(f"{run:%Y-%m-%d %H:%M:%S}" for run in runs)
        )
    for inner, outer in nested(paths):
        findings.tell(f"Folder {inner} is scanned as a part of {outer}, too")


async def _folder(path: str, inbox: FolderInbox, now: datetime, findings: Findings) -> None:
    if not await asyncio.to_thread(os.path.lexists, path):
        findings.tell(f"Folder {path}: is not there yet; it is scanned once it is")
        return
    listing = await asyncio.to_thread(inbox.look, path, now)
    findings.tell(f"Folder {path}: {len(listing.candidates)} files")
    if listing.passed_over:
        findings.tell(f"  {listing.passed_over}")
    for trouble in listing.troubles:
        findings.fault(f"  {trouble}")
    for each in listing.candidates:
        if each.trouble:
            findings.tell(f"  {each.path}: a scan sets it aside: {each.trouble}")


async def _troubles(components: Components, findings: Findings) -> None:
    async with components.store.transaction() as store:
        aside = await store.files.set_aside()
        troubled = await store.chats.troubled()
    for line in (*_aside(aside), *_unserved(troubled)):
        findings.tell(line)


def _aside(records: Sequence[FileRecord]) -> Iterator[str]:
    """Name the files set aside that are still there."""
    there = [record for record in records if Path(record.path).exists()]
    if there:
        yield f"Files set aside: {len(there)}"
    for record in there:
        yield f"  {record.path}: {record.reason}"


def _unserved(subscriptions: Sequence[Subscription]) -> Iterator[str]:
    """Name the subscriptions that cannot be served."""
    if subscriptions:
        yield f"Subscriptions not served: {len(subscriptions)}"
    for each in subscriptions:
        topic = f", topic {each.address.thread_id}" if each.address.thread_id else ""
        yield f"  chat {each.address.chat_id}{topic}: {each.state.value}: {each.reason}"
