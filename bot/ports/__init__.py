"""What Dateline asks of the world, as Protocols; `bot.adapters` holds those that answer.

All times are aware datetimes in UTC.
"""

from bot.ports.chats import Chats, Members, PlacesToPost
from bot.ports.clock import Clock, SteadyClock
from bot.ports.files import Files, Inbox
from bot.ports.filings import BriefWriter, Duplicates, Filings
from bot.ports.outbox import Messenger, Outbox
from bot.ports.store import Leadership, Store, Transaction, Updates

__all__ = [
    "BriefWriter",
    "Chats",
    "Clock",
    "Duplicates",
    "Files",
    "Filings",
    "Inbox",
    "Leadership",
    "Members",
    "Messenger",
    "Outbox",
    "PlacesToPost",
    "SteadyClock",
    "Store",
    "Transaction",
    "Updates",
]
