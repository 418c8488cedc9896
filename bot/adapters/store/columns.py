"""Column types that hold Dateline's values without loss on SQLite and PostgreSQL alike."""

import re
import unicodedata
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

_UNFIT = re.compile("[\x00\ud800-\udfff\uffff]")
_ESCAPED = re.compile("\uffff([0-9a-f]{4})")

BigId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""A number of 64 bits; SQLite numbers rows by itself only in a column called INTEGER."""


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
        """Give back what was put in."""
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
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def named(kind: type[StrEnum]) -> sa.Enum:
    """Give a column type that keeps members by their values, as plain text."""
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
