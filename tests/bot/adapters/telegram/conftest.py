"""A simulator, and a client that is connected to it."""

from collections.abc import AsyncIterator

import pytest

from bot.adapters.telegram.client import Telegram
from tests.botapi import BotApi

ADA, GROUP, FORUM, CHANNEL, TOPIC = 17, -40, -1_001_000, -1_002_000, 5


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Serve one chat of each kind; Ada administers all of them, Ben (18) is a member."""
    async with BotApi() as api:
        api.private(ADA, "Ada", language="en-GB")
        api.group(GROUP, "Desk", administrator=[ADA], member=[18])
        api.supergroup(FORUM, "Forum", topics=[(TOPIC, "Wire")], creator=[ADA])
        api.channel(CHANNEL, "The Wire", username="the_wire", administrator=[ADA])
        yield api


@pytest.fixture
async def proxied(api: BotApi, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Telegram]:
    """Return a client behind a proxy, which the simulator plays, too."""
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, api.base_url)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    telegram = Telegram(api.token, base_url="http://telegram.invalid", patience=0.3)
    yield telegram
    await telegram.close()


@pytest.fixture
async def telegram(api: BotApi) -> AsyncIterator[Telegram]:
    """Return a client that knows who it is, and does not wait long for answers."""
    telegram = Telegram(api.token, base_url=api.base_url, patience=0.3)
    await telegram.start()
    yield telegram
    await telegram.close()
