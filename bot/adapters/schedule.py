"""Running jobs on their schedules: the only importer of APScheduler.

A run that is late is made up for once; one that falls due while the same job runs follows it.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.events import EVENT_JOB_MAX_INSTANCES, JobSubmissionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

Job = Callable[[], Awaitable[object]]

HEARTBEAT = timedelta(seconds=60)
"""How often the clock is looked at: timers stand still while a machine sleeps, clocks do not."""


class Timetable(Protocol):
    """Knows when runs are due (`config.schedules.Schedule`)."""

    def next_run(self, after: datetime) -> datetime | None:
        """Give the first moment after another, in UTC; None where there is none."""
        ...


def next_runs(timetable: Timetable, after: datetime, count: int) -> tuple[datetime, ...]:
    """Give the next moments of a timetable, at most so many."""
    runs: list[datetime] = []
    while len(runs) < count and (run := timetable.next_run(runs[-1] if runs else after)):
        runs.append(run)
    return tuple(runs)


class Trigger(BaseTrigger):  # type: ignore[misc] # APScheduler has no types
    """Puts a timetable to APScheduler; all that is missed by `now` is one run."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable

    def get_next_fire_time(
        self, previous_fire_time: datetime | None, now: datetime
    ) -> datetime | None:
        """Give the moment after the last run, or after now where that has passed."""
        first = self._timetable.next_run(previous_fire_time or now)
        if first is None or first > now:
            return first
        return self._timetable.next_run(now)


class Scheduler:
    """Runs jobs in the event loop, each one at a time; the first run comes by the timetable."""

    def __init__(self) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_listener(self._fell_together, EVENT_JOB_MAX_INSTANCES)
        self._again: set[str] = set()
        self._running: set[asyncio.Task[object]] = set()
        self._stopping = False

    def add(self, timetable: Timetable, job: Job, *, name: str) -> None:
        """Have a job run by a timetable; `name` tells it from others."""
        self._scheduler.add_job(
            self._run, Trigger(timetable), args=(job, name), id=name, replace_existing=True
        )

    def start(self) -> None:
        """Begin; the event loop must be running."""
        self._scheduler.add_job(_beat, "interval", seconds=HEARTBEAT.total_seconds())
        self._scheduler.start()

    async def stop(self) -> None:
        """Begin no more runs, cancel those under way, and wait for their end."""
        self._stopping = True
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await asyncio.sleep(0)  # the shutdown is a callback in the loop
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _run(self, job: Job, name: str) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._running.add(task)
            task.add_done_callback(self._running.discard)
        try:
            await job()
            while name in self._again:
                self._again.discard(name)
                await job()
        except asyncio.CancelledError:
            if not self._stopping:  # APScheduler would log it as a fault
                raise

    def _fell_together(self, event: JobSubmissionEvent) -> None:
        self._again.add(event.job_id)


async def _beat() -> None:
    """Do nothing: that APScheduler wakes is all there is to it."""
