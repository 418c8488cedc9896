"""Remedies: for every error of a delivery, what is done about it; the one place that knows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.delivery.backoff import backoff
from bot.delivery.gate import NotYet
from bot.delivery.policy import Policy, Uncertain
from bot.delivery.ports import QueueTransaction
from bot.errors import (
    AnswerLost,
    ChatGone,
    ChatMoved,
    DeliveryError,
    MayNotPost,
    NotSent,
    ServerTrouble,
    TokenRefused,
    TryLater,
)
from bot.model import Delivery, DeliveryKind

MOST_DEFECTS = 6
"""Attempts after which a delivery that fails by a fault of Dateline's own is given up."""


LAST = 0.02
"""Seconds before its age is reached in which a delivery is tried for the last time."""


class Action(StrEnum):
    """What is done about a delivery."""

    REPEAT = "repeated"  # after some seconds
    EXPIRE = "given up"  # it will not arrive
    END_CHAT = "the chat is closed to the bot"  # nor will anything else there
    MOVE_CHAT = "the chat has moved"  # and repeat
    PAUSE = "its subscription pauses"  # the address, until the right to post returns


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What is to be done about a delivery, and why.

    `seconds` is how long a repeat waits; `chat_waits` tells that all of the chat waits with it,
    `was_tried` that an attempt was made which counts.
    """

    action: Action
    reason: str
    seconds: float = 0.0
    chat_waits: bool = False
    was_tried: bool = True
    new_chat_id: int | None = None


def remedy(error: Exception, delivery: Delivery, *, policy: Policy, now: datetime) -> Remedy:
    """Find the remedy of an error; `delivery` is as it was before this attempt."""
    reason = str(error) or type(error).__name__
    match error:
        case NotYet() | TryLater():
            asked = isinstance(error, TryLater)
            found = Remedy(
                action=Action.REPEAT,
                reason=reason,
                seconds=error.seconds,
                chat_waits=asked,
                was_tried=asked,
            )
        case TokenRefused():
            found = Remedy(action=Action.REPEAT, reason=reason)
        case ChatGone():
            found = Remedy(action=Action.END_CHAT, reason=reason)
        case ChatMoved(new_chat_id=new):
            found = Remedy(action=Action.MOVE_CHAT, reason=reason, new_chat_id=new)
        case MayNotPost():
            found = Remedy(action=Action.PAUSE, reason=reason)
        case _:
            found = _again_or_not(error, reason, delivery, policy=policy, now=now)
    return found


def _again_or_not(
    error: Exception, reason: str, delivery: Delivery, *, policy: Policy, now: datetime
) -> Remedy:
    """Back off, or expire what nothing would come of, or not in time."""
    attempts = delivery.attempts + 1
    match error:
        case NotSent() | ServerTrouble():
            again = True
        case AnswerLost():
            again = policy.uncertain is Uncertain.REPEAT or is_harmless(delivery)
        case DeliveryError():  # PostRejected as plain text too, or nothing to show
            again = False
        case _:
            again = attempts < MOST_DEFECTS
            reason = f"{type(error).__name__}: {reason}"
    if not again:
        return Remedy(action=Action.EXPIRE, reason=reason)
    left = (delivery.created_at + policy.max_age - now).total_seconds()
    if left <= LAST:
        return Remedy(action=Action.EXPIRE, reason=f"given up for its age: {reason}")
    wait = min(backoff(attempts), left - LAST / 2)
    return Remedy(action=Action.REPEAT, reason=reason, seconds=wait)


def is_harmless(delivery: Delivery) -> bool:
    """Return whether repeating an attempt that may have worked shows nobody anything twice."""
    return delivery.kind is DeliveryKind.CORRECTION


async def carry_out(
    remedied: Remedy, delivery: Delivery, store: QueueTransaction, *, now: datetime
) -> None:
    """Do what a remedy says, in the transaction of `store`."""
    later = now + timedelta(seconds=remedied.seconds)
    match remedied.action:
        case Action.REPEAT:
            await store.queue.later(delivery.id, later, was_tried=remedied.was_tried)
            if remedied.chat_waits:
                await store.queue.hold(delivery.address.chat_id, later)
        case Action.EXPIRE:
            await store.queue.expire([delivery.id], remedied.reason)
        case Action.END_CHAT:
            await store.queue.cancel([delivery.id], remedied.reason)
            await store.chats.end_all(delivery.address.chat_id, remedied.reason)
        case Action.MOVE_CHAT:
            await store.queue.later(delivery.id, now)
            await store.chats.move(delivery.address.chat_id, remedied.new_chat_id or 0)
        case Action.PAUSE:
            await _pause(remedied.reason, delivery, store, now=now)


async def _pause(
    reason: str, delivery: Delivery, store: QueueTransaction, *, now: datetime
) -> None:
    """Put the delivery to sleep with all the rest of its address; a reply nobody may see ends."""
    if delivery.kind is DeliveryKind.REPLY:
        await store.queue.cancel([delivery.id], reason)
        await store.chats.pause(delivery.address, reason)
        return
    await store.queue.later(delivery.id, now)
    if not await store.chats.pause(delivery.address, reason):
        await store.queue.cancel([delivery.id], reason)
