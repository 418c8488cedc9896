"""Files replaced by others of the same size and time, and drives that number theirs anew."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from bot.adapters.inbox import FolderInbox
from bot.model import DeliveryKind
from tests.bot.intake.bench import FOLDER, Bench, a_bench, numbers, text
from tests.bot.newsroom import all_owed


@pytest.fixture
async def three(bench: Bench) -> Bench:
    """Return a bench with three files filed, the second with a word that the first text had not."""
    for seed in range(3):
        bench.inbox.put(f"{seed}.txt", text(seed))
    bench.inbox.number(10)
    assert numbers(await bench.scan()) == [1, 2, 3]
    assert bench.inbox.reads == ["0.txt", "1.txt", "2.txt"]
    return bench


async def test_a_text_of_the_same_size_and_time_is_seen(three: Bench) -> None:
    """As `rsync -t` and `cp -p` leave it: the time of the last change in anything is another."""
    three.inbox.replace("1.txt", text(1, year="yaer"))
    [edit] = await three.scan()
    assert (edit.kind, edit.filing_id) == (DeliveryKind.CORRECTION, 2)
    assert three.inbox.reads == ["1.txt"]


async def test_other_permissions_cost_one_look_and_post_nothing(three: Bench) -> None:
    """The bytes are compared once, then the file is known as it is now."""
    three.inbox.changes[f"{FOLDER}/1.txt"] += 1
    assert await three.scan() == []
    assert three.inbox.reads == ["1.txt"]
    assert await three.scan() == []
    assert three.inbox.reads == []


async def test_a_drive_that_numbers_its_files_anew_posts_nothing(three: Bench) -> None:
    """Each is read once more, then its numbers are not looked at any more, nor a new file's."""
    three.inbox.number(20)
    assert await three.scan() == []
    assert three.inbox.reads == ["0.txt", "1.txt", "2.txt"]
    three.inbox.put("3.txt", text(3))
    for first in range(30, 60, 10):
        three.inbox.number(first)
        await three.scan()
        assert three.inbox.reads == (["3.txt"] if first == 30 else [])
    three.inbox.replace("1.txt", text(1, year="yaer"))
    three.inbox.number(70)
    [edit] = await three.scan()
    assert (edit.kind, edit.filing_id) == (DeliveryKind.CORRECTION, 2)
    assert three.inbox.reads == ["1.txt"]


async def test_records_of_an_older_version_are_completed_without_reading(three: Bench) -> None:
    """They do not say how the file was, so that it is taken for what it was."""
    async with three.store.transaction() as unit:
        records = (await unit.files.known(FOLDER)).values()
        await unit.files.remember(*(replace(each, ctime_ns=None, inode=None) for each in records))
    assert await three.scan() == []
    assert three.inbox.reads == []
    async with three.store.transaction() as unit:
        assert set((await unit.files.known(FOLDER)).values()) == set(records)
    three.inbox.replace("1.txt", text(1, year="yaer"))
    assert len(await three.scan()) == 1


async def test_files_replaced_on_disk_are_seen(tmp_path: Path) -> None:
    """In place or by a rename, with the time of the first; a link more to a file is no news."""
    folder = tmp_path / "in"
    folder.mkdir()
    async with a_bench(tmp_path, FolderInbox(suffixes=frozenset({".txt"}))) as bench:
        for seed in range(3):
            (folder / f"{seed}.txt").write_text(text(seed))
            os.utime(folder / f"{seed}.txt", (seed, seed))
        await bench.scanner.scan([str(folder)])
        assert numbers(await all_owed(bench.store, bench.clock)) == [1, 2, 3]
        (folder / "0.txt").write_text(text(0, year="yaer"))
        os.utime(folder / "0.txt", (0, 0))
        (tmp_path / "new").write_text(text(1, year="yaer"))
        os.utime(tmp_path / "new", (1, 1))
        (tmp_path / "new").rename(folder / "1.txt")
        (tmp_path / "link").hardlink_to(folder / "2.txt")
        await bench.scanner.scan([str(folder)])
        edits = await all_owed(bench.store, bench.clock)
        assert [(each.kind, each.filing_id) for each in edits] == [
            (DeliveryKind.CORRECTION, 1),
            (DeliveryKind.CORRECTION, 2),
        ]
