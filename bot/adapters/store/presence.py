"""Which process claims a delivery, and which of the processes that do are gone."""

import secrets
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports import Leadership


def draw_number() -> int:
    """Draw a process's number: positive, of 31 bits."""
    return secrets.randbelow(2**31 - 1) + 1


class Presence(Leadership, Protocol):
    """A process among those that share the store: this one; it may lead them."""

    async def number(self) -> int:
        """Return the number by which this process claims."""
        ...

    async def gone(self, connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:
        """Return which of these processes are gone."""
        ...

    async def crew(self, connection: AsyncConnection) -> Sequence[int]:
        """Return the numbers of all processes that are there and deliver, this one's too."""
        ...

    async def close(self) -> None:
        """Leave."""
        ...
