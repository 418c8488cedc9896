"""The clock is set while the bot runs, back and ahead: nothing stops, nothing is lost."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.bot.adapters.test_fingerprints import story
from tests.botapi import BotApi, Effect
from tests.end_to_end.conftest import Start
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running, in_telegram
from tests.machine import Machine

ADA, BEN = 17, 18
SOON = 20.0
"""Seconds within which what has to come at once has come, on a busy machine."""

BACK, AHEAD = -3 * 3600.0, 3650 * 86_400.0
EVERY, CRON = "every 1s", "* * * * *"


def memory(running: Running) -> int:
    """Return the most that a process has held in memory, in MB."""
    lines = Path(f"/proc/{running.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def before_the_minute(ahead: float) -> float:
    """Return a shift of about so many seconds that shows four seconds before a full minute."""
    seconds = (datetime.now(UTC).timestamp() + ahead) % 60
    return ahead + 56 - seconds


@pytest.mark.parametrize("schedule", [EVERY, CRON], ids=["every", "cron"])
@pytest.mark.parametrize("ahead", [BACK, AHEAD], ids=["back", "ahead"])
async def test_the_clock_is_set(
    api: BotApi, place: Place, start: Start, schedule: str, ahead: float
) -> None:
    """Scans, answers, and what was owed come at once; no memory is spent on what was passed over."""
    machine = Machine(folder=place.folder)
    machine.set_clock(0)
    settings = in_telegram(api, DATELINE_WATCH__SCHEDULE=schedule, **machine.environment)
    desk = replace(place, settings=settings)
    bot = start(desk, "run")
    ada, ben = api.private(ADA, "Ada"), api.private(BEN, "Ben")
    for room in (ada, ben):
        api.say(room, "/subscribe")
    await api.until(lambda: len(api.sent) == 2, PATIENCE)
    desk.drop("first.txt")
    api.fail(Effect.STATUS, chat_id=BEN, times=None, status=502)
    if schedule == CRON:
        machine.set_clock(before_the_minute(0))
    await api.until(lambda: len(api.sent_to(ada)) == 2, PATIENCE)
    await api.until(lambda: api.refused(502), PATIENCE)
    held = memory(bot)

    machine.set_clock(before_the_minute(ahead) if schedule == CRON else ahead)
    api.heal()
    desk.drop("second.txt", "\n\n".join(story(2)))
    begun = time.monotonic()
    api.say(ada, "/latest")
    await api.until(lambda: len(api.sent_to(ada)) >= 4 and len(api.sent_to(ben)) >= 3, PATIENCE)
    assert time.monotonic() - begun < SOON
    assert sum("The latest" in message.text for message in api.sent_to(ada)) == 1
    assert [message.text[:5] for message in api.sent_to(ben)[1:]] == ["Ferry", story(2)[0][:5]]
    assert memory(bot) - held < 50
    machine.set_clock(0)
    assert "the clock was set" in bot.said
    assert await bot.stop() == 0
    assert "Traceback" not in bot.said


@pytest.mark.parametrize("ahead", [BACK, AHEAD], ids=["back", "ahead"])
async def test_the_clock_is_set_while_the_bot_is_down(
    api: BotApi, place: Place, start: Start, ahead: float
) -> None:
    """What was owed when it stopped arrives after the start, neither late nor given up."""
    machine = Machine(folder=place.folder)
    machine.set_clock(0)
    desk = replace(place, settings=in_telegram(api, **machine.environment))
    bot = start(desk, "run")
    ada = api.private(ADA, "Ada")
    api.say(ada, "/subscribe")
    await api.until(lambda: api.sent, PATIENCE)
    api.fail(Effect.STATUS, chat_id=ADA, times=None, status=502)
    desk.drop("first.txt")
    await api.until(lambda: api.refused(502), PATIENCE)
    await bot.kill()
    machine.set_clock(ahead)
    api.heal()
    bot = start(desk, "run")
    begun = time.monotonic()
    await api.until(lambda: len(api.sent) == 2, PATIENCE)
    assert time.monotonic() - begun < SOON
    assert await bot.stop() == 0
