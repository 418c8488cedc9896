"""The values of everything that runs: chats, files, filings, deliveries, requests."""

from bot.model.chats import (
    CONSOLE_CHAT,
    Address,
    Chat,
    ChatKind,
    PlaceRefusal,
    Subscription,
    SubscriptionState,
)
from bot.model.deliveries import Delivery, DeliveryKind, DeliveryState, Post
from bot.model.files import Candidate, FileRecord, FileState, Listing, Unread
from bot.model.filings import Draft, Filing, FilingLine, Fingerprint, Written
from bot.model.requests import (
    ChatMove,
    Event,
    Reply,
    Request,
    Sender,
    Standing,
    StandingChange,
    Update,
)

__all__ = [
    "CONSOLE_CHAT",
    "Address",
    "Candidate",
    "Chat",
    "ChatKind",
    "ChatMove",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Draft",
    "Event",
    "FileRecord",
    "FileState",
    "Filing",
    "FilingLine",
    "Fingerprint",
    "Listing",
    "PlaceRefusal",
    "Post",
    "Reply",
    "Request",
    "Sender",
    "Standing",
    "StandingChange",
    "Subscription",
    "SubscriptionState",
    "Unread",
    "Update",
    "Written",
]
