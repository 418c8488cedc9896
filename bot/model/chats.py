"""Chats, addresses in them, and their subscriptions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

CONSOLE_CHAT = 0
"""The id of the terminal's chat; Telegram never gives it out."""


class ChatKind(StrEnum):
    """What sort of chat it is, by Telegram's names, and the terminal."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"
    CONSOLE = "console"

    @property
    def has_members(self) -> bool:
        """Return whether several people read and command there."""
        return self in (ChatKind.GROUP, ChatKind.SUPERGROUP, ChatKind.CHANNEL)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a chat, and a forum topic of it or None."""

    chat_id: int
    thread_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat the bot has met."""

    id: int
    kind: ChatKind
    title: str = ""
    username: str | None = None  # without its @
    language: str | None = None  # ISO 639-1, as the person's Telegram tells it
    timezone: str = "UTC"  # an IANA name


class SubscriptionState(StrEnum):
    """Whether a subscription is served."""

    ACTIVE = "active"
    PAUSED = "paused"  # the bot may not post there for now; the reason says why
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """An address that gets every new brief, while it is active."""

    id: int
    address: Address
    state: SubscriptionState
    since: datetime
    reason: str | None = None  # why it is paused or ended


class PlaceRefusal(StrEnum):
    """Why posts cannot go to a channel or group that somebody names."""

    UNKNOWN = "unknown"  # no such name, or the bot cannot see it
    MAY_NOT_POST = "may not post"  # the bot is no member there, or lacks the right
    NOT_YOURS = "not yours"  # whoever asks does not administer it
