"""Who wrote an article and when, where its text says so in lines of their own."""

import re
from datetime import date

_CONNECTED = r"(?:and|und|et|y|e|&|for|in|at|of|de|van|von|der|bin|al|el|la|le|du|da|the)"
_BYLINE = re.compile(
    rf"(?:(?:Written|Reported|Story|Words|Text|Posted)\s+)?(?:[Bb]y|BY)\s*:?\s+"
    rf"(?P<name>[^\W\d_a-z][\w.'’-]*(?:,?\s+(?:[^\W\d_a-z][\w.'’-]*|{_CONNECTED})){{0,11}})"
    r"\s*(?:[|,•·–—-].{0,80})?$"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b",
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b",
    )
)
_STAMP = re.compile(
    r"[\W_]*(?:(?:first\s+)?published|(?:last\s+)?(?:updated|modified|edited)|posted|created|issued|date)\b",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"\b(?:published|updated|posted)\b[\s:|,]*(?:on\s+|at\s+)?", re.IGNORECASE)
_AROUND_DATE = re.compile(  # it never goes back: digits can be parted in more ways than time has
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*|\d{1,2}[:.]\d\d(?::\d\d)?|[ap]\.?m\.?|at|on|gmt|utc|bst|e[sd]t|"
    r"p[sd]t|c[eE]?s?t|z|by|published|updated|last|first|posted|\d+|[\W_]|t(?=\d)|[+-]\d{4})*+$",
    re.IGNORECASE,
)


def byline_of(line: str) -> str | None:
    """Give the name in "By Jane Doe, Health Correspondent"; None for a line of another kind."""
    match = _BYLINE.match(line[:200].strip()) if len(line) <= 160 else None
    return match["name"].strip(" ,") if match else None


def date_of(line: str) -> date | None:
    """Give the date in a line that says when an article was published; None for other lines."""
    if len(line) > 160 or not ("19" in line or "20" in line):  # the years of a date
        return None
    for pattern in _DATES:
        if (match := pattern.search(line)) and _is_stamp(line, match):
            return _date(match)
    return None


def _is_stamp(line: str, match: re.Match[str]) -> bool:
    """Tell whether the line says no more than a date, or says what the date is."""
    rest = line[: match.start()] + line[match.end() :]
    before = _STAMPED.search(line, 0, match.start())  # "Coast TV, published Monday, 3 May 2021"
    return bool(
        _STAMP.match(line)
        or _AROUND_DATE.match(rest)
        or byline_of(line)
        or (before and match.start() - before.end() < 20 and len(line) < 100)
    )


def _date(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:  # the 31st of February
        return None
