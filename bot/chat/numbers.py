"""Numbers as people type them: `12`, `No. 12`, `#12`, `№12`, `nr 12.`, in any script's digits."""

import re

_MARKS = r"\s\"'`“”„‘’‚«»‹›()\[\]{}<>#＃№:=.*"
_WORDS = r"no|nr|nº|n°|n|num|núm|number|numero|número|numéro|article|№"
_HEAD = (
    rf"\s*(?:[-–—]\s+)?[{_MARKS}]*"  # a dash right before the digits would be a minus
    rf"(?:(?:{_WORDS})(?![^\W\d_])[{_MARKS}º°]*)?"
)
_DIGITS = r"(\d{1,18})"  # decimal digits of any script, which int() reads; and no power like ²
_WHOLE = re.compile(rf"{_HEAD}{_DIGITS}[\W_]*", re.IGNORECASE)
_KEYCAPS = dict.fromkeys(map(ord, "\ufe0f\u20e3"))  # which make emoji of digits
_LEADING = re.compile(rf"{_HEAD}{_DIGITS}[^\w\s]*\s", re.IGNORECASE)


def number(words: str) -> int | None:
    """Return the number that the words are, as posts show it or barer; None where they are none."""
    found = _WHOLE.fullmatch(words.translate(_KEYCAPS))
    return int(found[1]) if found else None


def leading_number(words: str) -> int | None:
    """Return the number that the words are or begin with: `12 please`."""
    words = words.translate(_KEYCAPS)
    found = _WHOLE.fullmatch(words) or _LEADING.match(words)
    return int(found[1]) if found else None


def lone_number(words: str) -> tuple[str, ...]:
    """Return the number that a message consists of as its one argument, or none."""
    found = number(words)
    return () if found is None else (str(found),)
