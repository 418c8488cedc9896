"""Jobs run by their timetables: late runs are made up for, none overlap, none is lost."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.events import EVENT_JOB_MAX_INSTANCES

from bot.adapters.schedule import Scheduler, Trigger, next_runs
from config.schedules import Schedule

NOON = datetime(2026, 1, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Late:
    """A timetable that was due long before, and then not for a long time."""

    first: datetime
    every: timedelta | None = None

    def next_run(self, after: datetime) -> datetime | None:
        """Return the first moment, or one in an hour."""
        return self.first if after < self.first else after + timedelta(hours=1)


def test_the_next_runs_are_told() -> None:
    """They are shown before anything runs."""
    schedule = Schedule.parse("0 6 * * *", "Asia/Baghdad")
    assert next_runs(schedule, NOON, 2) == (
        datetime(2026, 1, 21, 3, tzinfo=UTC),
        datetime(2026, 1, 22, 3, tzinfo=UTC),
    )
    assert next_runs(schedule, NOON, 0) == ()


def test_everything_missed_is_one_run() -> None:
    """After a night's sleep an interval goes on from now, and keeps its pace else."""
    trigger = Trigger(Schedule.parse("every 5m"))
    assert trigger.get_next_fire_time(None, NOON) == NOON + timedelta(minutes=5)
    just_now = NOON - timedelta(seconds=1)
    assert trigger.get_next_fire_time(just_now, NOON) == just_now + timedelta(minutes=5)
    yesterday = NOON - timedelta(days=1)
    assert trigger.get_next_fire_time(yesterday, NOON) == NOON + timedelta(minutes=5)


@pytest.mark.parametrize("hours", [-3, 87_600])
def test_an_interval_is_as_long_as_ever_when_the_clock_is_set(hours: int) -> None:
    """What was due in a minute is due in a minute, and what goes by the clock at its next time."""
    jump = timedelta(hours=hours)
    now = NOON + jump
    every, cron = Trigger(Schedule.parse("every 1h")), Trigger(Schedule.parse("30 6 * * *"))
    minute = timedelta(minutes=1)
    assert every.after_jump(NOON + minute, jump, now) == now + minute
    tomorrow = NOON.replace(day=21, hour=6, minute=30)
    due = cron.after_jump(tomorrow, jump, now)
    assert due is not None
    assert now < due < now + timedelta(days=1)


def set_clock(scheduler: Scheduler, by: timedelta) -> None:
    """Let the scheduler see that the clock was set, as its clock and its jobs show it then."""
    clock = scheduler._scheduler._clock
    clock._moment -= by
    for job in scheduler._scheduler.get_jobs():
        job.modify(next_run_time=job.next_run_time - by)


@pytest.mark.parametrize("by", [timedelta(hours=-3), timedelta(days=3650)])
async def test_runs_go_on_when_the_clock_is_set(by: timedelta) -> None:
    """Neither back nor ahead does it keep a run from coming in time, or bring more than one."""
    runs: asyncio.Queue[float] = asyncio.Queue()

    async def job() -> None:
        runs.put_nowait(asyncio.get_running_loop().time())

    scheduler = Scheduler()
    scheduler.add(Schedule.parse("every 1s"), job, name="scan")
    scheduler.start()
    async with asyncio.timeout(10):
        await runs.get()
        set_clock(scheduler, by)
        times = [await runs.get() for _ in range(2)]
    await scheduler.stop()
    assert times[1] - times[0] > 0.5
    assert runs.empty()


async def test_a_run_by_the_clock_is_computed_anew_when_it_is_set() -> None:
    """What was due at six yesterday's way is due at the next six; nothing missed is made up for."""
    ran = False

    async def job() -> None:
        nonlocal ran
        ran = True

    scheduler = Scheduler()
    timetable = Schedule.parse(f"{datetime.now(UTC).minute} 6 1 1 *")
    scheduler.add(timetable, job, name="scan")
    scheduler.start()
    due = scheduler._scheduler.get_job("scan").next_run_time
    set_clock(scheduler, timedelta(days=3650))
    assert scheduler._scheduler.get_job("scan").next_run_time < datetime.now(UTC)
    async with asyncio.timeout(10):
        while scheduler._scheduler.get_job("scan").next_run_time != due:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0)
    await scheduler.stop()
    assert not ran


async def test_a_late_run_is_not_dropped() -> None:
    """A job that was due an hour ago runs at once, one time."""
    ran = asyncio.Event()
    count = 0

    async def job() -> None:
        nonlocal count
        count += 1
        ran.set()

    scheduler = Scheduler()
    scheduler.add(Schedule.parse("every 1h"), job, name="scan")
    scheduler.start()
    due = datetime.now(UTC) - timedelta(hours=1, minutes=30)
    scheduler._scheduler.modify_job("scan", next_run_time=due)
    async with asyncio.timeout(5):
        await ran.wait()
    following = scheduler._scheduler.get_job("scan").next_run_time
    assert following > datetime.now(UTC)
    await scheduler.stop()
    assert count == 1


async def test_a_run_due_during_another_follows_it() -> None:
    """Two runs never overlap, and the second one is not lost."""
    begun: asyncio.Queue[int] = asyncio.Queue()
    go_on, fell_together = asyncio.Event(), asyncio.Event()
    at_once = most = 0

    async def job() -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        begun.put_nowait(at_once)
        await go_on.wait()
        at_once -= 1

    scheduler = Scheduler()
    scheduler.add(Schedule.parse("every 1h"), job, name="scan")
    scheduler.start()
    inner = scheduler._scheduler
    inner.add_listener(lambda _: fell_together.set(), EVENT_JOB_MAX_INSTANCES)
    async with asyncio.timeout(5):
        inner.modify_job("scan", next_run_time=datetime.now(UTC))
        await begun.get()
        inner.modify_job("scan", next_run_time=datetime.now(UTC))
        await fell_together.wait()
        assert begun.empty()
        go_on.set()
        await begun.get()
    await scheduler.stop()
    assert most == 1
    assert begun.empty()


async def test_a_job_that_fails_runs_again(caplog: pytest.LogCaptureFixture) -> None:
    """One bad scan does not end the watching."""
    runs: asyncio.Queue[None] = asyncio.Queue()

    async def job() -> None:
        runs.put_nowait(None)
        raise OSError("the disk is full")

    scheduler = Scheduler()
    scheduler.add(Schedule.parse("every 1h"), job, name="scan")
    scheduler.start()
    async with asyncio.timeout(5):
        for _ in range(2):
            scheduler._scheduler.modify_job("scan", next_run_time=datetime.now(UTC))
            await runs.get()
    await scheduler.stop()
    assert "the disk is full" in caplog.text


async def test_stopping_ends_what_runs(caplog: pytest.LogCaptureFixture) -> None:
    """When stop returns, no job is under way, and none begins; no fault is logged for that."""
    begun, ended = asyncio.Event(), asyncio.Event()

    async def job() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    scheduler = Scheduler()
    scheduler.add(Late(first=NOON), job, name="scan")
    scheduler.start()
    scheduler._scheduler.modify_job("scan", next_run_time=NOON)
    async with asyncio.timeout(5):
        await begun.wait()
        await scheduler.stop()
    assert ended.is_set()
    assert "exception" not in caplog.text


async def test_stopping_before_the_start_is_nothing() -> None:
    """A start that fails elsewhere still stops everything."""
    await Scheduler().stop()
