"""What delivery asks of the store, beyond what everyone does.

A delivery is *claimed* by one process, *begun* (DUE -> SENDING, committed before the request
leaves), and ends SENT, EXPIRED or CANCELLED, or goes back to DUE for later. Each address has two
lines: its replies, and everything else; only the head of a line, its oldest unfinished delivery,
can be claimed, so that order holds and an address in trouble holds up only itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model import Address, Delivery, DeliveryState
from bot.ports import Transaction


@dataclass(frozen=True, slots=True)
class Watch:
    """The place of this process among those that deliver from one store, and how many they are."""

    place: int = 0
    size: int = 1


ALONE = Watch()
"""The watch of the only process."""


@dataclass(frozen=True, slots=True)
class Departure:
    """Messages that left to a group at about a moment."""

    chat_id: int
    at: datetime
    messages: int


class Queue(Protocol):
    """The outbox as delivery works it off."""

    async def watch(self) -> Watch:
        """Return which part of the chats is this process's to serve."""
        ...

    async def departures(self, since: datetime) -> Sequence[Departure]:
        """Return what left to groups since then, whoever sent it.

        What was about to leave when its process died counts as well.
        """
        ...

    async def claim(
        self,
        limit: int,
        *,
        now: datetime,
        console: bool | None = None,
        replies_only: bool = False,
        watch: Watch = ALONE,
    ) -> Sequence[Delivery]:
        """Claim heads of lines that are due, replies first, then the longest due.

        `console` True takes the terminal's chat alone, False all but it, None both. `watch`
        leaves the chats of other processes to them, while these keep up. A claimed delivery is
        not given again, here or in another process, until it is let go.
        """
        ...

    async def unclaim(self, delivery_ids: Iterable[int]) -> None:
        """Let go of claimed deliveries that were not begun."""
        ...

    async def begin(self, delivery_ids: Iterable[int], *, at: datetime) -> frozenset[int]:
        """Mark claimed deliveries SENDING and count an attempt each.

        Gives those that may be sent: one cancelled since it was claimed is left out. Commit
        before the request leaves.
        """
        ...

    async def progress(self, delivery_id: int, message_ids: tuple[int, ...]) -> None:
        """Keep the ids of all parts sent so far; commit before the next part leaves."""
        ...

    async def sent(self, message_ids: Mapping[int, tuple[int, ...]], *, at: datetime) -> None:
        """Mark deliveries SENT, by id, each with the ids of all its parts."""
        ...

    async def later(
        self, delivery_id: int, not_before: datetime, *, was_tried: bool = True
    ) -> None:
        """Put a delivery back to DUE, claimed by nobody; its line waits until then.

        `was_tried` False takes the attempt back that was counted when it began.
        """
        ...

    async def expire(self, delivery_ids: Iterable[int], reason: str) -> None:
        """End deliveries that will not be sent, with the reason."""
        ...

    async def cancel(self, delivery_ids: Iterable[int], reason: str) -> None:
        """End deliveries that nobody wants any more, with the reason."""
        ...

    async def hold(self, chat_id: int, until: datetime) -> None:
        """Let everything due to a chat, replies and all topics included, wait until then."""
        ...

    async def readjust(
        self, now: datetime, *, believed: tuple[datetime, datetime] | None = None
    ) -> int:
        """Let what is owed wait no longer, and count its age from now: the clock was set.

        With `believed`, that is done to what says that it came before or after these moments, and
        to nothing else. What sleeps sleeps on. Gives how many.
        """
        ...

    async def expire_older(self, created_before: datetime, reason: str) -> int:
        """Expire everything DUE, claimed by nobody, that is older; return how many."""
        ...

    async def recover(self) -> Sequence[Delivery]:
        """Let go of the claims of processes that are gone.

        Gives the deliveries that such a process was SENDING, now claimed by this one, with their
        answers lost: put each back with `later`, or `expire` it.
        """
        ...

    async def next_due(self, after: datetime, *, console: bool | None = None) -> datetime | None:
        """Return when something unclaimed becomes due next, later than `after`."""
        ...

    async def outstanding(self, *, before: datetime, console: bool | None = None) -> int:
        """Count what is SENDING, or DUE before then."""
        ...

    async def counts(self) -> Mapping[DeliveryState, int]:
        """Count all deliveries by their states."""
        ...

    async def posted(self, filing_id: int, address: Address) -> Delivery | None:
        """Return the SENT post of a filing at an address: what a correction edits."""
        ...


class QueueTransaction(Transaction, Protocol):
    """A unit of work that reaches the queue too."""

    @property
    def queue(self) -> Queue: ...  # noqa: D102 - the name says it


class QueueStore(Protocol):
    """The store as delivery sees it."""

    def transaction(self) -> AbstractAsyncContextManager[QueueTransaction]:
        """Begin a unit of work; leaving it commits, an exception undoes it."""
        ...
