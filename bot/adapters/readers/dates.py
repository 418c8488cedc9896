"""Dates as people and programs write them in the facts of a file."""

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = 80
FIRST_YEAR, LAST_YEAR = 1600, 2200
"""Newspapers began in 1605; and with a year at either end of the calendar, an hour more or less
leaves it."""

FARTHEST = timedelta(hours=15)
"""No clock on Earth is as far from UTC."""

STAMP = re.compile(  # as YAML writes a moment, which is more than ISO 8601 allows
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?"
    r"(?:[ \t]*(?:([Zz])|([+-])(\d\d?)(?::?(\d\d))?))?",
    re.ASCII,
)
FORMS = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d", "%d.%m.%Y", "%Y-%m-%d")


def parse_date(written: str) -> date | None:
    """Return the day that is written, or the moment, aware (in UTC where no zone is named).

    None where it is no date, or none of an article.
    """
    text = written.strip()
    if len(text) > LONGEST:
        return None
    for read in (_iso, _stamp, _in_words, _mail):
        try:
            found = read(text)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
        if found is not None:
            return _sound(found)
    return None


def _sound(found: date) -> date | None:
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    if not isinstance(found, datetime):
        return found
    offset = found.utcoffset()
    if offset is None:
        return found.replace(tzinfo=UTC)
    return found if abs(offset) < FARTHEST else None


def _iso(text: str) -> date:
    return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)


def _stamp(text: str) -> date | None:
    if (match := STAMP.fullmatch(text)) is None:
        return None
    *numbers, fraction, zulu, sign, hours, minutes = match.groups()
    micro = (fraction or "0")[:6].ljust(6, "0")
    year, month, day, hour, minute, second = (number or "0" for number in numbers)
    zone = f"{sign}{hours:>02}:{minutes or '00'}" if sign else "+00:00" if zulu else ""
    return datetime.fromisoformat(
        f"{year}-{month:>02}-{day:>02}T{hour:>02}:{minute}:{second:>02}.{micro}{zone}"
    )


def _in_words(text: str) -> date | None:
    for form in FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None


def _mail(text: str) -> date:
    return parsedate_to_datetime(text)
