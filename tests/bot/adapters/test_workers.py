"""Work in a pool of processes, and brief writing as such work."""

import subprocess
import sys

import pytest

from bot.adapters.workers import Workers
from bot.adapters.writers import Writers
from bot.application.language import Opening, Reading
from summarizer.model import BriefOptions

POOL = """
import asyncio
from functools import partial
from operator import itemgetter
from bot.adapters.workers import MANY, Workers

async def write():
    workers = Workers(partial(itemgetter, 0), cores=2)
    workers.prepare(MANY)
    await asyncio.gather(*(workers.work("article") for _ in range(MANY)))
    print("written", flush=True)
    await asyncio.sleep(600)

if __name__ == "__main__":
    asyncio.run(write())
"""


def test_the_pool_ends_with_a_bot_that_is_killed() -> None:
    """No process is left behind: the last of them closes the pipe that all of them hold."""
    command = [sys.executable, "-c", POOL]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own words
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.kill()
        rest, _ = process.communicate(timeout=60)
        assert rest == ""


async def test_what_a_slow_algorithm_is_not_shown_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The log has one line for an article too long for its algorithm, and none for a short one."""
    opening = Opening(options=BriefOptions(algorithm="lex-rank"), home=None)
    writers = Writers(Workers(Reading(opening=opening), cores=1))
    await writers.write("short.txt", _villages(9))
    assert not caplog.records
    await writers.write("long.txt", _villages(305))
    assert [record.getMessage()[:50] for record in caplog.records] == [
        "long.txt: lex-rank is not shown the last 5 sentenc"
    ]


def _villages(count: int) -> bytes:
    return " ".join(f"Village number {n} is dry." for n in range(count)).encode()
