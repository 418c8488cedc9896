"""Who administers a chat, and where the bot may post."""

import re
import time
from collections.abc import Callable

from bot.adapters.telegram.api import Api
from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.translation import translated
from bot.adapters.telegram.updates import Json, read_chat, read_standing
from bot.errors import AnswerLost, ChatGone, MayNotPost, NotSent, PostRejected, ServerTrouble
from bot.model import Chat, PlaceRefusal, Standing

FRESH = 30.0  # seconds that an answer of Telegram's is taken for true
KEPT = 1000  # answers at most

_LINK = re.compile(r"(?:https?://)?(?:t|telegram)\.me/(?:s/)?", re.IGNORECASE)
_NAME = re.compile(r"@[A-Za-z]\w{3,31}", re.ASCII)


class TelegramMembers:
    """Asks Telegram for people's standing, and remembers it for a short while."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._known: dict[tuple[int, int], tuple[float, bool]] = {}

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Tell whether a person administers a chat.

        Raises a DeliveryError where Telegram cannot be asked.
        """
        known = self._known.get((chat_id, user_id))
        now = time.monotonic()
        if known is not None and now < known[0]:
            return known[1]
        member = await self.standing(chat_id, user_id)
        answer = member is not None and member.get("status") in ("creator", "administrator")
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[chat_id, user_id] = (now + FRESH, answer)
        return answer

    async def standing(self, chat_id: int, user_id: int) -> Json | None:
        """Give a person's standing; None where Telegram does not tell."""
        try:
            return await self._ask(chat_id, user_id)
        except (NotSent, AnswerLost, ServerTrouble):
            return await self._ask(chat_id, user_id)  # asking twice does no harm

    async def _ask(self, chat_id: int, user_id: int) -> Json | None:
        try:
            member = await self._api.call("getChatMember", chat_id=chat_id, user_id=user_id)
        except (ChatGone, MayNotPost, PostRejected):  # a 400 or 403 of any kind
            return None
        with translated():
            return dict(member)


class TelegramPlaces:
    """Finds a channel or public group by its name, for somebody who wants posts to go there."""

    def __init__(
        self, api: Api, members: TelegramMembers, identity: Callable[[], Identity]
    ) -> None:
        self._api = api
        self._members = members
        self._identity = identity

    async def can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        """Give the chat of a name when its administrator asks and the bot may post there.

        `name` is `@name`, a link to it, or an id. Raises a DeliveryError where Telegram cannot
        be asked.
        """
        chat = await self._find(name)
        if isinstance(chat, PlaceRefusal):
            return chat
        own = await self._members.standing(chat.id, self._identity().id)
        if own is None or read_standing(own, chat.kind)[0] is not Standing.WELCOME:
            return PlaceRefusal.MAY_NOT_POST
        if not await self._members.is_admin(chat.id, user_id):
            return PlaceRefusal.NOT_YOURS
        return chat

    async def _find(self, name: str) -> Chat | PlaceRefusal:
        chat_id = _chat_id(name)
        if chat_id is None:
            return PlaceRefusal.UNKNOWN
        try:
            found = await self._api.call("getChat", chat_id=chat_id)
        except (ChatGone, MayNotPost, PostRejected) as error:
            known = "not found" not in str(error).lower()
            return PlaceRefusal.MAY_NOT_POST if known else PlaceRefusal.UNKNOWN
        with translated():
            chat = read_chat(found)
        return chat if chat.kind.has_members else PlaceRefusal.UNKNOWN


def _chat_id(name: str) -> str | int | None:
    if re.fullmatch(r"-\d{5,15}", name):
        return int(name)
    name = _LINK.sub("@", name, count=1).rstrip("/")
    return name if _NAME.fullmatch(name) else None
