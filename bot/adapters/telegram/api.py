"""The Bot API's methods, called by their names: parameters in, JSON out.

python-telegram-bot gives the encoding and the errors. Its classes for what comes back are passed
by: each demands every field that its version knows, so that a field more or less on Telegram's
side would turn a message that was sent into a failure.
"""

from typing import Any

from telegram import Bot

from bot.adapters.telegram.answers import CheckedRequest
from bot.adapters.telegram.proxies import Proxied, proxy_for
from bot.adapters.telegram.translation import Purpose, translated
from bot.adapters.telegram.wire import Wire
from bot.errors import ServerTrouble, TokenRefused


class Api(Bot):
    """A bot's connection to the Bot API; `base_url` with or without a slash at its end.

    `proxy` is the address of one to go through; None leaves that to the environment (HTTPS_PROXY,
    ALL_PROXY, NO_PROXY). Raise ProxyUnusable for what is none.
    """

    def __init__(
        self,
        token: str,
        *,
        base_url: str,
        connections: int,
        patience: float,
        proxy: str | None = None,
    ) -> None:
        way = proxy_for(base_url, proxy)
        super().__init__(
            token,
            base_url=base_url.rstrip("/") + "/bot",
            request=_requests(base_url, way, connections=connections, patience=patience),
            get_updates_request=_requests(base_url, way, connections=1, patience=patience),
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

        Raise the errors of `bot.errors`. Whether the token is good, only getMe decides.
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


def _requests(
    base_url: str, proxy: str | None, *, connections: int, patience: float
) -> CheckedRequest:
    if proxy is None:
        return Wire(base_url, connections=connections, patience=patience)
    return Proxied(proxy, connections=connections, patience=patience)
