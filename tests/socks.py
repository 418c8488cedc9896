"""A SOCKS 5 proxy on loopback for tests: it leads every request to one server.

async with Socks(port) as proxy:
    ...                                    # with proxy.url as the proxy
proxy.asked                                # [("api.telegram.org", 443), ...]
"""

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

_NO_PASSWORD, _PASSWORD, _NOTHING = 0, 2, 0xFF
_NAME, _DONE, _NOT_ALLOWED = 3, 0, 2


class Socks:
    """A proxy that leads to a port of this machine, whatever host it is asked for.

    `login` is a user and a password that it demands; `refuses` makes it let nobody through.
    """

    def __init__(
        self, port: int, *, login: tuple[str, str] | None = None, refuses: bool = False
    ) -> None:
        self.asked: list[tuple[str, int]] = []
        self._to = port
        self._login = login
        self._refuses = refuses
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        """Listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Listen no longer."""
        if self._server is not None:
            self._server.close()

    @property
    def host(self) -> str:
        """Where it listens, as `host:port`."""
        assert self._server is not None
        return f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    @property
    def url(self) -> str:
        """Its address, without a user and password."""
        return f"socks5://{self.host}"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            if await self._greeted(reader, writer):
                await self._lead(reader, writer)
        writer.close()

    async def _greeted(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        _, count = await reader.readexactly(2)
        offered = await reader.readexactly(count)
        wanted = _PASSWORD if self._login else _NO_PASSWORD
        writer.write(bytes((5, wanted if wanted in offered else _NOTHING)))
        if wanted not in offered:
            return False
        if not self._login:
            return True
        await reader.readexactly(1)
        given = [await reader.readexactly((await reader.readexactly(1))[0]) for _ in range(2)]
        sound = [text.decode() for text in given] == list(self._login)
        writer.write(bytes((1, 0 if sound else 1)))
        return sound

    async def _lead(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        *_, kind = await reader.readexactly(4)
        length = (await reader.readexactly(1))[0] if kind == _NAME else 4
        host = await reader.readexactly(length)
        port = int.from_bytes(await reader.readexactly(2))
        name = host.decode() if kind == _NAME else ".".join(map(str, host))
        self.asked.append((name, port))
        answer = _NOT_ALLOWED if self._refuses else _DONE
        writer.write(bytes((5, answer, 0, 1, 127, 0, 0, 1, 0, 0)))
        if self._refuses:
            return
        inward, outward = await asyncio.open_connection("127.0.0.1", self._to)
        await asyncio.wait(
            [
                asyncio.create_task(_pass_on(reader, outward)),
                asyncio.create_task(_pass_on(inward, writer)),
            ]
        )


async def _pass_on(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await source.read(65536):
            target.write(data)
    target.close()
