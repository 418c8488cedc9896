"""Which proxy leads to the Bot API, and a way through it.

A proxy is one of HTTP or SOCKS 5; httpx speaks to it. Both kinds look up the server's name
themselves, `socks5` as well as `socks5h`.
"""

import asyncio
from collections.abc import Mapping
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
from telegram.request import BaseRequest, RequestData

from bot.adapters.telegram.answers import LARGEST, CheckedRequest
from bot.adapters.telegram.wire import Unanswered, Unsent, certificates, form
from bot.errors import ProxyUnusable

SCHEMES = ("http", "https", "socks5", "socks5h")

_HERE = ("localhost", "127.0.0.1", "::1")


def proxy_for(base_url: str, named: str | None = None) -> str | None:
    """Return the proxy to a server: the one named, else the environment's; None for none.

    The environment's is that of HTTPS_PROXY (or HTTP_PROXY), else of ALL_PROXY, in either case of
    letters, unless NO_PROXY excepts the server, or it is on this machine. Raise ProxyUnusable,
    with where it stands, for what is no proxy's address.
    """
    if named is not None:
        return _checked(named, "telegram.proxy")
    address = urlsplit(base_url)
    host = address.hostname or ""
    if host in _HERE or proxy_bypass(host):
        return None
    proxies = getproxies()
    for name in (address.scheme, "all"):
        if name in proxies:
            return _checked(proxies[name], f"{name.upper()}_PROXY (in the environment)")
    return None


def _checked(text: str, where: str) -> str:
    """Return a proxy's address in full: by custom it may lack its scheme, or say `socks`."""
    scheme, mark, rest = text.strip().partition("://")
    scheme, rest = (scheme.lower(), rest) if mark else ("http", scheme)
    address = f"{'socks5' if scheme == 'socks' else scheme}://{rest}"
    try:
        parts = urlsplit(address)
        sound = parts.scheme in SCHEMES and parts.hostname and parts.port != 0
        httpx.Proxy(address)
    except (ValueError, httpx.InvalidURL):
        sound = False
    if not sound:  # without its words, which may hold a password
        raise ProxyUnusable(
            f"{where}: is not the address of a proxy: "
            + ", ".join(f"{each}://" for each in SCHEMES)
            + " and a host are"
        )
    return address


class Proxied(CheckedRequest):
    """A pool of connections through a proxy; times are in seconds, as of `wire.Wire`."""

    def __init__(
        self, proxy: str, *, connections: int, patience: float, connecting: float = 10
    ) -> None:
        self._patience = patience
        self._connecting = connecting
        self._client = httpx.AsyncClient(
            proxy=proxy,
            verify=certificates(),
            trust_env=False,  # what leads where is settled already
            limits=httpx.Limits(max_connections=connections),
        )

    @property
    def read_timeout(self) -> float:
        """How many seconds an answer may take unless something else is asked for."""
        return self._patience

    async def initialize(self) -> None:
        """Do nothing: connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Close the connections."""
        await self._client.aclose()

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
        patience = read_timeout if isinstance(read_timeout, int | float) else self._patience
        departure = _Departure()
        try:
            # Connecting has its own limits, for the pool, the proxy, and the server behind it.
            async with asyncio.timeout(patience + 3 * self._connecting):
                return await self._ask(
                    self._client.build_request(
                        method,
                        url,
                        content=form(request_data),
                        headers={
                            "User-Agent": self.USER_AGENT,
                            "Content-Type": "application/x-www-form-urlencoded",
                            "Accept-Encoding": "identity",  # what is packed small may be endless
                        },
                        timeout=httpx.Timeout(self._connecting, read=patience),
                        extensions={"trace": departure.watch},
                    )
                )
        except Unanswered:
            raise
        except httpx.ProxyError as error:
            raise Unsent(f"the proxy says: {error}") from error
        except Exception as error:  # a proxy's garbage makes httpx raise anything
            kind = Unanswered if departure.has_been else Unsent
            raise kind(f"by the proxy: {type(error).__name__}") from error

    async def _ask(self, request: httpx.Request) -> tuple[int, bytes]:
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            async for part in response.aiter_raw():
                body += part
                if len(body) > LARGEST:
                    raise Unanswered("the answer is too large")
        finally:
            await response.aclose()
        return response.status_code, bytes(body)


class _Departure:
    """Whether a request, or some of it, has left for the server."""

    def __init__(self) -> None:
        self.has_been = False

    async def watch(self, event: str, info: Mapping[str, object]) -> None:
        """Hear of a step; what asks a proxy for a tunnel is not for the server yet."""
        if event.endswith("send_request_headers.started"):
            self.has_been |= getattr(info.get("request"), "method", b"") != b"CONNECT"
