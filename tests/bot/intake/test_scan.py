"""Scans: which files become filings, corrections or nothing, and who is owed what."""

import asyncio

import pytest

from bot.model import Address, DeliveryKind, Unread
from tests.bot.adapters.test_fingerprints import edited, story
from tests.bot.intake.bench import FOLDER, Bench, numbers, text
from tests.bot.newsroom import ANA, all_owed


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
        assert [line.id for line in await unit.filings.duplicates(1)] == [2]


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
    scanning = asyncio.create_task(bench.scanner.scan([FOLDER]))
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
    bench.scanner._preparing._failed.clear()
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


async def test_what_is_passed_over_is_said_once(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    """One line a folder, and another when it changes."""
    caplog.set_level("INFO")
    bench.inbox.unread = (Unread(ending=".pdf", count=2), Unread(ending=".docx", count=1))
    for _ in range(2):
        await bench.scan()
    line = "3 files of formats that are not read are passed over: .pdf (2), .docx (1)"
    assert caplog.text.count(f"{FOLDER}: {line}") == 1
    bench.inbox.unread = (Unread(ending="", count=1),)
    await bench.scan()
    line = "1 file of a format that is not read is passed over: no ending (1)"
    assert caplog.text.count(f"{FOLDER}: {line}") == 1
