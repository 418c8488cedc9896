"""The Bot API's methods, called by their names: parameters in, JSON out.

python-telegram-bot gives the connections, the encoding and the errors. Its classes for what
comes back are passed by: each demands every field that its version knows, so that a field more or
less on Telegram's side would turn a message that was sent into a failure.
"""

from typing import Any

from telegram import Bot
from telegram.request import HTTPXRequest

CONNECTING = 10  # seconds for a connection, for a place in the pool, and for writing


class Api(Bot):
    """A bot's connection to the Bot API."""

    def __init__(
        self, token: str, *, base_url: str, connections: int, patience: float, proxies: bool
    ) -> None:
        super().__init__(
            token,
            base_url=base_url,
            request=_requests(connections, patience, proxies=proxies),
            get_updates_request=_requests(1, patience, proxies=proxies),
        )

    async def call(
        self, method: str, *, patience: float | None = None, **parameters: object
    ) -> Any:  # noqa: ANN401 - each method has its own JSON
        """Call a method; None leaves a parameter out, `patience` is for its answer in seconds.

        Raises python-telegram-bot's errors.
        """
        if patience is None:
            return await self._post(method, parameters)
        return await self._post(method, parameters, read_timeout=patience)

    async def hang_up(self) -> None:
        """Close all connections."""
        for request in self._request:
            await request.shutdown()


def _requests(connections: int, patience: float, *, proxies: bool) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=CONNECTING,
        read_timeout=patience,
        write_timeout=CONNECTING,
        pool_timeout=CONNECTING,
        httpx_kwargs={"trust_env": proxies},
    )
