"""The tables as they are made at once, and as the migrations make them: the same."""

from collections.abc import Sequence
from dataclasses import replace
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
from bot.model import FileRecord, FileState


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
    """Return what Alembic finds to differ from the tables in the code."""
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    return list(compare_metadata(context, metadata))


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_what_the_first_version_kept_is_there(
    kind: str, request: pytest.FixtureRequest
) -> None:
    """A file remembered by it is known, without what it did not ask of files."""
    if kind == "sqlite":
        url = f"sqlite:///{request.getfixturevalue('tmp_path')}/old.db"
    else:
        url = request.getfixturevalue("empty_postgres_url")
    engine = make_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(migrate, "0001")
        await connection.exec_driver_sql(
            "INSERT INTO files (path, size, mtime_ns, state, digest) "
            "VALUES ('in/a.txt', 7, 9, 'same', 'd')"
        )
    await engine.dispose()
    store = await open_store(url)
    record = FileRecord(path="in/a.txt", size=7, mtime_ns=9, state=FileState.SAME, digest="d")
    async with store.transaction() as work:
        assert await work.files.known("in") == {"in/a.txt": record}
        later = replace(record, ctime_ns=2**62, inode=-(2**63))
        await work.files.remember(later)
        assert await work.files.known("in") == {"in/a.txt": later}
    await store.close()


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


FILE = sa.text(
    "INSERT INTO filings (brief, title, path, stem, digest, filed_at, version)"
    " VALUES ('', :path, :path, :stem, :path, '2031-05-06 07:08:09', 1)"
)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_names_of_files_are_folded_anew(kind: str, request: pytest.FixtureRequest) -> None:
    """Articles filed by an earlier version are found by names that look like theirs, all pages."""
    url = request.getfixturevalue("empty_postgres_url")
    if kind == "sqlite":
        url = f"sqlite:///{request.getfixturevalue('tmp_path')}/old.db"
    names = [f"e\u0301te\u0301 {number}" for number in range(2500)]
    rows = [{"path": f"in/{name}.txt", "stem": name} for name in names]
    engine = make_engine(url)
    async with engine.begin() as connection:
        await connection.run_sync(lambda connection: migrate(connection, "0001"))
        await connection.execute(FILE, rows)
    await engine.dispose()
    store = await open_store(url)
    async with store.transaction() as work:
        found = await work.filings.with_stem([f"ÉTÉ {number}" for number in (0, 999, 2499)], 9)
        assert [line.id for line in found] == [2500, 1000, 1]
    await store.close()
