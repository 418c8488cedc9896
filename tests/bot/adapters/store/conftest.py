"""Stores to test on: every test runs on SQLite and on PostgreSQL, each on a fresh database."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
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
def postgres_template(postgres_server: PostgresServer) -> Iterator[str]:
    """Make a database with all tables once; copying it is faster than making them each time."""

    async def prepare(url: str) -> None:
        await (await open_store(url)).close()

    with postgres_server.database() as url:
        with ThreadPoolExecutor(1) as thread:  # a test that asks for it may have a loop running
            thread.submit(asyncio.run, prepare(url)).result()
        yield postgres_server.name_of(url)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, postgres_template: str) -> Iterator[str]:
    """Return the address of a PostgreSQL database with all tables."""
    with postgres_server.database(postgres_template) as url:
        yield url


@pytest.fixture
def empty_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Return the address of a PostgreSQL database without any table."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/folder/store.db"
    address: str = request.getfixturevalue("postgres_url")
    return address


@pytest.fixture
async def open_again(url: str) -> AsyncIterator[OpenAgain]:
    """Return a way to open the test's store once more, as another process would."""
    opened: list[DatabaseStore] = []

    async def open_it() -> DatabaseStore:
        opened.append(await open_store(url))
        return opened[-1]

    yield open_it
    for store in opened:
        await store.close()


@pytest.fixture
async def store(open_again: OpenAgain) -> DatabaseStore:
    """Return a fresh store."""
    return await open_again()
