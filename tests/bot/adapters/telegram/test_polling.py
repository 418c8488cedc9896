"""Long polling: nothing is confirmed before it is kept, and trouble passes."""

import asyncio
import logging
from collections.abc import Sequence

import pytest

from bot.adapters.telegram.client import Telegram
from bot.errors import TokenRefused
from bot.model import Update
from tests.bot.adapters.telegram.conftest import ADA
from tests.botapi import BotApi, Effect


class Kept:
    """A store of updates that can refuse."""

    def __init__(self) -> None:
        self.updates: list[Update] = []
        self.refusals = 0

    async def __call__(self, updates: Sequence[Update]) -> None:
        """Keep updates, or fail as ordered."""
        if self.refusals:
            self.refusals -= 1
            raise OSError("disk full")
        self.updates += updates


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.telegram.polling._backoff", lambda _: 0.01)


async def _stop(task: asyncio.Task[None]) -> None:
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_updates_are_kept_then_confirmed(api: BotApi, telegram: Telegram) -> None:
    """What comes in several rounds is kept in order, and Telegram is told afterwards."""
    kept, room = Kept(), api.world.rooms[ADA]
    for text in ("/start", "/help"):
        api.say(room, text)
    polling = asyncio.create_task(telegram.poll(kept))
    await api.until(lambda: api.mailbox.confirmed == 100_002)
    api.say(room, "/latest")
    await api.until(lambda: api.mailbox.confirmed == 100_003)
    await _stop(polling)
    assert [update.id for update in kept.updates] == [100_001, 100_002, 100_003]
    assert '"text": "/latest"' in kept.updates[-1].payload
    assert api.requests["deletewebhook"] == 1


async def test_what_is_not_kept_is_not_confirmed(api: BotApi, telegram: Telegram) -> None:
    """A crash while updates are being kept leaves them with Telegram."""
    api.say(api.world.rooms[ADA], "/start")
    keeping = asyncio.Event()

    async def never(_: Sequence[Update]) -> None:
        keeping.set()
        await asyncio.Event().wait()

    polling = asyncio.create_task(telegram.poll(never))
    await asyncio.wait_for(keeping.wait(), 5)
    await _stop(polling)
    assert (api.mailbox.confirmed, len(api.mailbox.waiting)) == (0, 1)


@pytest.mark.usefixtures("_impatient")
async def test_a_store_that_fails_is_tried_again(api: BotApi, telegram: Telegram) -> None:
    """Updates that cannot be kept now are kept later, and confirmed only then."""
    kept = Kept()
    kept.refusals = 2
    api.say(api.world.rooms[ADA], "/start")
    polling = asyncio.create_task(telegram.poll(kept))
    await api.until(lambda: api.mailbox.confirmed == 100_001)
    await _stop(polling)
    assert [update.id for update in kept.updates] == [100_001]


@pytest.mark.usefixtures("_impatient")
@pytest.mark.parametrize(
    ("effect", "status"),
    [
        (Effect.STATUS, 500),
        (Effect.STATUS, 401),
        (Effect.STATUS, 403),
        (Effect.STATUS, 400),
        (Effect.BAD_GATEWAY, 502),
        (Effect.DROP_UNREAD, 0),
        (Effect.GARBAGE, 0),
    ],
)
async def test_trouble_passes(
    api: BotApi,
    telegram: Telegram,
    caplog: pytest.LogCaptureFixture,
    effect: Effect,
    status: int,
) -> None:
    """Whatever goes wrong, polling goes on; it is said once, and once that it is over."""
    caplog.set_level(logging.INFO, "bot.adapters.telegram.polling")
    api.fail(effect, method="getUpdates", status=status, description="Trouble", times=3)
    api.say(api.world.rooms[ADA], "/start")
    kept = Kept()
    polling = asyncio.create_task(telegram.poll(kept))
    await api.until(lambda: api.mailbox.confirmed == 100_001)
    await _stop(polling)
    assert len(kept.updates) == 1
    assert len(caplog.records) == 2


@pytest.mark.usefixtures("_impatient")
async def test_two_pollers_are_told_of_once(
    api: BotApi, telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    """However often another process cuts in, one line says what to do, and updates still come."""
    kept, room = Kept(), api.world.rooms[ADA]
    polling = asyncio.create_task(telegram.poll(kept))
    for _ in range(3):
        api.fail(Effect.STATUS, method="getUpdates", status=409, description="Conflict: other")
        api.say(room, "/start")
        await api.until(lambda: not api.faults.orders and not api.mailbox.waiting)
    await _stop(polling)
    assert len(kept.updates) == 3
    assert len(caplog.records) == 1
    assert "Stop the other one" in caplog.text


@pytest.mark.usefixtures("_impatient")
async def test_polling_waits_as_long_as_asked(api: BotApi, telegram: Telegram) -> None:
    """A 429 is waited out by its own number."""
    api.fail(Effect.STATUS, method="getUpdates", status=429, description="Wait", retry_after=0.2)
    polling = asyncio.create_task(telegram.poll(Kept()))
    begun = asyncio.get_running_loop().time()
    await api.until(lambda: api.requests["getupdates"] == 2)
    assert asyncio.get_running_loop().time() - begun > 0.19
    await _stop(polling)


@pytest.mark.usefixtures("_impatient")
async def test_a_refused_token_ends_it(api: BotApi, telegram: Telegram) -> None:
    """A token that is revoked while the bot runs ends polling, since getMe refuses it, too."""
    polling = asyncio.create_task(telegram.poll(Kept()))
    await api.until(lambda: api.requests["getupdates"] == 1)
    api.token = "1:revoked"  # noqa: S105 - no secret
    api.mailbox.hang_up()
    with pytest.raises(TokenRefused):
        await asyncio.wait_for(polling, 5)


@pytest.mark.usefixtures("_impatient")
async def test_it_goes_on_after_an_outage(api: BotApi, telegram: Telegram) -> None:
    """When Telegram goes away and comes back, what was said meanwhile arrives."""
    kept = Kept()
    polling = asyncio.create_task(telegram.poll(kept))
    await api.until(lambda: api.requests["getupdates"] == 1)
    await api.stop()
    api.say(api.world.rooms[ADA], "/start")
    await api.start()
    await api.until(lambda: api.mailbox.confirmed == 100_001)
    await _stop(polling)
    assert len(kept.updates) == 1


async def test_it_stops_at_once(api: BotApi, telegram: Telegram) -> None:
    """An open poll does not delay the stop."""
    polling = asyncio.create_task(telegram.poll(Kept()))
    await api.until(lambda: api.requests["getupdates"] == 1)
    begun = asyncio.get_running_loop().time()
    await _stop(polling)
    assert asyncio.get_running_loop().time() - begun < 1
