"""One file's fault, whatever it is: that file is set aside, and all others are filed."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.inbox import FolderInbox
from bot.model import DeliveryKind
from tests.bot.adapters.test_fingerprints import edited, story
from tests.bot.intake.bench import FOLDER, Bench, a_bench, numbers, text
from tests.bot.newsroom import all_owed


async def reasons(bench: Bench) -> dict[str, str | None]:
    """Return why files were set aside, by their names."""
    async with bench.store.transaction() as unit:
        aside = await unit.files.set_aside()
    return {record.path.removeprefix(f"{FOLDER}/"): record.reason for record in aside}


async def test_a_fault_in_filing_undoes_nothing_of_the_others(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    """They are filed one by one, in order, and copies are told of what was filed, not undone."""
    bench.inbox.put("a.txt", text(1))
    bench.inbox.put("b.txt", f"BLURRED {text(2)}")
    bench.inbox.put("c.txt", "\n\n".join(edited(story(1), "cut")))
    bench.inbox.put("d.txt", text(4))
    assert numbers(await bench.scan()) == [1, 3]
    async with bench.store.transaction() as unit:
        assert [line.id for line in await unit.filings.duplicates(1)] == [2]
    assert list(await reasons(bench)) == ["b.txt"]
    assert "could not be filed: ValueError" in ((await reasons(bench))["b.txt"] or "")
    tried = bench.writer.tried
    bench.inbox.put("e.txt", "\n\n".join(edited(story(4), "cut")))
    assert [each.kind for each in await bench.scan()] == [DeliveryKind.CORRECTION]  # names a copy
    assert bench.writer.tried == tried + 1
    assert caplog.text.count("a fault of Dateline's own") == 1


async def test_a_fault_in_comparing_sets_that_file_aside(bench: Bench) -> None:
    """The article stays as it was, and a text that can be compared corrects it again."""
    bench.inbox.put("a.txt", text(1))
    await bench.scan()
    bench.inbox.put("a.txt", f"CROOKED {text(1)}")
    bench.inbox.put("b.txt", text(2))
    assert numbers(await bench.scan()) == [2]
    assert "IndexError" in ((await reasons(bench))["a.txt"] or "")
    bench.inbox.put("a.txt", text(1, year="decade"))
    assert [each.kind for each in await bench.scan()] == [DeliveryKind.CORRECTION]
    assert await reasons(bench) == {}


@pytest.mark.parametrize("number", [2**63, -(2**63) - 1, 10**40])
async def test_a_number_that_no_store_holds_is_one_files_fault(
    bench: Bench, caplog: pytest.LogCaptureFixture, number: int
) -> None:
    """Even if it is such that nothing can be kept of that file."""
    bench.inbox.put("a.txt", text(1))
    bench.inbox.put("odd.txt", text(2))
    bench.inbox.put("c.txt", text(3))
    bench.inbox.times[f"{FOLDER}/odd.txt"] = number
    assert numbers(await bench.scan()) == [1, 2]
    assert "odd.txt: cannot be filed" in caplog.text
    bench.inbox.put("d.txt", text(4))
    assert numbers(await bench.scan()) == [3]


async def test_times_of_other_centuries_are_filed_like_any(tmp_path: Path) -> None:
    """A file of the year 2300 or 1901 is filed, once, and so is a sound one beside it."""
    folder = tmp_path / "in"
    folder.mkdir()
    for seed, year in enumerate((1901, 1969, 2026, 2300, 2400)):
        path = folder / f"{year}.txt"
        path.write_text(text(seed))
        moment = int(datetime(year, 3, 1, tzinfo=UTC).timestamp()) * 10**9 + 1
        os.utime(path, ns=(moment, moment))
    inbox = FolderInbox(suffixes=frozenset({".txt"}))
    async with a_bench(tmp_path, inbox) as bench:
        await bench.scanner.scan([str(folder)])
        assert numbers(await all_owed(bench.store, bench.clock)) == [1, 2, 3, 4, 5]
        (folder / "2300.txt").write_text(text(3, year="decade"))
        os.utime(folder / "2300.txt", ns=(moment, moment))
        await bench.scanner.scan([str(folder)])
        [edit] = await all_owed(bench.store, bench.clock)
        assert (edit.kind, edit.filing_id) == (DeliveryKind.CORRECTION, 4)


async def test_a_reason_is_one_line_of_some_length(bench: Bench) -> None:
    """An error may quote a whole file."""
    bench.inbox.put("a.txt", text(1))
    bench.writer.failing = ValueError("two\nlines " + "x" * 100_000)
    await bench.scan()
    reason = (await reasons(bench))["a.txt"] or ""
    assert reason.startswith("could not be read: ValueError: two lines xx")
    assert len(reason) < 400
