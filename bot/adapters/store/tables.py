"""The tables. A change here wants a migration beside it; a test compares the two."""

import sqlalchemy as sa

from bot.adapters.store.columns import BigId, Moment, Number, Words, named
from bot.model import ChatKind, DeliveryKind, DeliveryState, FileState, SubscriptionState

VERSIONS = ("0001", "0002", "0003", "0004")
"""The schema's versions that this code knows, oldest first; it works with the last."""

NO_THREAD = 0
"""Stands for "no topic" in a `thread_id`, so that an address is unique and can be compared."""

REPLIES, REST = 0, 1
"""The two lines of an address: answers to commands, and everything else."""

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

filings = sa.Table(
    "filings",
    metadata,
    sa.Column("id", BigId, primary_key=True),
    sa.Column("brief", sa.Text, nullable=False),  # JSON, see briefs.py
    sa.Column("title", Words, nullable=False),
    sa.Column("path", Words, nullable=False),
    sa.Column("stem", Words, nullable=False, index=True),  # of the path, `folded`
    sa.Column("digest", Words, nullable=False),
    sa.Column("filed_at", Moment, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("updated_at", Moment),
    sa.Column("change", Words),
    sa.Column(
        "duplicate_of",
        BigId,
        sa.ForeignKey("filings.id", name="fk_filings_copy_of_filings"),  # from the first version
        index=True,
    ),
    sqlite_autoincrement=True,  # a number is never given twice
)

digests = sa.Table(  # of every text ever filed, corrected ones included
    "digests",
    metadata,
    sa.Column("digest", Words, primary_key=True),
    sa.Column("filing_id", BigId, sa.ForeignKey("filings.id"), nullable=False, index=True),
    sa.Column("version", sa.Integer, nullable=False),
)

fingerprints = sa.Table(  # of the present texts, to find duplicates by
    "fingerprints",
    metadata,
    sa.Column("filing_id", BigId, sa.ForeignKey("filings.id"), primary_key=True),
    sa.Column("filed_at", Moment, nullable=False, index=True),
    sa.Column("value", sa.LargeBinary, nullable=False),
)

files = sa.Table(
    "files",
    metadata,
    sa.Column("path", Words, primary_key=True),
    sa.Column("size", Number, nullable=False),
    sa.Column("mtime_ns", Number, nullable=False),
    sa.Column("state", named(FileState), nullable=False, index=True),
    sa.Column("digest", Words),
    sa.Column("filing_id", BigId, sa.ForeignKey("filings.id")),
    sa.Column("reason", Words),
    sa.Column("ctime_ns", Number),  # NULL with versions before 0002
    sa.Column("inode", Number),  # NULL where it says nothing
)

chats = sa.Table(
    "chats",
    metadata,
    sa.Column("id", Number, primary_key=True, autoincrement=False),
    sa.Column("kind", named(ChatKind), nullable=False),
    sa.Column("title", Words, nullable=False),
    sa.Column("username", Words),
    sa.Column("language", Words),
    sa.Column("timezone", Words, nullable=False),
)

subscriptions = sa.Table(
    "subscriptions",
    metadata,
    sa.Column("id", BigId, primary_key=True),
    sa.Column("chat_id", Number, nullable=False),
    sa.Column("thread_id", Number, nullable=False),
    sa.Column("state", named(SubscriptionState), nullable=False, index=True),
    sa.Column("since", Moment, nullable=False),
    sa.Column("reason", Words),
    sa.Column("closed", sa.Boolean, nullable=False),  # ended by the chat's closing, not by request
    sa.UniqueConstraint("chat_id", "thread_id"),
    sqlite_autoincrement=True,
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", BigId, primary_key=True),
    sa.Column("kind", named(DeliveryKind), nullable=False),
    sa.Column("chat_id", Number, nullable=False),
    sa.Column("thread_id", Number, nullable=False),
    sa.Column("line", sa.SmallInteger),  # REPLIES or REST while unfinished, then NULL
    sa.Column("state", named(DeliveryState), nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("not_before", Moment, nullable=False),
    sa.Column("begun_at", Moment),  # the last attempt
    sa.Column("finished_at", Moment),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("filing_id", BigId, sa.ForeignKey("filings.id")),
    sa.Column("version", sa.Integer),
    sa.Column("post", Words),  # JSON: a list of parts
    sa.Column("amount", sa.Integer),
    sa.Column("listed_in", BigId, sa.ForeignKey("deliveries.id")),  # the LIST that stands for it
    sa.Column("message_ids", sa.Text, nullable=False),  # JSON: a list of numbers
    sa.Column("reply_to", Number),
    sa.Column("reason", Words),
    sa.Column("owner", sa.Integer),  # the process that claims it
    sqlite_autoincrement=True,  # the id is the place in the line: it must not be used again
)

_d = deliveries.c
DUE_UNCLAIMED = sa.text("state = 'due' AND owner IS NULL")
OPEN = sa.text("line IS NOT NULL")
CLAIMED = sa.text("owner IS NOT NULL")
HELD = sa.text("state = 'held'")
# Partial indexes: what is finished costs the queue nothing, however much of it there is.
sa.Index(
    "ix_deliveries_line",
    _d.chat_id,
    _d.thread_id,
    _d.line,
    _d.id,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
sa.Index(
    "ix_deliveries_held",
    _d.chat_id,
    _d.thread_id,
    _d.id,
    sqlite_where=HELD,
    postgresql_where=HELD,
)
sa.Index("ix_deliveries_owner", _d.owner, sqlite_where=CLAIMED, postgresql_where=CLAIMED)
sa.Index(
    "ix_deliveries_due",
    _d.line,
    _d.not_before,
    _d.id,
    sqlite_where=DUE_UNCLAIMED,
    postgresql_where=DUE_UNCLAIMED,
)
sa.Index("ix_deliveries_filing", _d.filing_id, _d.chat_id, _d.thread_id)

updates = sa.Table(
    "updates",
    metadata,
    sa.Column("id", Number, primary_key=True, autoincrement=False),
    sa.Column("payload", Words, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("handled", sa.Boolean, nullable=False, index=True),
)
