"""What comes from the chats, and what is answered."""

from dataclasses import dataclass
from enum import StrEnum

from bot.model.chats import Address, Chat
from bot.model.deliveries import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sends a command; `is_admin` may be None until it is asked for."""

    id: int
    name: str = ""
    is_admin: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A command from a chat, free of how it came: `/summary_12@bot` is ("summary", ("12",)).

    `command` is None for words without a command.
    """

    chat: Chat
    address: Address
    sender: Sender
    command: str | None
    arguments: tuple[str, ...] = ()
    addressed: bool = False  # names this bot, as in /help@this_bot
    message_id: int | None = None


class Standing(StrEnum):
    """What the bot may do in a chat."""

    WELCOME = "welcome"
    MUTED = "muted"  # a member without the right to post
    OUT = "out"  # blocked, kicked, or the chat is gone


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingChange:
    """Telegram tells that the bot may do more or less in a chat; `reason` as it is shown."""

    chat: Chat
    standing: Standing
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMove:
    """Telegram tells that a chat has another id now."""

    old_chat_id: int
    new_chat_id: int


Event = Request | StandingChange | ChatMove
"""What an update from Telegram comes to, free of how Telegram puts it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a request: posts, sent in order; none is silence."""

    posts: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update from Telegram, as received; kept until its effect is committed."""

    id: int
    payload: str  # JSON
