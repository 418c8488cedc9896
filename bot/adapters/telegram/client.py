"""The connection to Telegram, and what Dateline does over it."""

import logging
import os
from collections.abc import Iterable, Sequence
from typing import Any

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from bot.adapters.telegram import polling
from bot.adapters.telegram.api import Api
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.members import LookUps, TelegramMembers, TelegramPlaces
from bot.adapters.telegram.messenger import TelegramMessenger
from bot.adapters.telegram.translation import translated
from bot.adapters.telegram.updates import LONGEST_NAME, WANTED, translate
from bot.adapters.telegram.values import chat_number, words
from bot.errors import DatelineError
from bot.model import Event, Update

BASE_URL = "https://api.telegram.org"
POLL_SECONDS = 30  # how long Telegram may hold a poll open

log = logging.getLogger(__name__)


class Telegram:
    """One bot's connection; open connections are few and kept, as many as the pace needs.

    `per_second` is how many messages a second are to go out at most, `patience` how many seconds
    an answer may take. `proxy` is the address of one to go through; None leaves that to the usual
    environment variables, which name none for a Bot API server on this machine.
    """

    def __init__(
        self,
        token: str,
        *,
        base_url: str = BASE_URL,
        proxy: str | None = None,
        per_second: float = 30,
        patience: float = 20,
    ) -> None:
        # They write each request's address into the log, which holds the token, and passwords.
        for name in ("httpx", "httpcore", "telegram"):
            logging.getLogger(name).setLevel(logging.WARNING)
        os.environ.setdefault("PTB_TIMEDELTA", "true")  # else it warns at every 429
        self._api = Api(
            token,
            base_url=base_url,
            proxy=proxy,
            connections=max(16, min(512, round(per_second))),
            patience=patience,
        )
        self._identity: Identity | None = None
        self.messenger = TelegramMessenger(self._api)
        look_ups = LookUps(self._api)
        self.members = TelegramMembers(look_ups)
        self.places_to_post = TelegramPlaces(look_ups, lambda: self.identity)

    @property
    def identity(self) -> Identity:
        """Who the bot is; known once it has started."""
        if self._identity is None:
            raise RuntimeError("not started")
        return self._identity

    async def identify(self) -> Identity:
        """Ask Telegram once who this bot is.

        Raise TokenRefused, or another DatelineError where Telegram cannot be asked.
        """
        me = await self._api.call("getMe")
        with translated():
            self._identity = Identity(
                id=chat_number(me["id"]),
                username=words(me.get("username", ""), LONGEST_NAME),
                name=words(me.get("first_name", ""), LONGEST_NAME),
            )
        return self._identity

    async def start(self) -> Identity:
        """Wait until Telegram can be reached and knows the bot; raise TokenRefused."""
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(polling.TROUBLES),
            wait=polling.wait,
            before_sleep=_unreachable,
        )
        return await retrying(self.identify)

    async def offer(self, commands: Iterable[tuple[str, str]]) -> None:
        """Set the menu of commands: names without a slash, and what they do.

        A menu that cannot be set is logged, no more.
        """
        menu = [{"command": name, "description": does[:256]} for name, does in commands]
        try:
            await self._api.call("setMyCommands", commands=menu)
        except DatelineError as error:
            log.warning("the menu of commands was not set: %s", error)

    async def poll(self, keep: polling.Keep) -> None:
        """Receive updates until cancelled; each is kept before its receipt is confirmed.

        Raise TokenRefused when Telegram no longer knows the token.
        """
        await self._without_webhook()
        await polling.poll(self._fetch, keep)

    def translate(self, update: Update) -> Event | None:
        """Read an update that was kept."""
        return translate(update, self.identity)

    async def close(self) -> None:
        """Close all connections."""
        await self._api.hang_up()

    async def _without_webhook(self) -> None:
        """Take off a webhook that would bar polling; what waits is kept."""
        try:
            await self._api.call("deleteWebhook")
        except polling.TROUBLES as error:
            log.warning("whether a webhook is set cannot be told now: %s", error)

    async def _fetch(self, offset: int | None) -> Sequence[dict[str, Any]]:
        updates = await self._api.call(
            "getUpdates",
            offset=offset,
            timeout=POLL_SECONDS,
            allowed_updates=WANTED,
            patience=POLL_SECONDS + 10,
        )
        with translated():
            return polling.numbered(updates)


def _unreachable(state: RetryCallState) -> None:
    if state.attempt_number == 1:
        error = state.outcome.exception() if state.outcome else None
        log.warning("Telegram cannot be reached, trying again: %s", error)
