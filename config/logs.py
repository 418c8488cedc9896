"""Logging, to standard error: one line a record, without any secret in it."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TextIO

from config.secrets import Secrets
from config.sections import Log, LogFormat

QUIET = {
    "httpx": logging.WARNING,  # tells every request at INFO, with the token in its address
    "httpcore": logging.WARNING,
    "aiosqlite": logging.WARNING,
    "asyncio": logging.WARNING,
    "apscheduler": logging.ERROR,  # warns of a run that falls into another, which is made up for
    "alembic": logging.WARNING,
    "markdown_it": logging.WARNING,
    "chardet": logging.WARNING,
    "PIL": logging.WARNING,
}
"""The least level of libraries that tell more than an operator wants."""


CONTROLS = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))}
"""A file's name may hold a line break: it must not begin a line of the log."""


class TextLines(logging.Formatter):
    """Lines for people: `2026-01-20 12:00:00 WARNING bot.intake: words`, times in UTC.

    A formatter hides the secrets, and no filter: the text of exceptions and stacks exists only
    once it is written.
    """

    def __init__(self, secrets: Secrets) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record."""
        return self._secrets.hide(super().format(record))

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802 - the base class names it
        """Return a record's moment, to the second."""
        return f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%d %H:%M:%S}"

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the base class names it
        """Return a record's line, which is one line whatever it tells of."""
        # Hidden before the line breaks are taken out: a secret may hold one.
        return self._secrets.hide(super().formatMessage(record)).translate(CONTROLS)


class JsonLines(logging.Formatter):
    """Lines for machines: one JSON object a record."""

    def __init__(self, secrets: Secrets) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": self._secrets.hide(record.getMessage()),
        }
        if record.exc_info:
            line["exception"] = self._secrets.hide(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def start_logging(log: Log, secrets: Secrets, stream: TextIO | None = None) -> None:
    """Send every log record to standard error, and nothing secret with it."""
    handler = logging.StreamHandler(stream or sys.stderr)
    lines = JsonLines if log.format is LogFormat.JSON else TextLines
    handler.setFormatter(lines(secrets))
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False  # a broken record or a closed pipe is no reason to be noisy
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(log.level.name)
    for name, level in QUIET.items():
        logging.getLogger(name).setLevel(max(level, root.level))
