"""What Dateline asks of the world, as Protocols; `bot.adapters` holds those that answer.

All times are aware datetimes in UTC.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import Protocol

from bot.model import (
    Address,
    Chat,
    DeliveryKind,
    FileRecord,
    Filing,
    FilingLine,
    Fingerprint,
    Listing,
    PlaceRefusal,
    Post,
    Subscription,
    Update,
)
from summarizer.model import Article, Brief


class Clock(Protocol):
    """Tells the time and waits."""

    def now(self) -> datetime:
        """Give the present moment, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait so long."""
        ...


class Inbox(Protocol):
    """The watched folders: blocking calls, made from a thread."""

    def look(self, folder: str, now: datetime) -> Listing:
        """List the files of a folder that may be articles, oldest first, then by name."""
        ...

    def load(self, candidate_path: str) -> bytes:
        """Read a file whole.

        Raises UnusableArticle when it cannot be read or changed while it was.
        """
        ...


class Files(Protocol):
    """What became of each file."""

    async def known(self, folder: str) -> Mapping[str, FileRecord]:
        """Give the records of the files below a folder, by path."""
        ...

    async def remember(self, record: FileRecord) -> None:
        """Write down what became of a file, in place of what was known of it."""
        ...

    async def set_aside(self) -> Sequence[FileRecord]:
        """Give the files set aside, by path."""
        ...


class Filings(Protocol):
    """The articles filed, with their briefs."""

    async def file(
        self,
        brief: Brief,
        *,
        path: str,
        digest: str,
        at: datetime,
        copy_of: int | None = None,
        fingerprint: bytes | None = None,
    ) -> Filing:
        """Give a brief the next number and keep it."""
        ...

    async def revise(self, filing: Filing, *, fingerprint: bytes | None = None) -> None:
        """Keep a correction: the filing with its new brief, digest, version and change."""
        ...

    async def get(self, filing_id: int) -> Filing | None:
        """Give a filing by its number."""
        ...

    async def with_digest(self, digest: str) -> int | None:
        """Tell which filing has this text, in its present or an earlier version."""
        ...

    async def latest(self, count: int, *, up_to: int | None = None) -> Sequence[FilingLine]:
        """Give the newest filings, newest first; `up_to` leaves out those with higher numbers."""
        ...

    async def with_prefix(self, prefix: str, limit: int) -> Sequence[FilingLine]:
        """Give filings whose file's stem or digest begins so, letter case aside, newest first."""
        ...

    async def copies(self, filing_id: int) -> Sequence[FilingLine]:
        """Give the filings that nearly repeat this one, newest first."""
        ...

    async def fingerprints_since(self, when: datetime) -> Sequence[Fingerprint]:
        """Give the fingerprints of what was filed since then, oldest first."""
        ...


class Chats(Protocol):
    """The chats met, and their subscriptions."""

    async def get(self, chat_id: int) -> Chat | None:
        """Give a chat by its id."""
        ...

    async def several(self, chat_ids: Iterable[int]) -> Mapping[int, Chat]:
        """Give the chats of these ids that have been met, by their ids."""
        ...

    async def meet(self, chat: Chat) -> None:
        """Keep a chat's kind, title, name and language; its time zone once set stays."""
        ...

    async def subscription(self, address: Address) -> Subscription | None:
        """Give the subscription of an address, in whatever state."""
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
        """Give a chat another id: its subscriptions, settings and deliveries go with it."""
        ...

    async def troubled(self) -> Sequence[Subscription]:
        """Give the paused subscriptions, and those that ended without being asked to."""
        ...


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
        """Owe one thing to an address, due at once; gives the delivery's id."""
        ...

    async def hold_brief(self, filing_id: int, at: datetime, *, copy_of: int | None = None) -> int:
        """Owe a filing to every active subscription, held until the scan ends; gives how many.

        Addresses that have, or are owed, the filing `copy_of` are left out.
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
        """Cancel the briefs and lists still owed to an address (not replies); gives how many."""
        ...


class Updates(Protocol):
    """Telegram's updates, kept from their receipt until their effect is committed."""

    async def receive(self, updates: Sequence[Update]) -> None:
        """Keep updates; one already known, handled or not, is passed over."""
        ...

    async def pending(self, limit: int) -> Sequence[Update]:
        """Give updates not yet handled, by id."""
        ...

    async def handled(self, update_id: int) -> None:
        """Mark an update as handled, in the transaction of its effect."""
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

        Raises StoreUnusable, naming the other process, where the store can serve only one.
        """
        ...

    async def lost(self) -> None:
        """Wait until leading ends without being given up, as when the connection is lost."""
        ...

    async def give_up(self) -> None:
        """Lead no longer, so that another process may."""
        ...

    async def leader(self) -> str | None:
        """Tell which process leads, as "process 123 on host", or None."""
        ...


class Store(Protocol):
    """Everything that outlives the process."""

    @property
    def leadership(self) -> Leadership: ...  # noqa: D102 - the name says it

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin a unit of work; leaving it commits, an exception undoes it."""
        ...

    async def check(self) -> tuple[str, ...]:
        """Look the database over for damage; gives a line for each fault."""
        ...

    async def close(self) -> None:
        """Let go of the database, and of leading."""
        ...


class Messenger(Protocol):
    """Sends messages; raises the errors that `bot.errors.DeliveryError` heads."""

    async def send(
        self, address: Address, html: str, *, silent: bool = False, reply_to: int | None = None
    ) -> int:
        """Send one part and give the message's id."""
        ...

    async def send_plain(self, address: Address, text: str, *, silent: bool = False) -> int:
        """Send words without any markup and give the message's id."""
        ...

    async def edit(self, address: Address, message_id: int, html: str) -> None:
        """Put new text into a message sent before; the same text is no error."""
        ...


class Members(Protocol):
    """Knows who may command in a group."""

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Tell whether a person administers a chat."""
        ...


class PlacesToPost(Protocol):
    """Knows channels and public groups by their names."""

    async def can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        """Give the chat of a name (`@name`, a link, an id) if its administrator asks.

        The bot must be allowed to post there. Raises a DeliveryError where that cannot be asked.
        """
        ...


class BriefWriter(Protocol):
    """Writes briefs, on as many cores as there are."""

    def prepare(self, count: int) -> None:
        """Be told how many articles are coming, to start what pays off for so many."""
        ...

    async def write(self, article: Article) -> Brief:
        """Write the brief of an article.

        Raises UnusableArticle for one that no brief can be written of.
        """
        ...


class Copies(Protocol):
    """The stories that a new one may be a copy of, by their filings' numbers."""

    def add(self, filing_id: int, fingerprint: bytes) -> None:
        """Add a story."""
        ...

    def find(self, fingerprint: bytes) -> int | None:
        """Give the number of the story that this one copies, or None."""
        ...


class Fingerprints(Protocol):
    """Tells copies of one story from other stories."""

    def of(self, brief: Brief) -> bytes | None:
        """Give the fingerprint of a story; None for one too short to tell."""
        ...

    def copies(self) -> Copies:
        """Give an empty collection of stories."""
        ...
