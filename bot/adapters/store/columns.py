"""Column types that hold Dateline's values without loss on SQLite and PostgreSQL alike."""

import re
import unicodedata
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.errors import UnfitValue

_UNFIT = re.compile("[\x00\ud800-\udfff\uffff]")
_ESCAPED = re.compile("\uffff([0-9a-f]{4})")

BIGGEST = 2**63 - 1
"""The largest number that a column holds."""


class Number(TypeDecorator[int]):
    """A whole number of 64 bits, its sign included.

    SQLite's driver raises an error of Python's own for a larger one, and PostgreSQL's says that the
    statement failed: both would look like a fault of everything that stands in the transaction.
    """

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Pass on what fits; raise UnfitValue for what does not."""
        if value is None or (isinstance(value, int) and -BIGGEST - 1 <= value <= BIGGEST):
            return value
        raise UnfitValue("the store cannot hold a number of more than 64 bits")


class BigId(Number):
    """The number of a row; SQLite numbers rows by itself only in a column called INTEGER."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Call it so there."""
        return sa.Integer() if dialect.name == "sqlite" else sa.BigInteger()


class Words(TypeDecorator[str]):
    """Text of any code points, compared by them.

    PostgreSQL takes no NUL and neither database takes the lone surrogates that stand for the
    odd bytes of a file's name: those are escaped, each by itself, so that prefixes stay prefixes.
    """

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Compare by code points on PostgreSQL too, whatever the locale of the database."""
        return sa.Text(collation="C") if dialect.name == "postgresql" else sa.Text()

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Escape what a database does not take."""
        return None if value is None else escape(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return back what was put in."""
        return None if value is None else unescape(value)


class Moment(TypeDecorator[datetime]):
    """An aware datetime, kept as UTC."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn any zone into UTC; SQLite keeps it without a zone, so that it sorts as text."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone: {value}")
        try:
            moment = value.astimezone(UTC)
        except OverflowError:
            raise UnfitValue(
                f"the store cannot hold a time outside the years 1 to 9999: {value}"
            ) from None
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def named(kind: type[StrEnum]) -> sa.Enum:
    """Return a column type that keeps members by their values, as plain text."""
    return sa.Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=16,
        values_callable=lambda members: [member.value for member in members],
    )


def escape(text: str) -> str:
    """Write code points that a database does not take as U+FFFF and four digits."""
    return _UNFIT.sub(lambda found: f"\uffff{ord(found[0]):04x}", text)


def unescape(text: str) -> str:
    """Undo `escape`."""
    if "\uffff" not in text:  # as nearly always, and much faster to see
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def folded(name: str) -> str:
    """Return a file's name as it is looked up: what looks alike is alike.

    Accents are composed, as most people type them (macOS decomposes them); letter case and what
    cannot be seen do not count, and white space of any kind is one space.
    """
    if not name.isascii():
        shown = (c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c) != "Cf")
        name = unicodedata.normalize("NFC", "".join(shown).casefold())
    return " ".join(name.casefold().split())
