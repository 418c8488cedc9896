"""The way to the server: what is known of a request that fails, and odd but lawful answers."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.adapters.telegram.api import Api
from bot.adapters.telegram.client import Telegram
from bot.adapters.telegram.wire import Unanswered, Unsent, Wire
from bot.model import Address
from tests.bot.adapters.telegram.conftest import ADA
from tests.botapi import CERTIFICATE, TOKEN, BotApi

JSON = b'{"ok": true, "result": 1}'


class Script:
    """A server that gives each request the next of its answers; None closes without one."""

    def __init__(self, *answers: bytes | None) -> None:
        self.answers = list(answers)
        self.requests: list[bytes] = []
        self.connections = 0
        self.ends = asyncio.Event()

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve a connection."""
        self.connections += 1
        try:
            while self.answers:
                self.requests.append(await reader.readuntil(b"\r\n\r\n"))
                answer = self.answers.pop(0)
                if answer is None:
                    break
                writer.write(answer)
                if b"connection: close" in answer.lower() or b"HTTP/1.0" in answer:
                    break
            else:
                await reader.read()
        except asyncio.IncompleteReadError:
            pass
        self.ends.set()
        writer.close()


Serve = Callable[[Script], "asyncio.Future[Wire]"]


@pytest.fixture
async def servers() -> AsyncIterator[list[asyncio.Server]]:
    """Close at the end what a test has opened."""
    servers: list[asyncio.Server] = []
    yield servers
    for server in servers:
        server.close()


async def _wire(
    servers: list[asyncio.Server], script: Script, *, connections: int = 2, connecting: float = 5
) -> tuple[Wire, str]:
    server = await asyncio.start_server(script, "127.0.0.1", 0)
    servers.append(server)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    return Wire(url, connections=connections, patience=0.3, connecting=connecting), f"{url}/getMe"


def _plain(body: bytes = JSON, head: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\n%sContent-Length: %d\r\n\r\n%s" % (head, len(body), body)


@pytest.mark.parametrize(
    "answer",
    [
        _plain(),
        _plain(head=b"Connection: close\r\n"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n" + JSON[:5]
        + b"\r\n%x\r\n" % len(JSON[5:]) + JSON[5:] + b"\r\n0\r\n\r\n",
        b"HTTP/1.0 200 OK\r\n\r\n" + JSON,
        b"HTTP/1.1 100 Continue\r\n\r\n" + _plain(),
    ],
)  # fmt: skip
async def test_lawful_answers(servers: list[asyncio.Server], answer: bytes) -> None:
    """Bodies by length, in chunks, or to the end of the connection are all read."""
    script = Script(answer, _plain())
    wire, url = await _wire(servers, script)
    assert await wire.do_request(url, "POST") == (200, JSON)
    assert await wire.do_request(url, "POST") == (200, JSON)
    await wire.shutdown()


async def test_a_large_answer_is_read_whole(servers: list[asyncio.Server]) -> None:
    """A hundred long updates fit."""
    body = b'{"ok": true, "result": "%s"}' % (b"x" * 3_000_000)
    wire, url = await _wire(servers, Script(_plain(body)))
    assert await wire.do_request(url, "POST", read_timeout=20) == (200, body)
    await wire.shutdown()


@pytest.mark.parametrize(
    "answer",
    [None, b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nConnection: close\r\n\r\n" + JSON,
     b"SMTP ready\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\n", b""],
)  # fmt: skip
async def test_unlawful_answers(servers: list[asyncio.Server], answer: bytes | None) -> None:
    """Whatever is no whole answer leaves open whether the request was taken."""
    wire, url = await _wire(servers, Script(answer))
    with pytest.raises(Unanswered):
        await wire.do_request(url, "POST")
    await wire.shutdown()


async def test_connections_are_kept_but_not_for_ever(
    servers: list[asyncio.Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One connection serves many requests; after a while unused a new one is made."""
    script = Script(_plain(), _plain(), _plain())
    wire, url = await _wire(servers, script)
    await wire.do_request(url, "POST")
    await wire.do_request(url, "POST")
    assert script.connections == 1
    monkeypatch.setattr("bot.adapters.telegram.wire.IDLE", -1.0)
    await wire.do_request(url, "POST")
    assert script.connections == 2
    await wire.shutdown()


async def test_a_busy_pool_sends_nothing(servers: list[asyncio.Server]) -> None:
    """Who finds no free connection in time has not sent."""
    script = Script(b"", _plain())
    wire, url = await _wire(servers, script, connections=1, connecting=0.05)
    slow = asyncio.create_task(wire.do_request(url, "POST", read_timeout=30))
    while not script.requests:  # noqa: ASYNC110 - the server runs in this loop
        await asyncio.sleep(0)
    with pytest.raises(Unsent, match="busy"):
        await wire.do_request(url, "POST")
    assert len(script.requests) == 1
    slow.cancel()
    with pytest.raises(asyncio.CancelledError):
        await slow
    await asyncio.wait_for(script.ends.wait(), 5)  # a cancelled request's connection is closed
    assert await wire.do_request(url, "POST") == (200, JSON)
    await wire.shutdown()


async def test_no_server_means_unsent() -> None:
    """Where nobody listens, nothing was sent."""
    url = "http://127.0.0.1:9"
    with pytest.raises(Unsent):
        await Wire(url, connections=1, patience=1).do_request(f"{url}/getMe", "POST")


async def test_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server whose certificate is trusted is spoken with; any other gets no request."""
    monkeypatch.setattr("bot.adapters.telegram.wire.certificates", _uncached())
    async with BotApi(tls=True) as api:
        api.private(ADA)
        stranger = Wire(api.base_url, connections=1, patience=5)
        with pytest.raises(Unsent, match="CertVerification"):
            await stranger.do_request(f"{api.base_url}/bot{TOKEN}/getMe", "POST")
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        telegram = Telegram(api.token, base_url=api.base_url)
        await telegram.messenger.send(Address(ADA), "Fire")
        assert api.sent[0].text == "Fire"
        await telegram.close()


def _uncached() -> Callable[[], object]:
    from bot.adapters.telegram.wire import certificates  # noqa: PLC0415 - before it is replaced

    return certificates.__wrapped__


async def test_a_proxy_is_used_where_one_is_named(
    api: BotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment's proxy is asked for Telegram, but not for what it excepts."""
    monkeypatch.setenv("HTTP_PROXY", api.base_url)
    monkeypatch.setenv("http_proxy", api.base_url)
    telegram = Telegram(api.token, base_url="http://telegram.invalid")
    await telegram.messenger.send(Address(ADA), "Fire")
    assert api.sent[0].text == "Fire"
    await telegram.close()
    monkeypatch.setenv("no_proxy", "telegram.invalid")
    direct = Api(api.token, base_url="http://telegram.invalid", connections=1, patience=1)
    assert isinstance(direct.request, Wire)
