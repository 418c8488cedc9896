"""What the database says when it fails, as an error of Dateline's."""

from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, SQLAlchemyError, StatementError

from bot.errors import StoreTrouble, UnfitValue

_UNFIT = ("22", "54")
"""The classes of PostgreSQL's codes for values that it cannot hold: data, and program limits."""


@contextmanager
def translated() -> Generator[None]:
    """Turn SQLAlchemy's errors into UnfitValue, where a value is to blame, or StoreTrouble."""
    try:
        yield
    except SQLAlchemyError as error:
        if isinstance(error, StatementError) and isinstance(error.orig, UnfitValue):
            raise error.orig from error  # of our column types: SQLAlchemy wraps what these raise
        if _is_by_value(error):
            raise UnfitValue(f"the store cannot hold it: {line_of(error)}") from error
        raise StoreTrouble(f"the store failed: {line_of(error)}") from error


def _is_by_value(error: SQLAlchemyError) -> bool:
    """Return whether a statement failed by its values, so that it would fail again with these."""
    if isinstance(error, DBAPIError):
        code = getattr(error.orig, "sqlstate", None) or ""
        return isinstance(error, DataError) or code.startswith(_UNFIT)
    return isinstance(error, StatementError)  # no value of the column's type


def line_of(error: Exception) -> str:
    """Return the database's own words, on one line, without the statement and its values."""
    words = str(error)
    if isinstance(error, DBAPIError):
        # PostgreSQL's driver adds the statement to its message, but keeps the message apart too.
        report = getattr(error.orig, "diag", None)
        words = getattr(report, "message_primary", None) or str(error.orig)
    return " ".join(words.split()) or type(error).__name__
