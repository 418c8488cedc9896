"""Sending one delivery: its parts in order, each written down before the next leaves."""

import logging
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.gate import Gate
from bot.delivery.ledger import Ledger
from bot.delivery.posts import Material, Posts
from bot.errors import EditRefused, PostRejected
from bot.model import Address, Delivery, DeliveryKind
from bot.ports import Messenger
from bot.presentation import plain_text

log = logging.getLogger(__name__)

NO_PART = "…"
"""What an edited post's surplus parts show: a message cannot be edited to nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A delivery that has begun, when, and what it shows; `silent` where nobody is to be woken."""

    delivery: Delivery
    material: Material
    begun_at: datetime
    silent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Carries out orders; raise whatever stands in the way, for a remedy to be found."""

    messenger: Messenger
    posts: Posts
    gate: Gate
    ledger: Ledger

    async def deliver(self, order: Order) -> tuple[int, ...]:
        """Deliver and return the ids of all its messages."""
        if order.delivery.kind is DeliveryKind.CORRECTION:
            return await self._correct(order)
        return await self._post(order)

    async def _post(self, order: Order) -> tuple[int, ...]:
        delivery = order.delivery
        parts = self.posts.make(delivery, order.material).parts
        sent = delivery.message_ids[: len(parts)]
        for place in range(len(sent), len(parts)):
            if place > len(delivery.message_ids):
                await self._keep(delivery.id, sent)
            silent = order.silent or place > 0
            reply_to = delivery.reply_to if place == 0 else None
            sent = (
                *sent,
                await self._part(delivery, parts[place], silent=silent, reply_to=reply_to),
            )
        return sent

    async def _keep(self, delivery_id: int, sent: tuple[int, ...]) -> None:
        await self.ledger.write(lambda store: store.queue.progress(delivery_id, sent))

    async def _part(
        self, delivery: Delivery, html: str, *, silent: bool, reply_to: int | None = None
    ) -> int:
        """Send a part; one whose markup is refused goes out once more without any."""
        address, urgent = delivery.address, delivery.kind is DeliveryKind.REPLY
        try:
            async with self.gate.turn(address.chat_id, urgent=urgent):
                return await self.messenger.send(address, html, silent=silent, reply_to=reply_to)
        except PostRejected as error:
            log.error(  # noqa: TRY400 - the defect is in the post, not where it is refused
                "defect: delivery %d: a post is refused and goes out as plain text: %s: %.200s",
                delivery.id,
                error,
                html,
            )
        async with self.gate.turn(address.chat_id, urgent=urgent):
            return await self.messenger.send_plain(address, plain_text(html), silent=silent)

    async def _correct(self, order: Order) -> tuple[int, ...]:
        """Edit what was posted, part by part; where that is refused, tell it in a reply."""
        delivery, posted = order.delivery, order.material.posted
        parts = self.posts.make(delivery, order.material).parts
        if posted is None:
            return ()
        message_ids = posted.message_ids
        try:
            for place, message_id in enumerate(message_ids):
                html = parts[place] if place < len(parts) else NO_PART
                await self._edit(delivery.address, message_id, html)
        except EditRefused as error:
            log.info("delivery %d: the edit is refused: %s", delivery.id, error)
            return await self._tell(order, message_ids[0])
        for html in parts[len(message_ids) :]:
            # What the text has grown by belongs to the post from now on.
            added = await self._part(delivery, html, silent=True)
            message_ids = (*message_ids, added)
            await self._keep(posted.id, message_ids)
        return message_ids

    async def _edit(self, address: Address, message_id: int, html: str) -> None:
        async with self.gate.turn(address.chat_id, urgent=False):
            await self.messenger.edit(address, message_id, html)

    async def _tell(self, order: Order, original: int) -> tuple[int, ...]:
        notice = self.posts.notice(order.delivery, order.material)
        if notice is None:
            return ()
        return (await self._part(order.delivery, notice.parts[0], silent=True, reply_to=original),)
