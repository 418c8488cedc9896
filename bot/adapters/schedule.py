"""Running jobs on their schedules: the only importer of APScheduler.

A run that is late is made up for once; one that falls due while the same job runs follows it.
APScheduler goes by the machine's clock, which can be set: each time before it looks what is due,
and every second, it is told what the clock's being set means for its jobs.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from apscheduler.events import EVENT_JOB_MAX_INSTANCES, JobSubmissionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.adapters.clock import SystemClock

Job = Callable[[], Awaitable[object]]

BEAT = 1.0
"""Seconds between two looks at the clock: it may be set, or go on while a sleeping machine's timers
stand still."""


class Timetable(Protocol):
    """Knows when runs are due (`config.schedules.Schedule`)."""

    @property
    def every(self) -> timedelta | None:
        """The time between two runs; None where runs go by what the clock shows."""
        ...

    def next_run(self, after: datetime) -> datetime | None:
        """Return the first moment after another, in UTC; None where there is none."""
        ...


def next_runs(timetable: Timetable, after: datetime, count: int) -> tuple[datetime, ...]:
    """Return the next moments of a timetable, at most so many."""
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
        """Return the moment after the last run, or after now where that has passed."""
        first = self._timetable.next_run(previous_fire_time or now)
        if first is None or first > now:
            return first
        return self._timetable.next_run(now)

    def after_jump(self, due: datetime, jump: timedelta, now: datetime) -> datetime | None:
        """Return when a run is due that was due at `due` before the clock was set by `jump`.

        An interval is as long as ever; what goes by the clock is found by its new time, and what
        was passed over is not made up for.
        """
        return due + jump if self._timetable.every is not None else self._timetable.next_run(now)


class _WatchfulScheduler(AsyncIOScheduler):  # type: ignore[misc] # APScheduler has no types
    """APScheduler's, looking at the clock before it looks at its jobs, and every second."""

    def __init__(self, clock: SystemClock, **options: object) -> None:
        super().__init__(**options)
        self._clock = clock

    def _process_jobs(self) -> float:
        if jump := self._clock.follow():
            for job in self.get_jobs():
                due = job.trigger.after_jump(job.next_run_time, jump, self._clock.now())
                job.modify(next_run_time=due)
        wait: float | None = super()._process_jobs()
        return BEAT if wait is None else min(wait, BEAT)


class Scheduler:
    """Runs jobs in the event loop, each one at a time; the first run comes by the timetable."""

    def __init__(self, clock: SystemClock | None = None) -> None:
        self._scheduler = _WatchfulScheduler(
            clock or SystemClock(),  # one of its own, which it follows by itself
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
