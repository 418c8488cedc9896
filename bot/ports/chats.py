"""The chats met, and who and what may be subscribed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import Address, Chat, PlaceRefusal, Subscription


class Chats(Protocol):
    """The chats met, and their subscriptions."""

    async def get(self, chat_id: int) -> Chat | None:
        """Return a chat by its id."""
        ...

    async def several(self, chat_ids: Iterable[int]) -> Mapping[int, Chat]:
        """Return the chats of these ids that have been met, by their ids."""
        ...

    async def meet(self, chat: Chat) -> None:
        """Keep a chat's kind, title, name and language; its time zone once set stays."""
        ...

    async def subscription(self, address: Address) -> Subscription | None:
        """Return the subscription of an address, in whatever state."""
        ...

    async def subscribe(self, address: Address, at: datetime) -> bool:
        """Make an address's subscription active; False when it was already."""
        ...

    async def end(self, address: Address, reason: str) -> bool:
        """End an address's subscription; False when there was none to end."""
        ...

    async def end_all(self, chat_id: int, reason: str) -> int:
        """End the subscriptions of a chat in all its topics, and cancel what they are owed."""
        ...

    async def pause(self, address: Address, reason: str) -> bool:
        """Stop serving an address until it subscribes again or the right to post returns."""
        ...

    async def resume(self, chat_id: int, at: datetime) -> int:
        """Make the paused subscriptions of a chat active again."""
        ...

    async def move(self, old_chat_id: int, new_chat_id: int) -> None:
        """Return a chat another id: its subscriptions, settings and deliveries go with it."""
        ...

    async def troubled(self) -> Sequence[Subscription]:
        """Return the paused subscriptions, and those that ended without being asked to."""
        ...


class Members(Protocol):
    """Knows who may command in a group."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Return whether a person administers a chat."""
        ...


class PlacesToPost(Protocol):
    """Knows channels and public groups by their names."""

    async def can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        """Return the chat of a name (`@name`, a link, an id) if its administrator asks.

        The bot must be allowed to post there. Raise a DeliveryError where that cannot be asked.
        """
        ...
