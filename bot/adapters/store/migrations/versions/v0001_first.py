"""The first tables."""

import sqlalchemy as sa
from alembic import op

from bot.adapters.store.columns import BigId, Moment, Words

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Bring the tables to this version."""
    op.create_table(
        "chats",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "private",
                "group",
                "supergroup",
                "channel",
                "console",
                name="chatkind",
                native_enum=False,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("title", Words(), nullable=False),
        sa.Column("username", Words(), nullable=True),
        sa.Column("language", Words(), nullable=True),
        sa.Column("timezone", Words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chats"),
    )
    op.create_table(
        "filings",
        sa.Column("id", BigId, nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("title", Words(), nullable=False),
        sa.Column("path", Words(), nullable=False),
        sa.Column("stem", Words(), nullable=False),
        sa.Column("digest", Words(), nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", Moment(), nullable=True),
        sa.Column("change", Words(), nullable=True),
        sa.Column("copy_of", BigId, nullable=True),
        sa.ForeignKeyConstraint(["copy_of"], ["filings.id"], name="fk_filings_copy_of_filings"),
        sa.PrimaryKeyConstraint("id", name="pk_filings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_filings_copy_of", "filings", ["copy_of"], unique=False)
    op.create_index("ix_filings_stem", "filings", ["stem"], unique=False)
    op.create_table(
        "subscriptions",
        sa.Column("id", BigId, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "active", "paused", "ended", name="subscriptionstate", native_enum=False, length=16
            ),
            nullable=False,
        ),
        sa.Column("since", Moment(), nullable=False),
        sa.Column("reason", Words(), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_subscriptions"),
        sa.UniqueConstraint("chat_id", "thread_id", name="uq_subscriptions_chat_id_thread_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_subscriptions_state", "subscriptions", ["state"], unique=False)
    op.create_table(
        "updates",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload", Words(), nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("handled", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_updates"),
    )
    op.create_index("ix_updates_handled", "updates", ["handled"], unique=False)
    op.create_table(
        "deliveries",
        sa.Column("id", BigId, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "brief",
                "list",
                "reply",
                "correction",
                name="deliverykind",
                native_enum=False,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("line", sa.SmallInteger(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "held",
                "due",
                "sending",
                "sent",
                "expired",
                "cancelled",
                name="deliverystate",
                native_enum=False,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("created_at", Moment(), nullable=False),
        sa.Column("not_before", Moment(), nullable=False),
        sa.Column("begun_at", Moment(), nullable=True),
        sa.Column("finished_at", Moment(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("filing_id", BigId, nullable=True),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("post", Words(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("listed_in", BigId, nullable=True),
        sa.Column("message_ids", sa.Text(), nullable=False),
        sa.Column("reply_to", sa.BigInteger(), nullable=True),
        sa.Column("reason", Words(), nullable=True),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name="fk_deliveries_filing_id_filings"
        ),
        sa.ForeignKeyConstraint(
            ["listed_in"], ["deliveries.id"], name="fk_deliveries_listed_in_deliveries"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_deliveries"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_deliveries_due",
        "deliveries",
        ["line", "not_before", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'due' AND owner IS NULL"),
        postgresql_where=sa.text("state = 'due' AND owner IS NULL"),
    )
    op.create_index(
        "ix_deliveries_filing", "deliveries", ["filing_id", "chat_id", "thread_id"], unique=False
    )
    op.create_index(
        "ix_deliveries_held",
        "deliveries",
        ["chat_id", "thread_id", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )
    op.create_index(
        "ix_deliveries_line",
        "deliveries",
        ["chat_id", "thread_id", "line", "id"],
        unique=False,
        sqlite_where=sa.text("line IS NOT NULL"),
        postgresql_where=sa.text("line IS NOT NULL"),
    )
    op.create_index(
        "ix_deliveries_owner",
        "deliveries",
        ["owner"],
        unique=False,
        sqlite_where=sa.text("owner IS NOT NULL"),
        postgresql_where=sa.text("owner IS NOT NULL"),
    )
    op.create_table(
        "digests",
        sa.Column("digest", Words(), nullable=False),
        sa.Column("filing_id", BigId, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["filing_id"], ["filings.id"], name="fk_digests_filing_id_filings"),
        sa.PrimaryKeyConstraint("digest", name="pk_digests"),
    )
    op.create_index("ix_digests_filing_id", "digests", ["filing_id"], unique=False)
    op.create_table(
        "files",
        sa.Column("path", Words(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("filed", "same", "set aside", name="filestate", native_enum=False, length=16),
            nullable=False,
        ),
        sa.Column("digest", Words(), nullable=True),
        sa.Column("filing_id", BigId, nullable=True),
        sa.Column("reason", Words(), nullable=True),
        sa.ForeignKeyConstraint(["filing_id"], ["filings.id"], name="fk_files_filing_id_filings"),
        sa.PrimaryKeyConstraint("path", name="pk_files"),
    )
    op.create_index("ix_files_state", "files", ["state"], unique=False)
    op.create_table(
        "fingerprints",
        sa.Column("filing_id", BigId, nullable=False),
        sa.Column("filed_at", Moment(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["filing_id"], ["filings.id"], name="fk_fingerprints_filing_id_filings"
        ),
        sa.PrimaryKeyConstraint("filing_id", name="pk_fingerprints"),
    )
    op.create_index("ix_fingerprints_filed_at", "fingerprints", ["filed_at"], unique=False)
