"""Brief writing in a pool of processes."""

import subprocess
import sys
from functools import partial

import pytest

from bot.adapters.writers import Write, Writers
from summarizer.brief import write_brief
from summarizer.model import Article, BriefOptions

POOL = """
import asyncio
from functools import partial
from operator import itemgetter
from bot.adapters.writers import MANY, Writers

async def write():
    writers = Writers(partial(itemgetter, 0), cores=2)
    writers.prepare(MANY)
    await asyncio.gather(*(writers.write("article") for _ in range(MANY)))
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
    options = BriefOptions(algorithm="lex-rank")
    writers = Writers(partial(_opened, options), cores=1, options=options)
    await writers.write(Article(text=" ".join(f"Village number {n} is dry." for n in range(9))))
    assert not caplog.records
    await writers.write(Article(text=" ".join(f"Village number {n} is dry." for n in range(305))))
    assert [record.getMessage()[:46] for record in caplog.records] == [
        "lex-rank is not shown the last 5 sentences of "
    ]


def _opened(options: BriefOptions) -> Write:
    return partial(write_brief, gazetteer=None, options=options)
