"""Who wrote an article and when, where its text says so in lines of their own."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from summarizer.languages.dates import dates
from summarizer.languages.patterns import any_of, phrases_of_all, words_of_all

_YEAR = r"(?P<year>(?:19|20)\d\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Credits:
    """How lines of credits look, in all languages together.

    `stamp` is what such a line begins with, `stamped` what stands before its date further on, and
    `around` all that may stand beside the date where nothing says what it is the date of.
    """

    byline: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    stamp: re.Pattern[str]
    stamped: re.Pattern[str]
    around: re.Pattern[str]


@cache
def _credits() -> _Credits:
    known = dates()
    by = "|".join(
        rf"[{word[0].upper()}{word[0]}]{word[1:]}|{word.upper()}"
        for word in words_of_all("credits", "by")
    )
    connected = any_of(("&", *words_of_all("credits", "connected")))
    month, ordinal = f"(?P<month>{known.month})", f"{any_of(known.ordinals)}?"
    of = any_of(words_of_all("dates", "of"))
    days = any_of(day[:3] for day in known.days)
    hours = "|".join(h.replace(".", r"\.?") for h in words_of_all("dates", "half_days"))
    beside = any_of((*words_of_all("dates", "beside"), *words_of_all("dates", "zones")))
    return _Credits(
        byline=re.compile(
            rf"(?:{any_of(words_of_all('credits', 'openers'))}\s+)?(?:{by})\s*:?\s+"
            rf"(?P<name>[^\W\d_a-z][\w.'’-]*(?:,?\s+(?:[^\W\d_a-z][\w.'’-]*|{connected})){{0,11}})"
            r"\s*(?:[|,•·–—-].{0,80})?$"
        ),
        dates=tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
                rf"\b(?P<day>\d{{1,2}}){ordinal}\s+(?:{of}\s+)?{month},?\s+{_YEAR}\b",
                rf"\b{month}\s+(?P<day>\d{{1,2}}){ordinal},?\s+{_YEAR}\b",
            )
        ),
        stamp=re.compile(rf"[\W_]*{any_of(phrases_of_all('dates', 'stamps'))}\b", re.IGNORECASE),
        stamped=re.compile(
            rf"\b{any_of(words_of_all('dates', 'stamped'))}\b[\s:|,]*"
            rf"(?:{any_of(words_of_all('dates', 'on'))}\s+)?",
            re.IGNORECASE,
        ),
        around=re.compile(
            rf"(?:{days}\w*|\d{{1,2}}[:.]\d\d(?::\d\d)?|{hours}|{beside}"
            # It never goes back: digits can be parted in more ways than there is time for.
            r"|\d+|[\W_]|t(?=\d)|[+-]\d{4})*+$",
            re.IGNORECASE,
        ),
    )


def byline_of(line: str) -> str | None:
    """Return the name in "By Jane Doe, Health Correspondent"; None for a line of another kind."""
    match = _credits().byline.match(line[:200].strip()) if len(line) <= 160 else None
    return match["name"].strip(" ,") if match else None


def date_of(line: str) -> date | None:
    """Return the date in a line that says when an article was published; None for other lines."""
    if len(line) > 160 or not ("19" in line or "20" in line):  # the years of a date
        return None
    for pattern in _credits().dates:
        if (match := pattern.search(line)) and _is_stamp(line, match):
            return _date(match)
    return None


def _is_stamp(line: str, match: re.Match[str]) -> bool:
    """Return whether the line says no more than a date, or says what the date is."""
    rest = line[: match.start()] + line[match.end() :]
    known = _credits()
    before = known.stamped.search(
        line, 0, match.start()
    )  # "Coast TV, published Monday, 3 May 2021"
    return bool(
        known.stamp.match(line)
        or known.around.match(rest)
        or byline_of(line)
        or (before and match.start() - before.end() < 20 and len(line) < 100)
    )


def _date(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else dates().number(month)
    if number is None:
        return None
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:  # the 31st of February
        return None
