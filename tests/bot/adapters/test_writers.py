"""Brief writing in a pool of processes."""

import subprocess
import sys

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
