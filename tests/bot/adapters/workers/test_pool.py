"""The pool: work in processes, whatever becomes of them."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.workers import pool
from bot.adapters.workers.pool import Workers
from bot.errors import NoWorker, UnusableArticle
from tests.bot.adapters.workers import jobs
from tests.bot.adapters.workers.conftest import LIMITS
from tests.bot.adapters.workers.looking import gone, is_there, noted

HANGING = """
import asyncio
import sys
from functools import partial
from pathlib import Path
from bot.adapters.workers.pool import Workers
from tests.bot.adapters.workers import jobs

async def work():
    workers = Workers(jobs.nothing, processes=2)
    idle = await workers.work(jobs.process)
    hanging = [
        asyncio.create_task(workers.work(partial(hang, Path(sys.argv[1], hang.__name__))))
        for hang in (jobs.hang, jobs.hang_in_a_library)
    ]
    print(*idle, flush=True)
    await asyncio.gather(*hanging)

asyncio.run(work())
"""


async def test_work_is_done_by_processes_that_stay(workers: Workers[None]) -> None:
    """As few as are needed, none of them this one."""
    first, server = await workers.work(jobs.process)
    assert (await workers.work(jobs.process)) == (first, server)
    together = await asyncio.gather(*(workers.work(jobs.process) for _ in range(20)))
    assert first in {process for process, _ in together}
    assert len({process for process, _ in together}) == 2
    assert {of for _, of in together} == {server}
    assert os.getpid() not in {first, server}


@pytest.mark.parametrize("die", [partial(jobs.leave, 0), jobs.fault, jobs.recurse])
async def test_what_kills_its_process_twice_is_set_aside(
    workers: Workers[None], die: partial[None], caplog: pytest.LogCaptureFixture
) -> None:
    """And no other file is."""
    with pytest.raises(UnusableArticle, match=r"^the process that read it died, twice$"):
        await workers.work(die)
    assert len(caplog.records) == 2
    assert await workers.work(partial(jobs.upper, "on")) == "ON"


async def test_a_process_may_die_once(workers: Workers[None], tmp_path: Path) -> None:
    """It may have been bad luck, as when the system needs memory."""
    assert await workers.work(partial(jobs.leave_once, tmp_path / "flag")) == "made"


async def test_a_process_may_die_while_it_is_idle(workers: Workers[None]) -> None:
    """The next work does not suffer from it, nor from the server's death."""
    worker, server = await workers.work(jobs.process)
    os.kill(worker, signal.SIGKILL)
    await gone(worker)
    worker, same = await workers.work(jobs.process)
    assert same == server
    os.kill(server, signal.SIGKILL)
    await gone(server)
    assert await workers.work(partial(jobs.upper, "on")) == "ON"
    os.kill(worker, signal.SIGKILL)
    await gone(worker)
    assert await workers.work(partial(jobs.upper, "on")) == "ON"


async def test_what_is_raised_is_raised_here(workers: Workers[None]) -> None:
    """With a note of where it came from; what cannot be pickled, in words."""
    with pytest.raises(UnusableArticle) as unusable:
        await workers.work(partial(jobs.fail, UnusableArticle("empty")))
    assert str(unusable.value) == "empty"
    with pytest.raises(KeyError) as caught:
        await workers.work(partial(jobs.fail, KeyError("gone")))
    assert "in fail" in caught.value.__notes__[0]
    with pytest.raises(RuntimeError, match="Spoilt"):
        await workers.work(jobs.fail_spoilt)
    with pytest.raises(Exception, match="pickle"):
        await workers.work(jobs.unpicklable)
    assert await workers.work(partial(jobs.upper, "on")) == "ON"


async def test_a_worker_s_log_is_ours(
    workers: Workers[None], caplog: pytest.LogCaptureFixture
) -> None:
    """Its lines look like all others, and nothing is printed beside them."""
    await workers.work(jobs.warn)
    assert caplog.record_tuples == [("somewhere", logging.WARNING, "mind the gap")]


async def test_a_worker_has_no_secret(
    workers: Workers[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads strangers' files knows no token."""
    monkeypatch.setenv("DATELINE_TELEGRAM__TOKEN", "12:abcdef")
    monkeypatch.setenv("LC_TEST", "kept")
    found = await workers.work(jobs.environment)
    assert "abcdef" not in str(found)
    assert found["LC_TEST"] == "kept"


async def test_what_cannot_be_opened_is_said() -> None:
    """Nobody waits for a server that ends as it begins."""
    workers = Workers(jobs.wrongly, limits=LIMITS)
    with pytest.raises(NoWorker):
        await workers.work(jobs.process)
    workers.close()


async def test_no_process_is_left_after_the_end(workers: Workers[None], tmp_path: Path) -> None:
    """It comes within a second, however one of them hangs; the work that it did fails."""
    idle, server = await workers.work(jobs.process)
    hanging = asyncio.create_task(workers.work(partial(jobs.hang, tmp_path / "note")))
    busy = await noted(tmp_path / "note")
    began = time.monotonic()
    workers.close()
    assert time.monotonic() - began < 1.2
    assert not any(map(is_there, (idle, busy, server)))
    with pytest.raises(NoWorker):
        await hanging
    workers.close()


async def test_work_that_is_given_up_ends_its_process(
    workers: Workers[None], tmp_path: Path
) -> None:
    """Nobody waits for what it would make."""
    hanging = asyncio.create_task(workers.work(partial(jobs.hang, tmp_path / "note")))
    busy = await noted(tmp_path / "note")
    hanging.cancel()
    await gone(busy)
    assert await workers.work(partial(jobs.upper, "on")) == "ON"


async def test_who_has_nothing_to_do_ends(
    workers: Workers[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The workers first, the server later; both come back with the next work."""
    monkeypatch.setattr(pool, "IDLE", 0.2)
    monkeypatch.setattr(pool, "LONG_IDLE", 0.6)
    worker, server = await workers.work(jobs.process)
    await gone(worker)
    again, same = await workers.work(jobs.process)
    assert again != worker
    assert same == server
    await gone(again, server)
    assert await workers.work(partial(jobs.upper, "on")) == "ON"


async def test_all_end_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    """Even those that hang where no other thread of theirs gets a turn."""
    command = [sys.executable, "-c", HANGING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:  # noqa: ASYNC220, S603 - our own
        assert parent.stdout is not None
        idle = [int(number) for number in parent.stdout.readline().split()]
        busy = [await noted(tmp_path / name) for name in ("hang", "hang_in_a_library")]
        parent.kill()
        await gone(*idle, *busy)
