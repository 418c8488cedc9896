"""What the store of a killed bot says, read from outside: which attempts were under way."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"report \d+|zq\d+|chat -?\d+")
"""What tells texts apart: an article's headline, a question's odd word, a chat in a greeting."""

Key = tuple[int, str]
"""A chat, and the mark of what is due there."""

_SENDING = """
SELECT d.chat_id, coalesce(d.post, f.title) FROM deliveries d
LEFT JOIN filings f ON f.id = d.filing_id WHERE d.state = 'sending' AND d.kind <> 'correction'
"""
_EXPIRED = """
SELECT d.chat_id, coalesce(d.post, f.title), d.reason FROM deliveries d
LEFT JOIN filings f ON f.id = d.filing_id WHERE d.state = 'expired' AND d.kind <> 'correction'
"""
_OPEN = """
SELECT (SELECT count(*) FROM deliveries WHERE state IN ('held', 'due', 'sending'))
     + (SELECT count(*) FROM updates WHERE NOT handled)
"""
_SUBSCRIBED = """
SELECT chat_id, (SELECT coalesce(max(id), 0) FROM filings) FROM subscriptions
WHERE state = 'active'
"""


@dataclass(frozen=True, slots=True)
class Witness:
    """Reads a SQLite store beside its bot, or after it."""

    path: Path

    def sending(self) -> list[Key]:
        """Return what was under way: that alone may come again, once for each time it stands here."""
        return [key for row in self._rows(_SENDING) if (key := _key(*row))]

    def expired(self) -> dict[Key, str]:
        """Return what was given up, with the reasons."""
        return {
            key: reason for chat, text, reason in self._rows(_EXPIRED) if (key := _key(chat, text))
        }

    def subscribed(self) -> dict[int, int]:
        """Return the chats whose subscriptions are active, with the last filing's number."""
        return dict(self._rows(_SUBSCRIBED))

    def filed(self, after: int = 0) -> list[str]:
        """Return the marks of the articles filed after a filing, by their numbers."""
        titles = self._rows(f"SELECT title FROM filings WHERE id > {after} ORDER BY id")  # noqa: S608 - a number
        return [mark for (title,) in titles if (mark := mark_of(title))]

    def open(self) -> int:
        """Count what is still to be delivered or handled."""
        (row,) = self._rows(_OPEN)
        return int(row[0])

    def digests(self) -> set[str]:
        """Return the digests of the files read."""
        return {digest for (digest,) in self._rows("SELECT digest FROM files")}

    def aside(self) -> dict[str, str]:
        """Return the files that are set aside, with the reasons."""
        return dict(self._rows("SELECT path, reason FROM files WHERE state = 'set aside'"))

    def corrected(self) -> list[str]:
        """Return the marks of the articles that were corrected."""
        titles = self._rows("SELECT title FROM filings WHERE version > 1")
        return [mark for (title,) in titles if (mark := mark_of(title))]

    def damage(self) -> list[str]:
        """Return what SQLite finds wrong."""
        return [line for (line,) in self._rows("PRAGMA integrity_check") if line != "ok"]

    def _rows(self, query: str) -> Iterator[tuple]:  # type: ignore[type-arg] # any columns
        with closing(sqlite3.connect(f"file:{self.path}?mode=rw", uri=True, timeout=30)) as store:
            yield from store.execute(query).fetchall()


def mark_of(text: str) -> str | None:
    """Return the first mark in a text."""
    found = MARK.search(text)
    return found[0] if found else None


def _key(chat_id: int, text: str) -> Key | None:
    mark = mark_of(text)
    return (chat_id, mark) if mark else None
