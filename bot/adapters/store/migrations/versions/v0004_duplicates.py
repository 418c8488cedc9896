"""An article that tells the same as another is called a duplicate."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Rename the column and its index."""
    op.drop_index("ix_filings_copy_of", "filings")
    op.execute("ALTER TABLE filings RENAME COLUMN copy_of TO duplicate_of")
    op.create_index("ix_filings_duplicate_of", "filings", ["duplicate_of"], unique=False)
