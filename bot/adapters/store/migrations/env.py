"""Alembic's way in: the migrations run on the connection that `schema.migrate` hands over."""

from alembic import context

from bot.adapters.store.schema import VERSION_TABLE
from bot.adapters.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
