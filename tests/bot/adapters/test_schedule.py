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

    def next_run(self, after: datetime) -> datetime | None:
        """Give the first moment, or one in an hour."""
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
