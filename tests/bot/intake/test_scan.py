"""Scans: which files become filings, corrections or nothing, and who is owed what."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.adapters.fingerprints import MinHashCopies, fingerprint_of
from bot.adapters.store import DatabaseStore
from bot.errors import UnusableArticle
from bot.intake import Cycle
from bot.intake.filing import Desk
from bot.intake.preparing import Preparing
from bot.model import Address, Candidate, Delivery, DeliveryKind, Listing, Written
from tests.bot.adapters.test_fingerprints import edited, story
from tests.bot.desk import ANA, HandClock, Poked, a_store, all_owed
from tests.makers import in_paragraphs

FOLDER = "/in"


@dataclass(slots=True)
class FakeInbox:
    """Files in memory; a test changes them between scans."""

    files: dict[str, bytes] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)
    troubles: dict[str, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)  # not settled at the next look
    tick: int = 0

    def put(self, name: str, text: str) -> None:
        """Write a file anew."""
        self.tick += 1
        self.files[f"{FOLDER}/{name}"] = text.encode()
        self.times[f"{FOLDER}/{name}"] = self.tick

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
                )
                for name in names
            )
        )

    def load(self, candidate_path: str) -> bytes:
        """Read a file."""
        return self.files[candidate_path]


class FakeWriter:
    """Takes paragraphs for passages; breaks on one word, as no text should make it.

    It refuses an empty file, and waits over one with another word until it may go on.
    `failing` is what the machine fails it by, while it does.
    """

    failing: Exception | None = None
    tried: int = 0

    def __init__(self) -> None:
        self.go_on = asyncio.Event()

    def prepare(self, count: int) -> None:
        """Nothing to start."""

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
        return Written(brief=brief, fingerprint=fingerprint_of(brief))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A cycle, and all that it works with; one chat is subscribed."""

    cycle: Cycle
    inbox: FakeInbox
    writer: FakeWriter
    store: DatabaseStore
    clock: HandClock
    poked: Poked

    async def scan(self, *, wait: bool = False) -> list[Delivery]:
        """Scan once and give what was delivered thereupon."""
        await self.cycle.scan([FOLDER], wait=wait)
        return await all_owed(self.store, self.clock)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncGenerator[Bench]:
    """Set up a cycle on a store of its own."""
    async with a_store(tmp_path) as store:
        clock, inbox, poked, writer = HandClock(), FakeInbox(), Poked(), FakeWriter()
        cycle = Cycle(
            store=store,
            inbox=inbox,
            preparing=Preparing(inbox=inbox, writer=writer),
            writer=writer,
            desk=Desk(store=store, clock=clock, copies=MinHashCopies, days=3),
            clock=clock,
            settle_seconds=2,
            backlog=20,
            poke=poked,
        )
        async with store.transaction() as unit:
            await unit.chats.meet(ANA)
            await unit.chats.subscribe(Address(ANA.id), clock.now())
        yield Bench(cycle=cycle, inbox=inbox, writer=writer, store=store, clock=clock, poked=poked)


def text(seed: int, **changes: str) -> str:
    """Write a story, with words put in place of others."""
    made = "\n\n".join(story(seed))
    for old, new in changes.items():
        made = made.replace(old, new)
    return made


def numbers(deliveries: list[Delivery]) -> list[int | None]:
    """Give the numbers of the filings delivered."""
    return [each.filing_id for each in deliveries]


async def test_new_files_are_filed_and_owed_in_order(bench: Bench) -> None:
    """Oldest first, each once."""
    for seed in range(3):
        bench.inbox.put(f"{9 - seed}.txt", text(seed))
    assert numbers(await bench.scan()) == [1, 2, 3]
    assert await bench.scan() == []
    assert bench.poked.times == 2


async def test_renaming_and_touching_post_nothing(bench: Bench) -> None:
    """The same text under another name or time is no news."""
    bench.inbox.put("a.txt", text(1))
    assert numbers(await bench.scan()) == [1]
    bench.inbox.put("a.txt", text(1))
    bench.inbox.put("b.txt", text(1))
    assert await bench.scan() == []


async def test_a_changed_text_is_a_correction(bench: Bench) -> None:
    """The filing keeps its number, gets a version, and its post is owed an edit."""
    bench.inbox.put("a.txt", text(1))
    await bench.scan()
    bench.inbox.put("a.txt", text(1, number="NUMBER"))
    assert await bench.scan() == []
    bench.inbox.put("a.txt", text(1, year="decade"))
    [edit] = await bench.scan()
    assert (edit.kind, edit.filing_id) == (DeliveryKind.CORRECTION, 1)
    async with bench.store.transaction() as unit:
        filing = await unit.filings.get(1)
        assert filing
        assert filing.version == 2
        assert filing.change
        assert "decade" in filing.change


async def test_a_correction_taken_back_is_one_too(bench: Bench) -> None:
    """The first text, seen again, is news to those who read the second."""
    for words in ("year", "decade", "year"):
        bench.inbox.put("a.txt", text(1, year=words))
        found = await bench.scan()
    assert [each.kind for each in found] == [DeliveryKind.CORRECTION]


async def test_another_story_under_a_known_name_is_a_new_article(bench: Bench) -> None:
    """As a scraper that writes `latest.txt` again and again leaves it."""
    bench.inbox.put("latest.txt", text(1))
    await bench.scan()
    bench.inbox.put("latest.txt", "Marathon\n\nThe runners of Bergen start in June this year.")
    [post] = await bench.scan()
    assert (post.kind, post.filing_id) == (DeliveryKind.BRIEF, 2)


@pytest.mark.parametrize("how", ["headline", "cut", "reordered", "furniture"])
async def test_a_copy_is_not_posted_where_the_original_is(bench: Bench, how: str) -> None:
    """The original's post is edited to name the copy; a chat without it gets the copy."""
    bench.inbox.put("a.txt", text(1))
    await bench.scan()
    late = Address(404)
    async with bench.store.transaction() as unit:
        await unit.chats.subscribe(late, bench.clock.now())
    bench.inbox.put("b.txt", "\n\n".join(edited(story(1), how)))
    found = await bench.scan()
    assert {(each.kind, each.filing_id, each.address.chat_id) for each in found} == {
        (DeliveryKind.CORRECTION, 1, ANA.id),
        (DeliveryKind.BRIEF, 2, 404),
    }


async def test_a_copy_in_the_same_scan_is_filed_and_not_posted(bench: Bench) -> None:
    """Who is owed the original is not owed the copy."""
    bench.inbox.put("a.txt", text(1))
    bench.inbox.put("b.txt", "\n\n".join(edited(story(1), "cut")))
    bench.inbox.put("c.txt", text(2))
    assert numbers(await bench.scan()) == [1, 3]
    async with bench.store.transaction() as unit:
        assert [line.id for line in await unit.filings.copies(1)] == [2]


async def test_one_text_in_two_files_is_filed_once(bench: Bench) -> None:
    """Whether both come in one scan or one later."""
    for name in ("a.txt", "b.txt"):
        bench.inbox.put(name, text(1))
    assert numbers(await bench.scan()) == [1]
    bench.inbox.put("c.txt", text(1))
    assert await bench.scan() == []


async def test_a_slow_file_does_not_hold_up_those_before_it(bench: Bench) -> None:
    """They are filed while it is read, and those after it once it is."""
    for name, words in (("a.txt", text(1)), ("b.txt", f"SLOW {text(2)}"), ("c.txt", text(3))):
        bench.inbox.put(name, words)
    scanning = asyncio.create_task(bench.cycle.scan([FOLDER]))
    filed = 0
    while not filed:
        await asyncio.sleep(0.01)
        async with bench.store.transaction() as unit:
            filed = len(await unit.filings.latest(9))
    assert filed == 1
    bench.writer.go_on.set()
    await scanning
    assert numbers(await all_owed(bench.store, bench.clock)) == [1, 2, 3]


async def test_a_bad_file_is_set_aside_and_the_next_one_filed(bench: Bench) -> None:
    """An unusable text, a fault of ours, or a file that cannot be read: each with its reason."""
    bench.inbox.put("empty.txt", "")
    bench.inbox.put("fault.txt", "Head\n\nBREAK")
    bench.inbox.put("closed.txt", text(7))
    bench.inbox.troubles[f"{FOLDER}/closed.txt"] = "permission denied"
    bench.inbox.put("good.txt", text(2))
    assert numbers(await bench.scan()) == [1]
    async with bench.store.transaction() as unit:
        reasons = {record.path: record.reason for record in await unit.files.set_aside()}
    assert reasons[f"{FOLDER}/empty.txt"] == "it is empty"
    assert "ZeroDivisionError" in (reasons[f"{FOLDER}/fault.txt"] or "")
    assert reasons[f"{FOLDER}/closed.txt"] == "permission denied"


async def test_a_file_that_could_not_be_read_is_tried_again(bench: Bench) -> None:
    """Its time does not change when its permissions do."""
    bench.inbox.put("closed.txt", text(7))
    bench.inbox.troubles[f"{FOLDER}/closed.txt"] = "permission denied"
    assert await bench.scan() == []
    bench.inbox.troubles.clear()
    assert numbers(await bench.scan()) == [1]
    async with bench.store.transaction() as unit:
        assert list(await unit.files.set_aside()) == []


async def test_what_the_machine_fails_is_tried_again(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    """No memory, no process, no disk: one line, however many scans, and the article comes then."""
    caplog.set_level("INFO")
    bench.inbox.put("a.txt", text(1))
    bench.writer.failing = OSError("Cannot allocate memory")
    for _ in range(3):
        assert await bench.scan() == []
    assert caplog.text.count("Cannot allocate memory") == 1
    bench.writer.failing = None
    assert numbers(await bench.scan()) == [1]


async def test_a_fault_of_ours_is_tried_again_by_the_next_process(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    """Not at every scan: but the next start may be of a version that copes."""
    bench.inbox.put("a.txt", "Head\n\nBREAK")
    for _ in range(3):
        assert await bench.scan() == []
    assert bench.writer.tried == 1
    assert caplog.text.count("a fault of Dateline's own") == 1
    bench.cycle._preparing._failed.clear()
    await bench.scan()
    assert bench.writer.tried == 2


async def test_a_file_still_being_written_waits(bench: Bench) -> None:
    """Until the next scan, or within one that is told to wait."""
    bench.inbox.put("a.txt", text(1))
    bench.inbox.fresh = {f"{FOLDER}/a.txt"}
    assert await bench.scan() == []
    bench.inbox.put("b.txt", text(2))
    bench.inbox.fresh = {f"{FOLDER}/a.txt", f"{FOLDER}/b.txt"}
    assert numbers(await bench.scan(wait=True)) == [1, 2]


async def test_above_the_backlog_the_rest_is_one_list(bench: Bench) -> None:
    """The newest five come as posts, after the list of the others."""
    for seed in range(25):
        bench.inbox.put(f"{seed}.txt", text(seed))
    [overflow, *posts] = await bench.scan()
    assert (overflow.kind, overflow.amount) == (DeliveryKind.LIST, 20)
    assert numbers(posts) == [21, 22, 23, 24, 25]
