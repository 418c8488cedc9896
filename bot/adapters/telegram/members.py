"""Who administers a chat, and where the bot may post.

Nothing is remembered: whoever is an administrator no longer has the right no longer, at once.
"""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

from bot.adapters.telegram.api import Api
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.translation import translated
from bot.adapters.telegram.updates import read_chat, read_standing
from bot.adapters.telegram.values import Json
from bot.errors import AnswerLost, ChatGone, MayNotPost, NotSent, PostRejected, ServerTrouble
from bot.model import Chat, PlaceRefusal, Standing

PATIENCE = 5.0
"""Seconds that one look-up may take, waiting for its turn and being asked again included."""

AT_ONCE = 8
"""Look-ups at once: those that hang must leave connections for what is to be sent."""

_LINK = re.compile(r"(?:https?://)?(?:t|telegram)\.me/(?:s/)?", re.IGNORECASE)
_NAME = re.compile(r"@[A-Za-z]\w{3,31}", re.ASCII)


class LookUps:
    """Questions to Telegram that somebody waits for: few at once, none for long."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._turns = asyncio.Semaphore(AT_ONCE)

    @asynccontextmanager
    async def one(self) -> AsyncGenerator[None]:
        """Make one look-up, of however many questions; raise AnswerLost when it takes long."""
        try:
            async with asyncio.timeout(PATIENCE), self._turns:
                yield
        except TimeoutError:
            raise AnswerLost(f"Telegram did not answer within {PATIENCE:g} s") from None

    async def standing(self, chat_id: int, user_id: int) -> Json | None:
        """Return a person's standing; None where Telegram does not tell."""
        try:
            return await self._ask(chat_id, user_id)
        except (NotSent, AnswerLost, ServerTrouble):
            return await self._ask(chat_id, user_id)  # asking twice does no harm

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Return whether a person administers a chat."""
        member = await self.standing(chat_id, user_id)
        return member is not None and member.get("status") in ("creator", "administrator")

    async def chat(self, name: str | int) -> Chat:
        """Return the chat of a name; raise ChatGone, MayNotPost or PostRejected for none."""
        found = await self._api.call("getChat", chat_id=name)
        with translated():
            return read_chat(found)

    async def _ask(self, chat_id: int, user_id: int) -> Json | None:
        try:
            member = await self._api.call("getChatMember", chat_id=chat_id, user_id=user_id)
        except (ChatGone, MayNotPost, PostRejected):  # a 400 or 403 of any kind
            return None
        with translated():
            return dict(member)


class TelegramMembers:
    """Asks Telegram for people's standing."""

    def __init__(self, look_ups: LookUps) -> None:
        self._look_ups = look_ups

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Return whether a person administers a chat, now.

        Raise a DeliveryError where Telegram cannot be asked.
        """
        async with self._look_ups.one():
            return await self._look_ups.is_admin(chat_id, user_id)


class TelegramPlaces:
    """Finds a channel or public group by its name, for somebody who wants posts to go there."""

    def __init__(self, look_ups: LookUps, identity: Callable[[], Identity]) -> None:
        self._look_ups = look_ups
        self._identity = identity

    async def can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        """Return the chat of a name when its administrator asks and the bot may post there.

        `name` is `@name`, a link to it, or an id. Raise a DeliveryError where Telegram cannot
        be asked.
        """
        async with self._look_ups.one():
            return await self._can_post(name, user_id)

    async def _can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        chat = await self._find(name)
        if isinstance(chat, PlaceRefusal):
            return chat
        own = await self._look_ups.standing(chat.id, self._identity().id)
        with translated():
            if own is None or read_standing(own, chat.kind)[0] is not Standing.WELCOME:
                return PlaceRefusal.MAY_NOT_POST
        if not await self._look_ups.is_admin(chat.id, user_id):
            return PlaceRefusal.NOT_YOURS
        return chat

    async def _find(self, name: str) -> Chat | PlaceRefusal:
        chat_id = _chat_id(name)
        if chat_id is None:
            return PlaceRefusal.UNKNOWN
        try:
            chat = await self._look_ups.chat(chat_id)
        except (ChatGone, MayNotPost, PostRejected) as error:
            known = "not found" not in str(error).lower()
            return PlaceRefusal.MAY_NOT_POST if known else PlaceRefusal.UNKNOWN
        return chat if chat.kind.has_members else PlaceRefusal.UNKNOWN


def _chat_id(name: str) -> str | int | None:
    if re.fullmatch(r"-\d{5,15}", name):
        return int(name)
    name = _LINK.sub("@", name, count=1).rstrip("/")
    return name if _NAME.fullmatch(name) else None
