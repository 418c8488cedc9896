"""What is owed to whom, and what it shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.model.chats import Address


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A message to be: Telegram HTML, in parts that each fit in one message."""

    parts: tuple[str, ...]


class DeliveryKind(StrEnum):
    """What a delivery brings."""

    BRIEF = "brief"  # a filing's post, rendered when it is sent
    LIST = "list"  # what is over the backlog, as a list of headlines
    REPLY = "reply"  # the answer to a command; goes ahead of everything else
    CORRECTION = "correction"  # an edit of a brief already sent


class DeliveryState(StrEnum):
    """Where a delivery stands.

    HELD --scan ends--> DUE --attempt begins--> SENDING --answer--> SENT
    SENDING --may be repeated--> DUE; HELD, DUE and SENDING --> EXPIRED or CANCELLED, with a reason.
    """

    HELD = "held"  # filed by a scan that goes on; the backlog is not yet known
    DUE = "due"
    SENDING = "sending"  # committed before the request leaves, so that a crash shows
    SENT = "sent"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One row of the outbox: something owed to an address.

    A REPLY carries its `post`; the others are rendered when they are sent: a BRIEF or CORRECTION
    from its filing, a LIST from its `amount` of filings, of which its own is the newest.
    `message_ids` holds the Telegram ids of the parts sent so far, in order: sending resumes
    at the part after them.
    """

    id: int
    kind: DeliveryKind
    address: Address
    state: DeliveryState
    created_at: datetime
    not_before: datetime
    attempts: int = 0
    filing_id: int | None = None
    version: int | None = None
    post: Post | None = None
    amount: int | None = None
    message_ids: tuple[int, ...] = ()
    reply_to: int | None = None  # the message that a REPLY answers
    reason: str | None = None
