"""Brief writing as work of other processes."""

from pathlib import Path

import pytest

from bot.adapters.inbox import FolderInbox
from bot.adapters.workers.limits import Limits
from bot.adapters.workers.pool import Workers
from bot.adapters.writers import File, WriteFile, Writers
from bot.application.language import Opening, Reading
from bot.errors import UnusableArticle
from bot.model import Written
from summarizer.model import BriefOptions


async def test_what_a_slow_algorithm_is_not_shown_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The log has one line for an article too long for its algorithm, and none for a short one."""
    opening = Opening(options=BriefOptions(algorithm="lex-rank"), home=None)
    writers = Writers(Workers(Reading(opening=opening), limits=Limits(seconds=60.0)))
    await writers.write("short.txt", _villages(9))
    assert not caplog.records
    await writers.write("long.txt", _villages(305))
    writers.close()
    assert [record.getMessage()[:50] for record in caplog.records] == [
        "long.txt: lex-rank is not shown the last 5 sentenc"
    ]


async def test_files_are_read_there_too(tmp_path: Path) -> None:
    """So that a mount that does not answer holds up no more than one process, which is killed."""
    inbox = FolderInbox(suffixes=frozenset({".txt"}), max_bytes=10)
    (tmp_path / "small.txt").write_bytes(b"as it is\r\n")
    (tmp_path / "large.txt").write_bytes(b"more than is read")
    writers = Writers(Workers(_no_language))
    assert await writers.load(inbox, str(tmp_path / "small.txt")) == b"as it is\r\n"
    with pytest.raises(UnusableArticle, match=r"is larger than 10 bytes \(watch.max_bytes\)"):
        await writers.load(inbox, str(tmp_path / "large.txt"))
    writers.close()


def _no_language() -> WriteFile:
    def write(_file: File) -> Written:
        raise NotImplementedError

    return write


def _villages(count: int) -> bytes:
    return " ".join(f"Village number {n} is dry." for n in range(count)).encode()
