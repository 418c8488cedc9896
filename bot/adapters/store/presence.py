"""Which process claims a delivery, and which of the processes that do are gone."""

import secrets
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection


def draw_number() -> int:
    """Draw a process's number: positive, of 31 bits."""
    return secrets.randbelow(2**31 - 1) + 1


class Presence(Protocol):
    """A process among those that share the store: this one."""

    async def number(self) -> int:
        """Give the number by which this process claims."""
        ...

    async def gone(self, connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:
        """Tell which of these processes are gone."""
        ...

    async def close(self) -> None:
        """Leave."""
        ...


class SolePresence:
    """The only process that delivers from a SQLite file: whoever else claimed is gone."""

    def __init__(self) -> None:
        self._number = draw_number()

    async def number(self) -> int:
        """Give the number by which this process claims."""
        return self._number

    async def gone(self, connection: AsyncConnection, numbers: Sequence[int]) -> Sequence[int]:  # noqa: ARG002 - the Protocol's signature
        """Tell which of these processes are gone: all."""
        return numbers

    async def close(self) -> None:
        """Nothing to leave."""
