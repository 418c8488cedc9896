"""A cycle over files in memory, with what a file can do to those that read it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from bot.adapters.fingerprints import MinHashDuplicates, fingerprint_of
from bot.adapters.store import DatabaseStore
from bot.errors import UnusableArticle
from bot.intake import Scanner
from bot.intake.filing import Desk
from bot.intake.preparing import Preparing
from bot.model import Address, Candidate, Delivery, Listing, Unread, Written
from bot.ports import Inbox
from summarizer.model import Brief, Sentence, Span
from tests.bot.adapters.test_fingerprints import story
from tests.bot.newsroom import ANA, HandClock, Poked, a_store, all_owed
from tests.makers import in_paragraphs

FOLDER = "/in"


@dataclass(slots=True)
class FakeInbox:
    """Files in memory; a test changes them between scans."""

    files: dict[str, bytes] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # not settled at the next look
    changes: dict[str, int] = field(default_factory=dict)  # ctimes, where these are told
    inodes: dict[str, int] = field(default_factory=dict)
    unread: tuple[Unread, ...] = ()
    reads: list[str] = field(default_factory=list)  # the names of those read
    tick: int = 0

    def put(self, name: str, text: str) -> None:
        """Write a file anew."""
        self.tick += 1
        self.files[f"{FOLDER}/{name}"] = text.encode()
        self.times[f"{FOLDER}/{name}"] = self.tick

    def number(self, first: int) -> None:
        """Say of each file when it changed last, and return them inodes from a number on."""
        for number, path in enumerate(sorted(self.files), start=first):
            self.inodes[path] = number
            self.changes.setdefault(path, self.times[path])

    def replace(self, name: str, text: str) -> None:
        """Put another text in a file's place, of the same size and time."""
        path = f"{FOLDER}/{name}"
        assert len(text.encode()) == len(self.files[path])
        self.files[path] = text.encode()
        self.changes[path] += 1

    def look(self, folder: str, now: datetime) -> Listing:
        """List the files, oldest first."""
        fresh, self.fresh = self.fresh, set()
        names = sorted(self.files, key=lambda name: self.times[name])
        return Listing(
            candidates=tuple(
                Candidate(
                    path=name,
                    size=len(self.files[name]),
                    mtime_ns=self.times[name],
                    settled=name not in fresh,
                    trouble=self.troubles.get(name),
                    ctime_ns=self.changes.get(name),
                    inode=self.inodes.get(name),
                )
                for name in names
            ),
            unread=self.unread,
        )

    def load(self, candidate_path: str) -> bytes:
        """Read a file."""
        self.reads.append(candidate_path.removeprefix(f"{FOLDER}/"))
        return self.files[candidate_path]


class FakeWriter:
    """Takes paragraphs for passages; breaks on one word, as no text should make it.

    It refuses an empty file, and waits over one with another word until it may go on. `failing` is
    what the machine fails it by, while it does. Two more words make it write what is not in order.
    """

    failing: Exception | None = None
    tried: int = 0

    def __init__(self) -> None:
        self.go_on = asyncio.Event()

    def start(self) -> None:
        """Nothing to start."""

    async def load(self, inbox: Inbox, path: str) -> bytes:
        """Read a file here."""
        return inbox.load(path)

    async def write(self, name: str, data: bytes) -> Written:
        """Write a brief of UTF-8."""
        if not data:
            raise UnusableArticle("it is empty")
        self.tried += 1
        if self.failing:
            raise self.failing
        if b"SLOW" in data:
            await self.go_on.wait()
        if b"BREAK" in data:
            raise ZeroDivisionError
        brief = in_paragraphs(data.decode())
        if b"CROOKED" in data:
            brief = _crooked(brief)
        return Written(
            brief=brief, fingerprint=b"short" if b"BLURRED" in data else fingerprint_of(brief)
        )


def _crooked(brief: Brief) -> Brief:
    """Return a brief with a sentence of a passage that it has not: comparing it fails."""
    return replace(
        brief, parsed=replace(brief.parsed, sentences=(Sentence(span=Span(0, 4), passage=99),))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A cycle, and all that it works with; one chat is subscribed."""

    scanner: Scanner
    inbox: FakeInbox
    writer: FakeWriter
    store: DatabaseStore
    clock: HandClock
    poked: Poked

    async def scan(self, *, wait: bool = False) -> list[Delivery]:
        """Scan once and return what was delivered thereupon."""
        self.inbox.reads.clear()
        await self.scanner.scan([FOLDER], wait=wait)
        return await all_owed(self.store, self.clock)


@asynccontextmanager
async def a_bench(folder: Path, real: Inbox | None = None) -> AsyncGenerator[Bench]:
    """Set up a cycle on a store of its own, over files in memory or `real` ones."""
    async with a_store(folder) as store:
        clock, inbox, poked, writer = HandClock(), FakeInbox(), Poked(), FakeWriter()
        scanner = Scanner(
            store=store,
            inbox=real or inbox,
            preparing=Preparing(inbox=real or inbox, writer=writer),
            writer=writer,
            desk=Desk(store=store, clock=clock, duplicates=MinHashDuplicates, days=3),
            clock=clock,
            settle_seconds=2,
            backlog=20,
            poke=poked,
        )
        async with store.transaction() as unit:
            await unit.chats.meet(ANA)
            await unit.chats.subscribe(Address(ANA.id), clock.now())
        yield Bench(
            scanner=scanner, inbox=inbox, writer=writer, store=store, clock=clock, poked=poked
        )


def text(seed: int, **changes: str) -> str:
    """Write a story, with words put in place of others."""
    made = "\n\n".join(story(seed))
    for old, new in changes.items():
        made = made.replace(old, new)
    return made


def numbers(deliveries: list[Delivery]) -> list[int | None]:
    """Return the numbers of the filings delivered."""
    return [each.filing_id for each in deliveries]
