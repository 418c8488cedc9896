"""What a delivery shows: gathered from the store, then rendered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.delivery.ports import QueueTransaction
from bot.errors import DeliveryError
from bot.model import Chat, Delivery, DeliveryKind, Filing, FilingLine, Post
from bot.presentation import PostOptions, brief_post, list_post, notice_post
from bot.presentation.texts import texts_for

LISTED = 10
"""How many headlines are gathered for a list."""


KEPT = 100
"""How many posts are kept for other chats that are sent the same."""


class NothingToShow(DeliveryError):
    """What the delivery was to show is not there: give it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What the store has for a delivery; `posted` is the delivery that a correction edits.

    `fault` tells that it cannot be read.
    """

    chat: Chat | None = None
    filing: Filing | None = None
    lines: tuple[FilingLine, ...] = ()
    posted: Delivery | None = None
    fault: Exception | None = None


class Gathering:
    """Reads what deliveries need to be rendered; one transaction reads each thing once."""

    def __init__(self, store: QueueTransaction) -> None:
        self._store = store
        self._chats: Mapping[int, Chat] = {}
        self._filings: dict[int, tuple[Filing | None, tuple[FilingLine, ...]]] = {}

    async def meet(self, deliveries: Iterable[Delivery]) -> None:
        """Read the chats of these deliveries at once."""
        self._chats = await self._store.chats.several(
            {each.address.chat_id for each in deliveries if each.post is None}
        )

    async def material(self, delivery: Delivery) -> Material:
        """Read what a delivery needs, one of those whose chats were read."""
        if delivery.post is not None:
            return Material()
        filing_id = delivery.filing_id or 0
        chat = self._chats.get(delivery.address.chat_id)
        if delivery.kind is DeliveryKind.LIST:
            lines = await self._store.filings.latest(LISTED, up_to=filing_id)
            return Material(chat=chat, lines=tuple(lines))
        if filing_id not in self._filings:
            filing = await self._store.filings.get(filing_id)
            duplicates = await self._store.filings.duplicates(filing_id)
            self._filings[filing_id] = filing, tuple(duplicates)
        filing, copied = self._filings[filing_id]
        posted = None
        if delivery.kind is DeliveryKind.CORRECTION:
            posted = await self._store.queue.posted(filing_id, delivery.address)
        return Material(chat=chat, filing=filing, lines=copied, posted=posted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posts:
    """Renders deliveries; the numbers are how many quotes and places a post shows."""

    quotes: int = 3
    places: int = 3
    bot_name: str | None = None
    _made: dict[tuple[object, ...], Post] = field(default_factory=dict, repr=False)

    def make(self, delivery: Delivery, material: Material) -> Post:
        """Make the post of a delivery; raise NothingToShow, or the fault."""
        if delivery.post is not None:
            return delivery.post
        if material.fault is not None:
            raise material.fault
        options = self._options(delivery, material)
        if delivery.kind is DeliveryKind.LIST:
            return list_post(delivery.amount or len(material.lines), material.lines, options)
        if material.filing is None:
            raise NothingToShow(f"the article {delivery.filing_id} is not there")
        if delivery.kind is DeliveryKind.CORRECTION and material.posted is None:
            raise NothingToShow("what it corrects was never posted there")
        return self._brief(material.filing, options)

    def _brief(self, filing: Filing, options: PostOptions) -> Post:
        """Render an article once for all chats that see it alike."""
        key = (filing.id, filing.version, filing.updated_at, options)
        if key not in self._made:
            while len(self._made) >= KEPT:
                del self._made[next(iter(self._made))]
            self._made[key] = brief_post(filing, options)
        return self._made[key]

    def notice(self, delivery: Delivery, material: Material) -> Post | None:
        """Make the short reply for a correction whose edit Telegram refuses; None for none."""
        if material.filing is None:
            return None
        return notice_post(material.filing, self._options(delivery, material))

    def _options(self, delivery: Delivery, material: Material) -> PostOptions:
        chat = material.chat
        shared = chat.kind.has_members if chat else delivery.address.chat_id < 0
        return PostOptions(
            quotes=self.quotes,
            places=self.places,
            mention=self.bot_name if shared else None,
            timezone=chat.timezone if chat else "UTC",
            texts=texts_for(chat.language if chat else None),
            duplicates=() if delivery.kind is DeliveryKind.LIST else material.lines,
        )
