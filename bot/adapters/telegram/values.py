"""What Telegram's server says, taken value by value: like any stranger's words, it may be anything.

Each function raises TypeError or ValueError for what it cannot take.
"""

import json
import math
from typing import Any

Json = dict[str, Any]

LONGEST_WAIT = 6 * 3600.0
"""Seconds that Telegram can make anybody wait, whatever it asks for."""

_BIGGEST = 2**63 - 1


def number(value: object) -> int:
    """Return a whole number of 64 bits: what is true, a text or a fraction is none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("no whole number")
    if not -_BIGGEST <= value <= _BIGGEST:
        raise ValueError("a number of more than 64 bits")
    return value


def positive(value: object) -> int:
    """Return a number above zero, as those of messages, topics and updates are."""
    found = number(value)
    if found < 1:
        raise ValueError("a number below one")
    return found


def chat_number(value: object) -> int:
    """Return the id of a chat or a person; Telegram has none with zero, we have the terminal."""
    found = number(value)
    if not found:
        raise ValueError("the number of no chat")
    return found


def words(value: object, longest: int) -> str:
    """Return a text, cut to what is as long as such a text gets."""
    if not isinstance(value, str):
        raise TypeError("no text")
    return value[:longest]


def seconds(value: object) -> float | None:
    """Return a time to wait, at most `LONGEST_WAIT`; None where it is none or makes no sense."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not value > 0 or math.isnan(value):
        return None
    return float(min(value, LONGEST_WAIT))


def parsed(payload: bytes | str) -> Json:
    """Return the object that a JSON text holds; raise ValueError for anything else."""
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else payload
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(found, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - one error for all that is no answer
    return found


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
