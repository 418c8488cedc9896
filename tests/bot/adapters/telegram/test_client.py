"""The connection: who the bot is, its menu, and what must never be shown."""

import asyncio
import logging

import pytest

from bot.adapters.telegram.client import Telegram
from bot.errors import NotSent, TokenRefused
from bot.model import Address
from tests.bot.adapters.telegram.conftest import ADA
from tests.botapi import TOKEN, BotApi, Effect


async def test_identity(telegram: Telegram) -> None:
    """The bot knows its name and id once it has asked."""
    assert (telegram.identity.id, telegram.identity.username) == (7123456789, "dateline_test_bot")
    assert telegram.identity.is_named("Dateline_Test_Bot")


@pytest.mark.parametrize("tail", ["", "/", "//"])
async def test_a_slash_at_the_end_of_the_address_is_tolerated(api: BotApi, tail: str) -> None:
    """`/bot` is appended to the address, however that ends."""
    telegram = Telegram(api.token, base_url=api.base_url + tail)
    assert (await telegram.start()).username == "dateline_test_bot"
    await telegram.close()


@pytest.mark.parametrize(
    "token", ["no-token", "1:wrong", "1:with space", "1:a?b#c/d", "1:\u00e9\n"]
)
async def test_a_bad_token_is_refused_without_showing_it(
    api: BotApi, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Only Telegram says whether a token is good; its words never hold it."""
    caplog.set_level(logging.DEBUG, "bot")
    telegram = Telegram(token, base_url=api.base_url)
    with pytest.raises(TokenRefused) as caught:
        await telegram.start()
    assert token not in str(caught.value) + caplog.text
    await telegram.close()


async def test_starting_waits_for_the_network(
    api: BotApi, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Offline, a bot waits and says so once; one look alone fails at once."""
    tried = asyncio.Event()

    def backoff(_: object) -> float:
        tried.set()
        return 0.01

    monkeypatch.setattr("bot.adapters.telegram.polling._backoff", backoff)
    telegram = Telegram(api.token, base_url=api.base_url)
    await api.stop()
    with pytest.raises(NotSent):
        await telegram.identify()
    starting = asyncio.create_task(telegram.start())
    await asyncio.wait_for(tried.wait(), 5)
    await api.start()
    assert (await starting).username == "dateline_test_bot"
    assert len(caplog.records) == 1
    await telegram.close()


async def test_the_menu(api: BotApi, telegram: Telegram, caplog: pytest.LogCaptureFixture) -> None:
    """The menu holds the commands; one that Telegram refuses is no reason to stop."""
    await telegram.offer([("latest", "the newest briefs"), ("help", "all commands")])
    assert [command["command"] for command in api.methods.commands["default:"]] == [
        "latest",
        "help",
    ]
    await telegram.offer([("No Way", "bad")])
    assert "menu" in caplog.text


async def test_the_token_is_in_no_log(
    api: BotApi, telegram: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither at work nor in trouble, at any level, does the token show."""
    caplog.set_level(logging.DEBUG)
    for effect in (Effect.GARBAGE, Effect.DROP_UNREAD, Effect.BAD_GATEWAY, Effect.SLOW):
        api.fail(effect, seconds=60)
        with pytest.raises(Exception, match=r".") as caught:
            await telegram.messenger.send(Address(ADA), "Fire")
        logging.getLogger("bot").error("trouble", exc_info=caught.value)
    await telegram.messenger.send(Address(ADA), "Fire")
    assert TOKEN not in caplog.text
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_connections_are_kept(api: BotApi, telegram: Telegram) -> None:
    """Messages one after another need no more than one connection."""
    for _ in range(10):
        await telegram.messenger.send(Address(ADA), "Fire")
    assert api.connections == 1
