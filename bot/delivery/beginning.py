"""Beginning: deliveries are marked SENDING together, and what they show is read with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.ledger import Ledger
from bot.delivery.policy import Policy
from bot.delivery.ports import QueueTransaction
from bot.delivery.posts import Gathering, Material
from bot.delivery.sending import Order
from bot.model import Delivery
from bot.ports import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Begins deliveries in group commits.

    What a delivery shows is read in the transaction that begins it: a correction filed before
    finds its way in, one filed after finds the delivery begun and follows it.
    """

    ledger: Ledger
    clock: Clock
    policy: Policy

    async def begin(
        self, deliveries: Sequence[Delivery], later: Mapping[int, datetime]
    ) -> Sequence[Order]:
        """Begin deliveries and return those to send; put others, by id, back until later."""

        async def begin(store: QueueTransaction) -> Sequence[Order]:
            for delivery_id, until in later.items():
                await store.queue.later(delivery_id, until)
            if not deliveries:
                return ()
            now = self.clock.now()
            begun = await store.queue.begin([each.id for each in deliveries], at=now)
            going = [each for each in deliveries if each.id in begun]
            gathering = Gathering(store)
            await gathering.meet(going)
            return [await self._order(each, gathering, now) for each in going]

        return await self.ledger.write(begin)

    async def _order(self, delivery: Delivery, gathering: Gathering, now: datetime) -> Order:
        try:
            material = await gathering.material(delivery)
        except (LookupError, TypeError, ValueError) as error:
            # What cannot be read back must not hold up what is begun with it.
            material = Material(fault=error)
        return Order(
            delivery=delivery,
            material=material,
            begun_at=now,
            silent=now - delivery.created_at > self.policy.late_silent,
        )
