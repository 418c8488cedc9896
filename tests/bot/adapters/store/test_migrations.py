"""The tables as they are made at once, and as the migrations make them: the same."""

from collections.abc import Sequence
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.adapters.store import open_store
from bot.adapters.store.connecting import make_engine
from bot.adapters.store.schema import MIGRATIONS, VERSION_TABLE, migrate
from bot.adapters.store.tables import VERSIONS, metadata


def test_every_version_is_known() -> None:
    """The versions that the code names are those of the scripts, in a single line."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(VERSIONS)


def described(connection: sa.Connection) -> dict[str, object]:
    """Describe all tables as the database knows them."""
    inspector = sa.inspect(connection)

    def words(value: object) -> str:
        if isinstance(value, dict):
            return str({key: words(part) for key, part in value.items()})
        return str(value)

    def plain(items: Sequence[Any]) -> list[str]:
        return sorted(words(item) for item in items)

    return {
        table: (
            plain(inspector.get_columns(table)),
            plain(inspector.get_indexes(table)),
            plain(inspector.get_foreign_keys(table)),
            plain(inspector.get_unique_constraints(table)),
        )
        for table in inspector.get_table_names()
    }


def differences(connection: sa.Connection) -> list[Any]:
    """Give what Alembic finds to differ from the tables in the code."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return list(compare_metadata(context, metadata))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_migrations_make_the_same_tables(kind: str, request: pytest.FixtureRequest) -> None:
    """A database that went through all migrations is like one made today, and opens."""
    if kind == "sqlite":
        folder = request.getfixturevalue("tmp_path")
        migrated, made = (f"sqlite:///{folder}/{name}.db" for name in ("old", "new"))
    else:
        migrated = request.getfixturevalue("empty_postgres_url")
        made = request.getfixturevalue("postgres_url")
    engine, other_engine = make_engine(migrated), make_engine(made)
    async with engine.begin() as connection:
        await connection.run_sync(migrate)
    for url in (migrated, made):
        await (await open_store(url)).close()
    async with engine.begin() as one, other_engine.begin() as other:
        assert await one.run_sync(described) == await other.run_sync(described)
        assert await other.run_sync(differences) == []
    await engine.dispose()
    await other_engine.dispose()
