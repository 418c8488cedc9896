"""The clock runs evenly, and follows the machine's when told to."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bot.adapters.clock import SystemClock, steady, wall
from tests.makers import NOON

ZERO = timedelta()


@dataclass(slots=True)
class Machine:
    """A machine whose clock is set by hand."""

    shown: datetime = NOON
    passed: float = 0.0

    def pass_(self, seconds: float) -> None:
        """Let time pass."""
        self.passed += seconds
        self.shown += timedelta(seconds=seconds)

    def clock(self) -> SystemClock:
        """Return the clock of this machine."""
        return SystemClock(wall=lambda: self.shown, steady=lambda: self.passed)


@pytest.mark.parametrize("jump", [timedelta(hours=-3), timedelta(days=3650), timedelta(seconds=2)])
def test_it_runs_on_until_it_follows(jump: timedelta) -> None:
    """However the machine's clock is set, moments compare until it is followed, and then anew."""
    machine = Machine()
    clock = machine.clock()
    machine.pass_(60)
    machine.shown += jump
    machine.pass_(5)
    assert clock.now() == NOON + timedelta(seconds=65)
    assert clock.follow() == jump
    assert clock.now() == machine.shown
    machine.pass_(5)
    assert clock.now() == machine.shown
    assert clock.follow() == ZERO


def test_a_small_correction_is_no_jump_but_many_are() -> None:
    """Half a second is put right all the time; three in a row are followed."""
    machine = Machine()
    clock = machine.clock()
    machine.shown += timedelta(seconds=0.4)
    assert clock.follow() == ZERO
    machine.shown += timedelta(seconds=0.8)
    assert clock.follow() == timedelta(seconds=1.2)


def test_two_clocks_are_read_at_one_moment() -> None:
    """A process that is stopped between two looks takes that for no jump."""
    steady_times = iter((0.0, 0.0, 50.0, 90.0, 90.0, 90.0))
    shown = iter((NOON, NOON + timedelta(seconds=50), NOON + timedelta(seconds=90)))
    clock = SystemClock(wall=lambda: next(shown), steady=lambda: next(steady_times))
    assert clock.follow() == ZERO


async def test_it_is_told_that_the_clock_was_set() -> None:
    """Whoever waits for it goes on."""
    machine = Machine()
    clock = machine.clock()
    machine.shown -= timedelta(hours=3)
    async with asyncio.timeout(5):
        await clock.was_set()
    assert clock.follow() == timedelta(hours=-3)


async def test_the_machines_own_clocks() -> None:
    """Nothing sets them here."""
    clock = SystemClock()
    before = steady()
    await clock.sleep(0.01)
    assert steady() > before
    assert abs(clock.now() - wall()) < timedelta(seconds=1)
    assert clock.follow() == ZERO
