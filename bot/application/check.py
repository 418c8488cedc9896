"""`dateline check`: how Dateline is set up here, and what is wrong with it."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.adapters.inbox import FolderInbox
from bot.adapters.readers import SUFFIXES
from bot.adapters.schedule import next_runs
from bot.application.house import House, opened
from bot.errors import DatelineError, StoreUnusable, TokenRefused
from bot.model import FileRecord, Subscription
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
    """Look everything over; gives 1 where something has to be mended."""
    findings = Findings()
    findings.tell("Settings: fine")
    await _telegram(settings, findings)
    try:
        async with opened(settings) as house:
            await _store(house, findings)
            await _folders(house, findings)
            await _troubles(house, findings)
    except StoreUnusable as error:
        findings.fault(f"Store: {error}")
    print("\n".join(findings.lines))
    return 1 if findings.faults else 0


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


async def _store(house: House, findings: Findings) -> None:
    for fault in await house.store.check():
        findings.fault(f"Store: {fault}")
    async with house.store.transaction() as store:
        latest = await store.filings.latest(1)
        counts = await store.queue.counts()
    articles = f"{latest[0].id} articles filed" if latest else "no article filed yet"
    deliveries = ", ".join(f"{count} {state.value}" for state, count in counts.items() if count)
    findings.tell(f"Store: {articles}; deliveries: {deliveries or 'none'}")
    if leader := await house.store.leadership.leader():
        findings.tell(f"Store: in use by {leader}")


async def _folders(house: House, findings: Findings) -> None:
    watch = house.settings.watch
    inbox = FolderInbox(
        suffixes=SUFFIXES,
        settle_seconds=watch.settle_seconds,
        follow_links=watch.follow_links,
        max_bytes=watch.max_bytes,
    )
    now = house.clock.now()
    for path, folder in zip(house.folders, watch.folders, strict=True):
        schedule = watch.schedule_of(folder)
        listing = await asyncio.to_thread(inbox.look, path, now)
        findings.tell(f"Folder {path}: {len(listing.candidates)} files")
        for trouble in listing.troubles:
            findings.fault(f"  {trouble}")
        runs = (run.astimezone(schedule.timezone) for run in next_runs(schedule, now, RUNS))
        findings.tell(
            f"  {schedule.text} ({schedule.timezone.key}): "
            + ", ".join(f"{run:%Y-%m-%d %H:%M:%S}" for run in runs)
        )


async def _troubles(house: House, findings: Findings) -> None:
    async with house.store.transaction() as store:
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
