"""Bringing a database to this version's tables, or refusing it."""

from pathlib import Path

import sqlalchemy as sa

from bot.adapters.store.tables import VERSIONS, metadata
from bot.errors import StoreUnusable

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "dateline_version"
_LOCK = 0x0DA7E11E  # of PostgreSQL: one process at a time prepares

_version = sa.table(VERSION_TABLE, sa.column("version_num"))


def prepare(connection: sa.Connection) -> None:
    """Make or migrate the tables, in the transaction of `connection`.

    Two processes may do this at once: the second finds it done. Raise StoreUnusable for a
    database that a newer version has migrated, or that is not a store of Dateline's.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    there = set(sa.inspect(connection).get_table_names())
    if VERSION_TABLE not in there:
        if taken := there & set(metadata.tables):
            raise StoreUnusable(
                f"store.url: another program's database: its table {min(taken)!r} is not Dateline's"
            )
        _create(connection)
        return
    version = connection.execute(sa.select(_version.c.version_num)).scalar_one_or_none()
    if version not in VERSIONS:
        raise StoreUnusable(
            f"store.url: the database is of a newer Dateline (its version {version}, "
            f"this program's {VERSIONS[-1]}): update Dateline, or restore a backup"
        )
    if version != VERSIONS[-1]:
        migrate(connection)


def _create(connection: sa.Connection) -> None:
    """Make all tables as they are now: the same as all migrations in turn, without Alembic."""
    metadata.create_all(connection)
    connection.exec_driver_sql(
        f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
        f"CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
    )
    connection.execute(sa.insert(_version).values(version_num=VERSIONS[-1]))


def migrate(connection: sa.Connection, target: str = "head") -> None:
    """Run the migrations that the database has not seen."""
    # Takes a fifth of a second to import, and is seldom needed.
    from alembic import command  # noqa: PLC0415 - as said
    from alembic.config import Config  # noqa: PLC0415 - as said

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, target)
