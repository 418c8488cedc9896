"""However it stands, the bot ends when it is asked to: within its grace, with its status."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bot.adapters.test_fingerprints import story
from tests.botapi import BotApi, Effect
from tests.end_to_end.conftest import Start
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running, in_telegram
from tests.machine import Machine

ADA = 17
GRACE = 2.0
SLACK = 4.0
"""Seconds that a busy machine may take for what takes none; a hanging thing hangs for ever."""

HUNG = 600.0


@pytest.fixture
def desk(place: Place, api: BotApi) -> Place:
    """Return a working folder whose Dateline has little time to end."""
    return replace(place, settings=in_telegram(api, DATELINE_DELIVERY__GRACE_SECONDS=f"{GRACE}"))


@contextmanager
def in_time(seconds: float = GRACE) -> Iterator[None]:
    """Check that something takes no longer than it may."""
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < seconds + SLACK


async def subscribed(api: BotApi) -> None:
    """Let a chat subscribe, and wait until the bot says so."""
    api.say(api.private(ADA, "Ada"), "/subscribe")
    await api.until(lambda: api.sent, PATIENCE)


def workers_of(running: Running) -> list[int]:
    """Return the numbers of the processes that do a process's work."""
    return [
        number
        for number in map(int, (path.name for path in Path("/proc").glob("[0-9]*")))
        if parent_of(number) == running.process.pid
        and b"resource_tracker" not in command_of(number)
    ]


def parent_of(number: int) -> int | None:
    """Return the parent of a process; None where it has ended."""
    try:
        state, parent, *_ = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if state == "Z" else int(parent)


def command_of(number: int) -> bytes:
    """Return the command line of a process, or nothing where it has ended."""
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return b""


def takes_signals(running: Running) -> bool:
    """Return whether SIGTERM does something in a process beside killing it."""
    status = Path(f"/proc/{running.process.pid}/status").read_text()
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught & 1 << signal.SIGTERM - 1)


async def until(condition: Callable[[], object]) -> None:
    """Wait until something is so in another process."""
    async with asyncio.timeout(PATIENCE):
        while not condition():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.05)


async def test_workers_that_hang_are_killed(api: BotApi, desk: Place, start: Start) -> None:
    """Processes that never come back, since what they open hangs, end with the bot."""
    machine = Machine(folder=desk.folder, hangs="places-")
    for number in range(30):
        desk.drop(f"{number}.txt", "\n\n".join(story(number)))
    bot = start(desk, "run", **machine.environment)
    await until(lambda: workers_of(bot))
    await asyncio.sleep(1)
    workers = workers_of(bot)
    with in_time():
        assert await bot.stop() == 0
    await until(lambda: not any(map(parent_of, workers)))
    assert "Traceback" not in bot.said


@pytest.mark.parametrize("method", ["sendMessage", "getChat"])
async def test_telegram_does_not_answer(
    api: BotApi, desk: Place, start: Start, method: str
) -> None:
    """A message under way gets the time of grace, a look-up none."""
    bot = start(desk, "run")
    await subscribed(api)
    fault = api.fail(Effect.SLOW, method=method, seconds=HUNG)
    api.say(api.world.rooms[ADA], "/subscribe @somewhere" if method == "getChat" else "/latest")
    await api.until(lambda: fault.met, PATIENCE)
    with in_time():
        assert await bot.stop() == 0
    assert "Traceback" not in bot.said


async def test_the_store_is_locked(api: BotApi, desk: Place, start: Start) -> None:
    """Nothing can be written down: what is under way is decided on by the next start."""
    bot = start(desk, "run")
    await subscribed(api)
    with closing(sqlite3.connect(desk.folder / "dateline.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        desk.drop("ferry.txt")
        api.say(api.world.rooms[ADA], "/latest")
        await asyncio.sleep(1.5)
        with in_time():
            assert await bot.stop() == 0
        other.execute("ROLLBACK")
    assert "ended by force" in bot.said
    again = start(desk, "run")
    await api.until(lambda: len(api.sent) >= 3, PATIENCE)
    assert await again.stop() == 0


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
async def test_the_store_is_locked_at_the_start(
    api: BotApi, desk: Place, start: Start, lock: str
) -> None:
    """It ends while it waits for the database to be opened or brought up to date."""
    with closing(sqlite3.connect(desk.folder / "dateline.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("CREATE TABLE another (number)")
        other.execute(lock)
        bot = start(desk, "run")
        await until(lambda: takes_signals(bot))
        await asyncio.sleep(1.5)  # nothing tells that it waits
        with in_time():
            assert await bot.stop() == 0


async def test_the_first_scan_of_a_large_folder(api: BotApi, desk: Place, start: Start) -> None:
    """It is broken off, and the next start goes on where it was."""
    for number in range(100):
        desk.drop(f"{number}.txt", "\n\n".join(story(number)))
    bot = start(desk, "run")
    await bot.says(": filed")
    with in_time():
        assert await bot.stop() == 0
    assert "Traceback" not in bot.said


@pytest.mark.parametrize("hangs", [False, True])
async def test_telegram_cannot_be_reached_at_the_start(
    api: BotApi, desk: Place, start: Start, *, hangs: bool
) -> None:
    """It ends while it still tries."""
    if hangs:
        fault = api.fail(Effect.SLOW, method="getMe", seconds=HUNG)
        bot = start(desk, "run")
        await api.until(lambda: fault.met, PATIENCE)
    else:
        await api.stop()
        bot = start(desk, "run")
        await bot.says("cannot be reached")
    with in_time():
        assert await bot.stop() == 0


async def test_a_mount_hangs(api: BotApi, desk: Place, start: Start) -> None:
    """The process that waits for it for ever is killed, and not waited for."""
    machine = Machine(folder=desk.folder, hangs="stale")
    desk.drop("stale.txt")
    bot = start(desk, "run", **machine.environment)
    await subscribed(api)
    with in_time():
        assert await bot.stop() == 0


async def test_a_second_interrupt_ends_it_at_once(api: BotApi, desk: Place, start: Start) -> None:
    """Who does not want to wait for the grace need not."""
    bot = start(desk, "run", DATELINE_DELIVERY__GRACE_SECONDS=f"{HUNG}")
    await subscribed(api)
    fault = api.fail(Effect.SLOW, seconds=HUNG)
    api.say(api.world.rooms[ADA], "/latest")
    await api.until(lambda: fault.met, PATIENCE)
    assert bot.process.pid
    os.kill(bot.process.pid, signal.SIGINT)
    await asyncio.sleep(0.5)
    assert bot.process.is_alive()
    with in_time(0):
        os.kill(bot.process.pid, signal.SIGINT)
        assert await bot.ended() == 0


async def test_a_scan_that_is_ended_says_so(api: BotApi, desk: Place, start: Start) -> None:
    """`dateline scan` has status 1 when it could not finish."""
    machine = Machine(folder=desk.folder, hangs="stale")
    desk.drop("stale.txt")
    scan = start(desk, "scan", **machine.environment)
    await api.until(lambda: api.requests["getme"], PATIENCE)
    with in_time():
        assert await scan.stop() == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_brief_that_is_broken_off(place: Place, number: signal.Signals) -> None:
    """`dateline brief` has the status that a shell expects."""
    file = place.drop("ferry.txt")
    process = place.start("brief", str(file), "-", DATELINE_DELIVERY__GRACE_SECONDS=f"{GRACE}")
    assert process.stdout
    assert process.stdout.readline().startswith("Ferry")  # and the standard input is being read
    process.send_signal(number)
    with in_time():
        assert process.wait(PATIENCE) == 128 + number
    _, errors = process.communicate()
    assert "Traceback" not in errors


def console(place: Place, stdin: str) -> "subprocess.Popen[bytes]":
    """Start the console with a file for what is typed."""
    with Path(stdin).open("rb") as typed:
        return subprocess.Popen(
            [sys.executable, "-m", "bot", "run"],
            stdin=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=place.folder,
            env=place.environment(DATELINE_DELIVERY__GRACE_SECONDS=f"{GRACE}"),
        )


def test_endless_input(place: Place) -> None:
    """A line without an end costs no memory, is said once, and SIGTERM ends the console."""
    process = console(place, "/dev/zero")
    assert process.stderr
    line = process.stderr.readline()
    while b"left out" not in line:
        line = process.stderr.readline()
    time.sleep(1)
    status = Path(f"/proc/{process.pid}/status").read_text()
    assert int(status.partition("VmHWM:")[2].split()[0]) < 500_000
    process.terminate()
    with in_time():
        assert process.wait(PATIENCE) == 0
    assert b"left out" not in process.stderr.read()


def test_nobody_reads_what_it_says(place: Place) -> None:
    """A pipe that is full holds the console up, but not its end."""
    typed = place.folder / "typed"
    typed.write_text("/help\n" * 3000)
    process = console(place, str(typed))
    assert process.stdout
    process.stdout.read(1)
    time.sleep(1)  # the pipe fills
    process.terminate()
    with in_time():
        assert process.wait(PATIENCE) == 0
