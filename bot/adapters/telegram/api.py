"""The Bot API's methods, called by their names: parameters in, JSON out.

python-telegram-bot gives the encoding and the errors. Its classes for what comes back are passed
by: each demands every field that its version knows, so that a field more or less on Telegram's
side would turn a message that was sent into a failure.
"""

from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.adapters.telegram.translation import Purpose, translated
from bot.adapters.telegram.wire import Wire
from bot.errors import ServerTrouble, TokenRefused

_HERE = ("localhost", "127.0.0.1", "::1")


class Api(Bot):
    """A bot's connection to the Bot API; `base_url` with or without a slash at its end.

    A proxy that the environment names (HTTPS_PROXY, ALL_PROXY, NO_PROXY) is used, through httpx.
    """

    def __init__(self, token: str, *, base_url: str, connections: int, patience: float) -> None:
        super().__init__(
            token,
            base_url=base_url.rstrip("/") + "/bot",
            request=_requests(base_url, connections, patience),
            get_updates_request=_requests(base_url, 1, patience),
        )

    async def call(
        self,
        method: str,
        *,
        purpose: Purpose = Purpose.POST,
        patience: float | None = None,
        **parameters: object,
    ) -> Any:  # noqa: ANN401 - each method has its own JSON
        """Call a method; None leaves a parameter out, `patience` is for its answer in seconds.

        Raises the errors of `bot.errors`. Whether the token is good, only getMe decides.
        """
        try:
            with translated(purpose):
                if patience is None:
                    return await self._post(method, parameters)
                return await self._post(method, parameters, read_timeout=patience)
        except TokenRefused:
            if method == "getMe":
                raise
        await self.call("getMe")
        raise ServerTrouble("Telegram refused the token, but for this request alone")

    async def hang_up(self) -> None:
        """Close all connections."""
        for request in self._request:
            await request.shutdown()


def _requests(base_url: str, connections: int, patience: float) -> BaseRequest:
    if not _needs_proxy(base_url):
        return Wire(base_url, connections=connections, patience=patience)
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=10,
        read_timeout=patience,
        write_timeout=10,
        pool_timeout=10,
    )


def _needs_proxy(base_url: str) -> bool:
    address = urlsplit(base_url)
    host = address.hostname or ""
    if host in _HERE or proxy_bypass(host):
        return False
    proxies = getproxies()
    return address.scheme in proxies or "all" in proxies
