"""The history of the tables: Alembic's scripts, run by `bot.adapters.store.schema`."""
