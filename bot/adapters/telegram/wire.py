"""HTTP/1.1 to one server over kept connections, for python-telegram-bot to speak through.

Its own way through httpx costs 1 to 4 ms of processor time a message, more with every open
connection; this way costs 0.2 ms, which lets a broadcast hold a thousand messages a second. And
it knows for certain whether a request left: Unsent when it did not, Unanswered when it may have.
"""

import asyncio
import ssl
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from urllib.parse import quote, urlencode, urlsplit

import h11
import httpx
from telegram.request import BaseRequest, RequestData

from bot.adapters.telegram.answers import LARGEST, CheckedRequest

IDLE = 15.0  # seconds that an unused connection is kept: servers close theirs without a word
READ = 65536


class Unsent(Exception):
    """Not a byte of the request left."""


class Unanswered(Exception):
    """The request left, or some of it, and no whole answer came."""


class _Connection:
    """One connection, on which one request after another is answered."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._http = h11.Connection(h11.CLIENT)
        self.idle_since = 0.0

    @property
    def is_usable(self) -> bool:
        """Whether the other side still listens, as far as can be told."""
        return not (self._reader.at_eof() or self._writer.is_closing())

    async def ask(self, request: h11.Request, form: bytes) -> tuple[int, bytes]:
        """Send a request and read its answer."""
        events = (request, h11.Data(data=form), h11.EndOfMessage())
        self._writer.write(b"".join(self._http.send(event) or b"" for event in events))
        await self._writer.drain()
        status, body = 0, bytearray()
        while True:
            event = self._http.next_event()
            if event is h11.NEED_DATA:
                self._http.receive_data(await self._reader.read(READ))
            elif isinstance(event, h11.Response):
                status = event.status_code
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > LARGEST:
                    raise Unanswered("the answer is too large")
            elif isinstance(event, h11.EndOfMessage):
                return status, bytes(body)
            elif not isinstance(event, h11.InformationalResponse):
                raise Unanswered("the connection closed")

    def renew(self) -> bool:
        """Make ready for the next request; False when the server keeps no connections."""
        if self._http.our_state is not h11.DONE or self._http.their_state is not h11.DONE:
            return False
        self._http.start_next_cycle()
        self.idle_since = time.monotonic()
        return True

    def close(self) -> None:
        self._writer.transport.abort()


class Wire(CheckedRequest):
    """A pool of connections to the server of `base_url`.

    Times are in seconds: `connecting` for a free place among `connections` and then for the
    connection, `patience` for an answer unless a request asks for another.
    """

    def __init__(
        self, base_url: str, *, connections: int, patience: float, connecting: float = 10
    ) -> None:
        address = urlsplit(base_url)
        self._host = address.hostname or ""
        self._port = address.port
        self._secure = address.scheme == "https"
        self._authority = address.netloc.rpartition("@")[2]
        self._connecting = connecting
        self._patience = patience
        self._places = asyncio.Semaphore(connections)
        self._idle: list[_Connection] = []

    @property
    def read_timeout(self) -> float:
        """How many seconds an answer may take unless something else is asked for."""
        return self._patience

    async def initialize(self) -> None:
        """Do nothing: connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Close the connections that wait."""
        while self._idle:
            self._idle.pop().close()

    async def do_request(  # noqa: PLR0917 - the interface is given
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the interface's
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - as above
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - as above
    ) -> tuple[int, bytes]:
        """Make one request; return the status and the body of the answer."""
        body = form(request_data)
        request = h11.Request(
            method=method,
            target=_target(url),
            headers=[
                ("Host", self._authority),
                ("User-Agent", self.USER_AGENT),
                ("Content-Type", "application/x-www-form-urlencoded"),
                ("Content-Length", str(len(body))),
            ],
        )
        patience = read_timeout if isinstance(read_timeout, int | float) else self._patience
        async with self._connection() as connection:
            try:
                async with asyncio.timeout(patience):
                    return await connection.ask(request, body)
            except TimeoutError as error:
                raise Unanswered(f"no answer in {patience:g} s") from error
            except (OSError, h11.ProtocolError) as error:
                raise Unanswered(type(error).__name__) from error

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[_Connection]:
        """Lend a connection; one that was left in the middle of something is closed."""
        try:
            async with asyncio.timeout(self._connecting):
                await self._places.acquire()
        except TimeoutError as error:
            raise Unsent("all connections are busy") from error
        connection: _Connection | None = None
        try:
            connection = await self._kept() or await self._connect()
            yield connection
            if connection.renew():
                self._idle.append(connection)
                connection = None  # not to be closed
        finally:
            self._places.release()
            if connection is not None:
                connection.close()

    async def _kept(self) -> _Connection | None:
        for _ in range(2):  # let the loop hear of connections closed in the meantime
            await asyncio.sleep(0)
        stale = time.monotonic() - IDLE
        while self._idle:
            connection = self._idle.pop()
            if connection.is_usable and connection.idle_since > stale:
                return connection
            connection.close()
        return None

    async def _connect(self) -> _Connection:
        try:
            async with asyncio.timeout(self._connecting):
                reader, writer = await asyncio.open_connection(
                    self._host,
                    self._port or (443 if self._secure else 80),
                    ssl=certificates() if self._secure else None,
                    happy_eyeballs_delay=0.25,
                )
        except (OSError, TimeoutError) as error:
            raise Unsent(type(error).__name__) from error
        return _Connection(reader, writer)


def _target(url: str) -> str:
    """Return what follows the server's name; a token may hold anything until it is refused."""
    return "/" + quote(url.partition("://")[2].partition("/")[2], safe="/:@!$&'()*+,;=~-._")


def form(data: RequestData | None) -> bytes:
    """Return the body of a request."""
    if data is None:
        return b""
    if data.contains_files:
        raise NotImplementedError("files are not sent this way")
    return urlencode(data.json_parameters, errors="replace").encode()


@cache
def certificates() -> ssl.SSLContext:
    """Trust whom httpx trusts: certifi's authorities, or those that SSL_CERT_FILE names."""
    return httpx.create_ssl_context()
