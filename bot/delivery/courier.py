"""The courier: sees one begun delivery to its end, whatever comes."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.gate import NotYet
from bot.delivery.ledger import Ledger
from bot.delivery.outage import Outage
from bot.delivery.pace import Pace
from bot.delivery.policy import Policy
from bot.delivery.remedies import Action, Remedy, carry_out, remedy
from bot.delivery.report import Failure, Tally
from bot.delivery.sending import Order, Sending
from bot.errors import DeliveryError, StoreUnusable, TokenRefused
from bot.model import Delivery
from bot.ports import Clock

log = logging.getLogger(__name__)


@dataclass(slots=True, kw_only=True)
class Courier:
    """Delivers orders; an error of whatever kind ends in a remedy, and never here.

    `paced_until` is until when pace, and nothing worse, holds something back; `arrived_at` is
    when something arrived last, or the waiting for it began; `refused` is set when Telegram does
    not know the bot.
    """

    sending: Sending
    ledger: Ledger
    pace: Pace
    policy: Policy
    clock: Clock
    timer: Callable[[], float]
    tally: Tally = field(default_factory=Tally)
    outage: Outage = field(default_factory=Outage)
    paced_until: datetime | None = None
    arrived_at: datetime | None = None
    refused: TokenRefused | None = None

    async def carry(self, order: Order) -> None:
        """Deliver an order, or see to it that it is delivered later, or ended.

        Where the store is gone nothing is written down of it: the next round ends by that.
        """
        with suppress(StoreUnusable):
            await self._carry(order)

    async def _carry(self, order: Order) -> None:
        delivery, started = order.delivery, self.timer()
        try:
            message_ids = await self.sending.deliver(order)
        except Exception as error:  # noqa: BLE001 - every error has its remedy
            # Not by what the clock shows now: it may have been set since the delivery was read.
            ended_at = order.begun_at + timedelta(seconds=self.timer() - started)
            await self._mend(delivery, error, ended_at)
            return
        self.outage.over()
        await self.ledger.sent(delivery.id, message_ids)
        self.tally.sent += 1
        self.arrived_at = self.clock.now()

    def paced(self, seconds: float) -> datetime:
        """Note that something has to wait for its turn; return until when."""
        until = self.clock.now() + timedelta(seconds=seconds)
        self.paced_until = max(until, self.paced_until or until)
        return until

    def readjust(self, jump: timedelta) -> None:
        """Note that the clock was set by so much."""
        self.paced_until = self.paced_until and self.paced_until + jump
        self.arrived_at = self.arrived_at and self.arrived_at + jump

    async def _mend(self, delivery: Delivery, error: Exception, ended_at: datetime) -> None:
        now = self.clock.now()
        found = remedy(error, delivery, policy=self.policy, now=ended_at)
        self._tell(delivery, error, found)
        self._wait(delivery.address.chat_id, error, found)
        if found.action is not Action.REPEAT:
            chat_id = delivery.address.chat_id
            self.tally.fail(Failure(delivery_id=delivery.id, chat_id=chat_id, reason=found.reason))
        try:
            await self.ledger.write(lambda store: carry_out(found, delivery, store, now=now))
        except StoreUnusable:
            raise
        except Exception:
            # It stays SENDING, and the next start decides on it as on any lost attempt.
            log.exception("delivery %d: the remedy failed", delivery.id)

    def _wait(self, chat_id: int, error: Exception, found: Remedy) -> None:
        """Let this chat wait, or all, before anything else leaves there."""
        if isinstance(error, NotYet):
            self.paced(error.seconds)
        elif isinstance(error, TokenRefused):
            self.refused = error
        elif found.chat_waits:
            self.pace.pause(self.timer() + found.seconds, chat_id)
        if wait := self.outage.failed(chat_id, error):
            log.warning("several chats in a row fail, all wait for %.1f s: %s", wait, error)
            self.pace.pause(self.timer() + wait)

    def _tell(self, delivery: Delivery, error: Exception, found: Remedy) -> None:
        where = delivery.address.chat_id
        if isinstance(error, NotYet):
            return
        if not isinstance(error, DeliveryError | TokenRefused):
            log.error("delivery %d: a fault of Dateline's own", delivery.id, exc_info=error)
        elif found.action is Action.REPEAT:
            log.info(
                "delivery %d to %d: again in %.1f s: %s", delivery.id, where, found.seconds, error
            )
        else:
            log.warning(
                "delivery %d to %d: %s: %s", delivery.id, where, found.action.value, found.reason
            )
