"""Stores to test on: every test runs on SQLite and on PostgreSQL, each on a fresh database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore, open_store
from tests.postgres import PostgresServer, postgres

OpenAgain = Callable[[], Awaitable[DatabaseStore]]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """Run a PostgreSQL for this session, started when a test first asks for it."""
    with postgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server: PostgresServer) -> str:
    """Make a database with all tables once; copying it is faster than making them each time."""
    url = postgres_server.database()

    async def prepare() -> None:
        await (await open_store(url)).close()

    asyncio.run(prepare())
    return postgres_server.name_of(url)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of a database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/folder/store.db"
    server: PostgresServer = request.getfixturevalue("postgres_server")
    return server.database(request.getfixturevalue("postgres_template"))


@pytest.fixture
async def open_again(url: str) -> AsyncIterator[OpenAgain]:
    """Give a way to open the test's store once more, as another process would."""
    opened: list[DatabaseStore] = []

    async def open_it() -> DatabaseStore:
        opened.append(await open_store(url))
        return opened[-1]

    yield open_it
    for store in opened:
        await store.close()


@pytest.fixture
async def store(open_again: OpenAgain) -> DatabaseStore:
    """Give a fresh store."""
    return await open_again()
