"""Trouble on order: what the simulator does to a request in place of answering it well."""

import random
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypedDict


class Effect(StrEnum):
    """What happens to a request."""

    STATUS = "status"  # answered with this status and description; nothing is done
    DROP_UNREAD = "drop unread"  # the connection closes; nothing is done
    DROP_ANSWER = "drop answer"  # it is done, but the connection closes before the answer
    CUT_ANSWER = "cut answer"  # it is done, but the answer breaks off in its middle
    GARBAGE = "garbage"  # it is done, but the answer, with status 200, is no JSON
    BAD_GATEWAY = "bad gateway"  # status 502 with a web page for a body; nothing is done
    SLOW = "slow"  # done at once, answered `seconds` later
    ANSWER = "answer"  # answered with this status and `body`, whatever it is; nothing is done
    ENDLESS = "endless"  # the answer begins well, and never ends; nothing is done


@dataclass(slots=True, kw_only=True)
class Fault:
    """One order: which requests it meets, how often, and what it does to them.

    `method` None stands for every method; `times` None for always; `share` is the chance that a
    request which it could meet is met.
    """

    effect: Effect
    method: str | None = "sendMessage"
    chat_id: int | None = None
    times: int | None = 1
    share: float = 1.0
    status: int = 500
    description: str = "Internal Server Error"
    retry_after: float | None = None
    seconds: float = 0.0
    body: str = ""
    met: int = 0


class Order(TypedDict, total=False):
    """The words of an order, as Fault has them."""

    method: str | None
    chat_id: int | None
    times: int | None
    share: float
    status: int
    description: str
    retry_after: float | None
    seconds: float
    body: str


@dataclass(slots=True)
class Faults:
    """The orders in force, the first fitting one of which is carried out."""

    orders: list[Fault] = field(default_factory=list)
    chance: random.Random = field(default_factory=lambda: random.Random(1))  # noqa: S311 - no secret

    def meet(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the trouble that a request meets, if any; `method` in lower case."""
        for fault in self.orders:
            if fault.method is not None and fault.method.lower() != method:
                continue
            if fault.chat_id is not None and fault.chat_id != chat_id:
                continue
            if fault.share < 1 and self.chance.random() >= fault.share:
                continue
            fault.met += 1
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.orders.remove(fault)
            return fault
        return None


def storm(share: float) -> list[Fault]:
    """Order trouble of every kind for a share of all messages, and half as much for polls."""
    kinds: list[tuple[Effect, Order]] = [
        (Effect.STATUS, {"status": 500}),
        (Effect.STATUS, {"status": 429, "description": "Too Many Requests", "retry_after": 1}),
        (Effect.BAD_GATEWAY, {}),
        (Effect.DROP_UNREAD, {}),
        (Effect.DROP_ANSWER, {}),
        (Effect.CUT_ANSWER, {}),
        (Effect.GARBAGE, {}),
        (Effect.SLOW, {"seconds": 0.5}),
    ]
    each = share / len(kinds)
    return [
        Fault(effect=effect, **order | {"method": method, "times": None, "share": part})
        for method, part in (("sendMessage", each), ("getUpdates", each / 2))
        for effect, order in kinds
    ]
