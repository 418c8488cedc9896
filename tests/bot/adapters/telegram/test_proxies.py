"""Proxies: by setting or by the usual variables, HTTP and SOCKS, and what of them is wrong."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest

from bot.adapters.telegram.client import Telegram
from bot.adapters.telegram.proxies import proxy_for
from bot.errors import AnswerLost, NotSent, ProxyUnusable
from bot.model import Address
from tests.bot.adapters.telegram.conftest import ADA
from tests.botapi import BotApi, Effect
from tests.socks import Socks

FAR = "http://telegram.invalid"


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name no proxy in the environment."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
async def socks(api: BotApi) -> AsyncIterator[Socks]:
    """Serve as a SOCKS proxy that leads to the simulator."""
    async with Socks(urlsplit(api.base_url).port or 0) as socks:
        yield socks


@pytest.mark.parametrize("scheme", ["socks5", "socks5h"])
async def test_a_socks_proxy_by_setting(api: BotApi, socks: Socks, scheme: str) -> None:
    """All goes through it, the server's name unresolved, and it is kept for the next request."""
    telegram = Telegram(api.token, base_url=FAR, proxy=f"{scheme}://{socks.host}")
    assert (await telegram.start()).username == "dateline_test_bot"
    for _ in range(3):
        await telegram.messenger.send(Address(ADA), "Fire")
    assert [message.text for message in api.sent] == ["Fire"] * 3
    assert socks.asked == [("telegram.invalid", 80)]
    await telegram.close()


async def test_a_setting_holds_for_a_server_of_this_machine(api: BotApi, socks: Socks) -> None:
    """What is set is meant, where the environment's proxies are passed by."""
    telegram = Telegram(api.token, base_url=api.base_url, proxy=socks.url)
    await telegram.start()
    assert [host for host, _ in socks.asked] == ["127.0.0.1"]
    await telegram.close()


@pytest.mark.parametrize("name", ["ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"])
@pytest.mark.parametrize("scheme", ["socks5", "socks5h", "socks"])
async def test_a_socks_proxy_by_variable(
    api: BotApi, socks: Socks, monkeypatch: pytest.MonkeyPatch, name: str, scheme: str
) -> None:
    """The usual variables do the same, in either case, also as some desktops write them."""
    monkeypatch.setenv(name, f"{scheme}://{socks.host}/")
    telegram = Telegram(api.token, base_url=FAR)
    await telegram.messenger.send(Address(ADA), "Fire")
    assert len(socks.asked) == len(api.sent) == 1
    await telegram.close()


async def test_a_socks_proxy_with_a_login(api: BotApi, caplog: pytest.LogCaptureFixture) -> None:
    """User and password are handed over; wrong ones are refused, and shown nowhere."""
    caplog.set_level("DEBUG")
    login = ("ada", "s3cr:t@/")
    async with Socks(urlsplit(api.base_url).port or 0, login=login) as socks:
        for password, fits in (("s3cr%3At%40%2F", True), ("wr0ngw0rd", False)):
            proxy = f"socks5://ada:{password}@{socks.host}"
            telegram = Telegram(api.token, base_url=FAR, proxy=proxy)
            if fits:
                await telegram.messenger.send(Address(ADA), "Fire")
            else:
                with pytest.raises(NotSent, match="Invalid username/password") as caught:
                    await telegram.messenger.send(Address(ADA), "Fire")
                assert password not in str(caught.value)
            await telegram.close()
    assert len(api.sent) == 1
    assert "s3cr" not in caplog.text
    assert "wr0ngw0rd" not in caplog.text


async def test_a_proxy_in_trouble(api: BotApi, socks: Socks) -> None:
    """What a proxy does not let through was not sent; what it loses behind it may have been."""
    async with Socks(0, refuses=True) as closed:
        telegram = Telegram(api.token, base_url=FAR, proxy=closed.url)
        with pytest.raises(NotSent, match="not allowed"):
            await telegram.messenger.send(Address(ADA), "Fire")
        await telegram.close()
    telegram = Telegram(api.token, base_url=FAR, proxy="socks5://127.0.0.1:9")
    with pytest.raises(NotSent):
        await telegram.messenger.send(Address(ADA), "Fire")
    await telegram.close()
    telegram = Telegram(api.token, base_url=FAR, proxy=socks.url)
    api.fail(Effect.DROP_ANSWER)
    with pytest.raises(AnswerLost):
        await telegram.messenger.send(Address(ADA), "Fire")
    assert len(api.sent) == 1
    await telegram.close()


@pytest.mark.parametrize(
    ("variables", "server", "expected"),
    [
        ({}, "https://api.telegram.org", None),
        ({"HTTPS_PROXY": "proxy:3128"}, "https://api.telegram.org", "http://proxy:3128"),
        ({"HTTP_PROXY": "proxy:3128"}, "https://api.telegram.org", None),
        ({"ALL_PROXY": "socks5h://p:1"}, "https://api.telegram.org", "socks5h://p:1"),
        ({"ALL_PROXY": "p:1", "https_proxy": "q:2"}, "https://api.telegram.org", "http://q:2"),
        ({"all_proxy": "p:1", "NO_PROXY": ".telegram.org"}, "https://api.telegram.org", None),
        ({"all_proxy": "p:1", "no_proxy": "*"}, "https://api.telegram.org", None),
        ({"all_proxy": "p:1", "no_proxy": "a.org"}, "https://api.telegram.org", "http://p:1"),
        ({"all_proxy": "p:1"}, "http://127.0.0.1:8081", None),
        ({"all_proxy": ""}, "https://api.telegram.org", None),
    ],
)
def test_which_proxy(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], server: str, expected: str | None
) -> None:
    """As curl and others take them: the scheme's own before that of all, but for exceptions."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(server) == expected


@pytest.mark.parametrize(
    "value",
    ["socks4://p:1", "ftp://ada:s3cret@p:1", "http://", "socks5://:s3cret@", "p:x", "http://p:0",
     "http://p:99999", "http://[::1", "http://p\n:1"],
)  # fmt: skip
def test_what_is_no_proxy(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """It is named, and no password in it."""
    monkeypatch.setenv("ALL_PROXY", value)
    with pytest.raises(ProxyUnusable, match="ALL_PROXY") as caught:
        Telegram("1:token", base_url=FAR)
    assert "s3cret" not in str(caught.value)
    monkeypatch.delenv("ALL_PROXY")
    with pytest.raises(ProxyUnusable, match=r"telegram\.proxy"):
        Telegram("1:token", base_url=FAR, proxy=value)
