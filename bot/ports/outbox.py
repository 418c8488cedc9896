"""What is owed to the chats, and sending it."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from bot.model import Address, DeliveryKind, Post


class Outbox(Protocol):
    """What is owed to whom. What delivery needs beyond this it declares itself."""

    async def put(
        self,
        kind: DeliveryKind,
        address: Address,
        *,
        at: datetime,
        post: Post | None = None,
        filing_id: int | None = None,
        reply_to: int | None = None,
    ) -> int:
        """Owe one thing to an address, due at once; return the delivery's id."""
        ...

    async def hold_briefs(
        self, filing_ids: Collection[int], at: datetime, *, duplicate_of: int | None = None
    ) -> int:
        """Owe filings to every active subscription, held until the scan ends; return how many.

        Addresses that have, or are owed, the filing `duplicate_of` are left out.
        """
        ...

    async def put_corrections(self, filing_id: int, version: int, at: datetime) -> int:
        """Owe a correction to every active subscription that was sent the filing.

        One not yet sent an earlier correction gets this one instead. Gives how many.
        """
        ...

    async def release(self, *, backlog: int, newest: int, at: datetime) -> int:
        """Make everything held due.

        An address held more than `backlog` gets only the `newest` as posts, and before them one
        LIST in place of the rest: its `amount` is how many, its filing the newest of them.
        Gives how many deliveries became due.
        """
        ...

    async def cancel(self, address: Address, reason: str) -> int:
        """Cancel the briefs and lists still owed to an address (not replies); return how many."""
        ...


class Messenger(Protocol):
    """Sends messages; raise the errors that `bot.errors.DeliveryError` heads."""

    async def send(
        self, address: Address, html: str, *, silent: bool = False, reply_to: int | None = None
    ) -> int:
        """Send one part and return the message's id."""
        ...

    async def send_plain(self, address: Address, text: str, *, silent: bool = False) -> int:
        """Send words without any markup and return the message's id."""
        ...

    async def edit(self, address: Address, message_id: int, html: str) -> None:
        """Put new text into a message sent before; the same text is no error."""
        ...
