"""What the database says when it fails, as an error of Dateline's."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.errors import StoreTrouble


@contextmanager
def translated() -> Generator[None]:
    """Turn SQLAlchemy's errors into StoreTrouble."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreTrouble(f"the store failed: {line_of(error)}") from error


def line_of(error: Exception) -> str:
    """Give the database's own words, on one line, without the statement and its values."""
    words = str(error)
    if isinstance(error, DBAPIError):
        # PostgreSQL's driver adds the statement to its message, but keeps the message apart too.
        report = getattr(error.orig, "diag", None)
        words = getattr(report, "message_primary", None) or str(error.orig)
    return " ".join(words.split()) or type(error).__name__
