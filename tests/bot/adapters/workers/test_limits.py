"""The limits of one piece of work: time and memory."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.workers.limits import Limits, Watch
from bot.adapters.workers.pool import Workers
from bot.errors import UnusableArticle
from tests.bot.adapters.workers import jobs
from tests.bot.adapters.workers.conftest import HASTY
from tests.bot.adapters.workers.looking import gone, noted

TOO_LONG = r"^no brief after 1 s: given up \(watch\.max_seconds\)$"
TOO_LARGE = r"^took more than 128 MB of memory: given up \(watch\.max_memory_mb\)$"


@pytest.mark.parametrize("hang", [jobs.hang, jobs.hang_in_a_library])
async def test_what_hangs_is_killed(
    hasty: Workers[None], tmp_path: Path, hang: Callable[[Path, object], None]
) -> None:
    """Whatever it ignores; its process is gone, and the next work has another one."""
    with pytest.raises(UnusableArticle, match=TOO_LONG):
        await hasty.work(partial(hang, tmp_path / "note"))
    await gone(await noted(tmp_path / "note"))
    assert await hasty.work(partial(jobs.upper, "on")) == "ON"


async def test_what_is_beside_it_goes_on(hasty: Workers[None], tmp_path: Path) -> None:
    """While one of two processes hangs, the other does all the rest."""
    hanging = asyncio.create_task(hasty.work(partial(jobs.hang, tmp_path / "note")))
    await noted(tmp_path / "note")
    made = await asyncio.gather(
        *(hasty.work(partial(jobs.upper, f"file {number}")) for number in range(20))
    )
    assert made == [f"FILE {number}" for number in range(20)]
    assert not hanging.done()
    with pytest.raises(UnusableArticle, match=TOO_LONG):
        await hanging


@pytest.mark.parametrize("take", [jobs.grow, jobs.take_much_at_once])
async def test_what_takes_all_memory_is_killed(
    workers: Workers[None], take: Callable[[object], object]
) -> None:
    """By and by, or at once, before the machine has none left."""
    with pytest.raises(UnusableArticle, match=TOO_LARGE):
        await workers.work(take)
    assert await workers.work(jobs.take_what_is_left) == 16 << 20


async def test_the_start_of_a_worker_does_not_count() -> None:
    """A machine may take long to open all that is needed, once."""
    workers = Workers(jobs.slowly, limits=HASTY)
    assert await workers.work(jobs.opened) == "opened"
    workers.close()


async def test_time_in_which_nobody_looked_does_not_count() -> None:
    """A machine that slept, or a process that was stopped, kills no work when it wakes."""
    ended: list[None] = []
    loop = asyncio.get_running_loop()
    with Watch(0, Limits(seconds=5.0), lambda: ended.append(None)) as watch:
        watch._last = loop.time() - 3_600
        await asyncio.sleep(0.3)
        assert not ended
        watch._spent = 5.0
        await asyncio.sleep(0.3)
        assert len(ended) == 1
    assert watch.reason == "no brief after 5 s: given up (watch.max_seconds)"
