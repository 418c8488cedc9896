"""What the log shows, and what it never does."""

import io
import json
import logging
from collections.abc import Iterator

import pytest

from config.logs import QUIET, start_logging
from config.sections import Level, Log, LogFormat

TOKEN = "987654321:zzYYxxWWvvUUttSSrrQQppOOnnMMllKKjjI"  # noqa: S105 - invented


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """Leave logging as it was."""
    root = logging.getLogger()
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    levels = {name: logging.getLogger(name).level for name in QUIET}
    yield
    logging.captureWarnings(capture=False)
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = raising
    for name, former in levels.items():
        logging.getLogger(name).setLevel(former)


def fail(words: str) -> None:
    """Raise an exception of these words."""
    raise ValueError(words)


@pytest.mark.parametrize("form", list(LogFormat))
@pytest.mark.parametrize("secret", [TOKEN, "odd token", 'quo"te\\d', "p%40ss"])
@pytest.mark.parametrize("name", ["bot.intake", "httpx", "telegram.ext.ExtBot", "sqlalchemy"])
def test_no_record_shows_a_secret(form: LogFormat, secret: str, name: str) -> None:
    """Neither words, arguments, exceptions nor stacks of any logger at any level show it."""
    stream = io.StringIO()
    start_logging(Log(level=Level.DEBUG, format=form), [secret], stream)
    log = logging.getLogger(name)
    for level in (logging.DEBUG, logging.WARNING, logging.CRITICAL):
        log.log(level, "https://host/bot%s/getMe", secret, extra={"secret": secret})
    try:
        fail(f"no good: {secret}")
    except ValueError:
        log.exception("failed", stack_info=True)
    said = stream.getvalue()
    assert "failed" in said
    assert secret not in said
    assert json.dumps(secret)[1:-1] not in said


def test_what_looks_like_a_token_is_hidden_unasked() -> None:
    """A token that is not this bot's is nobody's business either."""
    stream = io.StringIO()
    start_logging(Log(), [], stream)
    logging.getLogger("bot").warning("GET /bot%s/getMe and 2026-01-20 10:00:00", TOKEN)
    assert TOKEN not in stream.getvalue()
    assert "2026-01-20 10:00:00" in stream.getvalue()


def test_the_level_is_kept_and_httpx_is_silent_below_warning() -> None:
    """Httpx tells every request at INFO."""
    stream = io.StringIO()
    start_logging(Log(level=Level.INFO), [], stream)
    logging.getLogger("bot").debug("one")
    logging.getLogger("httpx").info("two")
    logging.getLogger("bot").info("three")
    logging.getLogger("httpx").warning("four")
    lines = stream.getvalue().splitlines()
    assert [line.rsplit(" ", 1)[1] for line in lines] == ["three", "four"]


def test_a_record_is_one_line_whatever_it_names() -> None:
    """A file's name with a line break does not begin a line."""
    stream = io.StringIO()
    start_logging(Log(), [], stream)
    logging.getLogger("bot").warning("%s: set aside", "a\n2026 ERROR forged\x1b[2J.txt")
    (line,) = stream.getvalue().splitlines()
    assert r"a\x0a2026 ERROR forged\x1b[2J.txt: set aside" in line


def test_json_lines_are_json() -> None:
    """Each record is one object, with its exception in it."""
    stream = io.StringIO()
    start_logging(Log(format=LogFormat.JSON), [], stream)
    try:
        fail("odd\nlines")
    except ValueError:
        logging.getLogger("bot.intake").exception("failed: %s", "Köln")
    (line,) = stream.getvalue().splitlines()
    record = json.loads(line)
    assert record["message"] == "failed: Köln"
    assert (record["level"], record["logger"]) == ("error", "bot.intake")
    assert "ValueError: odd\nlines" in record["exception"]
