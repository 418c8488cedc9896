"""When a folder is scanned: `every 5m`, or the five fields of crontab(5), in a time zone.

This is the one place that understands schedules; `bot.adapters.schedule` has them run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ALLOWED = "`every 30s`, `every 5m`, `every 2h`, `every 1d`, or five cron fields (`0 6 * * mon-fri`)"

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LONGEST = timedelta(days=366)
INTERVAL = re.compile(r"every\s*(\d{1,9})\s*([a-z]+)", re.ASCII | re.IGNORECASE)
NUMBER = re.compile(r"\d{1,4}", re.ASCII)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
NICKNAMES = {
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
    "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
}
FARTHEST_DAYS = 41 * 366
"""The 29th of February falls on a given weekday once in 40 years at the least."""

LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """The minutes that one line of cron names: a moment matches when all five fields hold it.

    `weekdays` count as crontab(5) does: 0 is Sunday, 6 is Saturday.
    """

    minutes: frozenset[int]
    hours: frozenset[int]
    days: frozenset[int]
    months: frozenset[int]
    weekdays: frozenset[int]

    def names(self, day: date) -> bool:
        """Return whether the pattern has moments on that day."""
        weekday = day.isoweekday() % 7
        return day.month in self.months and day.day in self.days and weekday in self.weekdays

    def moments(self, day: date, zone: ZoneInfo) -> Iterator[datetime]:
        """Return the moments of a day that the pattern names, in UTC, in no order.

        A time that a clock put forward leaves out comes as much later as the clock was put
        forward. One that a clock put back has twice comes once, unless every hour is named.
        """
        for hour in self.hours:
            for minute in self.minutes:
                local = datetime.combine(day, time(hour, minute), zone)
                yield local.astimezone(UTC)
                if len(self.hours) == 24 and _is_twice(local):
                    yield local.replace(fold=1).astimezone(UTC)


def _is_twice(local: datetime) -> bool:
    """Return whether a clock shows this time twice: it then changes to a lesser offset."""
    second = local.replace(fold=1).utcoffset()
    first = local.utcoffset()
    return first is not None and second is not None and second < first


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When to scan: at an interval, or at every minute that one of the patterns names."""

    text: str
    timezone: ZoneInfo
    every: timedelta | None = None
    patterns: tuple[Pattern, ...] = ()

    @classmethod
    def parse(cls, text: str, timezone: str = "UTC") -> "Schedule":
        """Understand a schedule; raise ValueError that says what is wrong with it."""
        zone = find_timezone(timezone)
        words = " ".join(text.split())
        if words.lower().startswith("every"):
            return cls(text=words, timezone=zone, every=_interval(words))
        return cls(text=words, timezone=zone, patterns=_patterns(words))

    def next_run(self, after: datetime) -> datetime | None:
        """Return the first moment after an aware one, in UTC; None where there never is one."""
        if self.every is not None:
            return after.astimezone(UTC) + self.every
        day = after.astimezone(self.timezone).date() - timedelta(days=1)
        for _ in range(FARTHEST_DAYS):
            moments = [
                moment
                for pattern in self.patterns
                if pattern.names(day)
                for moment in pattern.moments(day, self.timezone)
                if moment > after
            ]
            if moments:
                return min(moments)
            day += timedelta(days=1)
        return None


def find_timezone(name: str) -> ZoneInfo:
    """Find a time zone by its IANA name; raise ValueError for one that there is not."""
    try:
        return ZoneInfo(name.strip())
    except (OSError, ValueError, KeyError):
        raise ValueError("there is no such time zone") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """One of the five fields: its bounds, and names for its values from `low` up."""

    name: str
    low: int
    high: int
    names: tuple[str, ...] = ()

    def read(self, text: str) -> frozenset[int]:
        """Return the values that a field's text names."""
        values: set[int] = set()
        for item in text.split(","):
            values.update(self._item(item))
        return frozenset(values)

    def _item(self, item: str) -> range:
        span, slash, step_text = item.partition("/")
        if slash and (not NUMBER.fullmatch(step_text) or int(step_text) == 0):
            raise ValueError(f"the step of {item!r} in {self.name} is no number above 0")
        step = int(step_text) if slash else 1
        if span == "*":
            return range(self.low, self.high + 1, step)
        first_text, dash, last_text = span.partition("-")
        first = self._value(first_text)
        if not dash:
            if slash:
                raise ValueError(f"{item!r} in {self.name}: a step follows `*` or a range")
            return range(first, first + 1)
        last = self._value(last_text)
        if self.names is DAYS and last == 0 and first > 0:
            last = 7  # fri-sun: Sunday ends the week as well as it begins it
        if last < first:
            raise ValueError(f"the range {span!r} in {self.name} runs backwards")
        return range(first, last + 1, step)

    def _value(self, text: str) -> int:
        if text.lower() in self.names:
            return self.names.index(text.lower()) + self.low
        if not NUMBER.fullmatch(text) or not self.low <= int(text) <= self.high:
            raise ValueError(f"{text!r} is no {self.name} ({self.low}-{self.high})")
        return int(text)


FIELDS = (
    _Field(name="minute", low=0, high=59),
    _Field(name="hour", low=0, high=23),
    _Field(name="day of the month", low=1, high=31),
    _Field(name="month", low=1, high=12, names=MONTHS),
    _Field(name="day of the week", low=0, high=7, names=DAYS),
)


def _interval(text: str) -> timedelta:
    matched = INTERVAL.fullmatch(text)
    unit = matched.group(2).lower() if matched else ""
    if matched is None or unit not in UNITS:
        raise ValueError("an interval is a whole number and s, m, h or d")
    interval = timedelta(seconds=int(matched.group(1)) * UNITS[unit])
    if not timedelta(seconds=1) <= interval <= LONGEST:
        raise ValueError("an interval is from 1s to 366d")
    return interval


def _patterns(text: str) -> tuple[Pattern, ...]:
    """Read five fields; day and weekday join by OR where neither begins with a star."""
    fields = NICKNAMES.get(text.lower(), text).split()
    if len(fields) != len(FIELDS):
        raise ValueError(f"cron has 5 fields, here {_are(len(fields))}")
    minutes, hours, days, months, weekday_numbers = (
        field.read(written) for field, written in zip(FIELDS, fields, strict=True)
    )
    weekdays = frozenset(number % 7 for number in weekday_numbers)
    every_day, every_weekday = FIELDS[2].read("*"), frozenset(range(7))
    pairs = [(days, weekdays)]
    if not fields[2].startswith("*") and not fields[4].startswith("*"):
        pairs = [(days, every_weekday), (every_day, weekdays)]
    patterns = tuple(
        Pattern(minutes=minutes, hours=hours, days=d, months=months, weekdays=w) for d, w in pairs
    )
    if not any(_comes(pattern) for pattern in patterns):
        raise ValueError("no month named has such a day")
    return patterns


def _comes(pattern: Pattern) -> bool:
    """Return whether any date matches: the 30th of February never comes."""
    first = min(pattern.days)
    return any(first <= LONGEST_MONTHS[month - 1] for month in pattern.months)


def _are(count: int) -> str:
    return "is 1" if count == 1 else f"are {count}"
