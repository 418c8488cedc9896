"""Everything that outlives the process, in units of work."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.model import Update
from bot.ports.chats import Chats
from bot.ports.files import Files
from bot.ports.filings import Filings
from bot.ports.outbox import Outbox


class Updates(Protocol):
    """Telegram's updates, kept from their receipt until their effect is committed."""

    async def receive(self, updates: Sequence[Update]) -> Sequence[Update]:
        """Keep updates, and return the new ones; one already known, handled or not, is not."""
        ...

    async def pending(self, limit: int, *, after: int = 0) -> Sequence[Update]:
        """Return updates not yet handled, by id, those after an id alone."""
        ...

    async def handled(self, update_id: int) -> None:
        """Mark an update as handled, in the transaction of its effect.

        Raise HandledAlready when it is: undo the effect, which another process has brought about.
        """
        ...

    async def dismiss(self, update_ids: Collection[int]) -> None:
        """Mark updates as handled of which nothing comes."""
        ...


class Transaction(Protocol):
    """One unit of work on the store: all of it is kept, or none."""

    @property
    def files(self) -> Files: ...  # noqa: D102 - the name says it, as with the four below
    @property
    def filings(self) -> Filings: ...  # noqa: D102
    @property
    def chats(self) -> Chats: ...  # noqa: D102
    @property
    def outbox(self) -> Outbox: ...  # noqa: D102
    @property
    def updates(self) -> Updates: ...  # noqa: D102


class Leadership(Protocol):
    """Who of the processes that share a store scans and polls Telegram: one at a time."""

    async def take(self) -> bool:
        """Lead, if nobody does; False when another process does (ask again in a second).

        Raise StoreUnusable, naming the other process, where the store can serve only one.
        """
        ...

    async def lost(self) -> None:
        """Wait until leading ends without being given up, as when the connection is lost."""
        ...

    async def give_up(self) -> None:
        """Lead no longer, so that another process may."""
        ...

    async def leader(self) -> str | None:
        """Return which process leads, as "process 123 on host", or None."""
        ...


class Store(Protocol):
    """Everything that outlives the process."""

    @property
    def leadership(self) -> Leadership: ...  # noqa: D102 - the name says it

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin a unit of work; leaving it commits, an exception undoes it."""
        ...

    async def check(self) -> tuple[str, ...]:
        """Look the database over for damage; return a line for each fault."""
        ...

    async def close(self) -> None:
        """Let go of the database, and of leading."""
        ...
