"""The store on SQLite or PostgreSQL: the only home of SQLAlchemy, its drivers, and Alembic."""

from bot.adapters.store.store import DatabaseStore, open_store

__all__ = ["DatabaseStore", "open_store"]
