"""What shows that a file was replaced by one of the same size and time."""

import sqlalchemy as sa
from alembic import op

from bot.adapters.store.columns import Number

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Bring the tables to this version."""
    op.add_column("files", sa.Column("ctime_ns", Number(), nullable=True))
    op.add_column("files", sa.Column("inode", Number(), nullable=True))
