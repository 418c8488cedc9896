"""Schedules mean what crontab(5) says, in any time zone."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.schedules import Schedule


def runs(text: str, zone: str, after: str, count: int = 4) -> list[str]:
    """Return the next runs after a local time, as local times."""
    schedule = Schedule.parse(text, zone)
    moment = datetime.fromisoformat(after).replace(tzinfo=ZoneInfo(zone))
    found = []
    for _ in range(count):
        following = schedule.next_run(moment)
        assert following is not None
        assert following > moment
        moment = following
        found.append(f"{moment.astimezone(ZoneInfo(zone)):%m-%d %H:%M %a}")
    return found


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("every 30s", 30),
        ("every 5m", 300),
        ("every 2h", 7200),
        ("every 1d", 86400),
        ("  Every  5 M ", 300),
        ("every5m", 300),
    ],
)
def test_an_interval_is_a_number_and_a_unit(text: str, seconds: int) -> None:
    """Seconds, minutes, hours or days, from the moment before."""
    schedule = Schedule.parse(text)
    assert schedule.every == timedelta(seconds=seconds)
    after = datetime(2026, 1, 20, tzinfo=UTC)
    assert schedule.next_run(after) == after + timedelta(seconds=seconds)


# 2026-01-20 is a Tuesday.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*/30 * * * *", ["01-20 12:30 Tue", "01-20 13:00 Tue", "01-20 13:30 Tue"]),
        ("0 6 * * *", ["01-21 06:00 Wed", "01-22 06:00 Thu", "01-23 06:00 Fri"]),
        ("5,10-12 12 * * *", ["01-20 12:05 Tue", "01-20 12:10 Tue", "01-20 12:11 Tue"]),
        ("10-30/10 12 * * *", ["01-20 12:10 Tue", "01-20 12:20 Tue", "01-20 12:30 Tue"]),
        ("0 0 * * 0", ["01-25 00:00 Sun", "02-01 00:00 Sun", "02-08 00:00 Sun"]),
        ("0 0 * * 7", ["01-25 00:00 Sun", "02-01 00:00 Sun", "02-08 00:00 Sun"]),
        ("0 0 * * SUN", ["01-25 00:00 Sun", "02-01 00:00 Sun", "02-08 00:00 Sun"]),
        ("0 0 * * 1", ["01-26 00:00 Mon", "02-02 00:00 Mon", "02-09 00:00 Mon"]),
        ("0 0 * * mon", ["01-26 00:00 Mon", "02-02 00:00 Mon", "02-09 00:00 Mon"]),
        ("0 6 * * 1-5", ["01-21 06:00 Wed", "01-22 06:00 Thu", "01-23 06:00 Fri"]),
        ("0 6 * * 5-7", ["01-23 06:00 Fri", "01-24 06:00 Sat", "01-25 06:00 Sun"]),
        ("0 6 * * sat-sun", ["01-24 06:00 Sat", "01-25 06:00 Sun", "01-31 06:00 Sat"]),
        ("0 6 * * sun-tue", ["01-25 06:00 Sun", "01-26 06:00 Mon", "01-27 06:00 Tue"]),
        ("0 6 * * 0,6", ["01-24 06:00 Sat", "01-25 06:00 Sun", "01-31 06:00 Sat"]),
        ("0 6 * * */2", ["01-22 06:00 Thu", "01-24 06:00 Sat", "01-25 06:00 Sun"]),
        ("0 6 1 * *", ["02-01 06:00 Sun", "03-01 06:00 Sun", "04-01 06:00 Wed"]),
        ("0 6 31 * *", ["01-31 06:00 Sat", "03-31 06:00 Tue", "05-31 06:00 Sun"]),
        ("0 6 1 MAR,jul *", ["03-01 06:00 Sun", "07-01 06:00 Wed", "03-01 06:00 Mon"]),
        ("0 6 13 * 5", ["01-23 06:00 Fri", "01-30 06:00 Fri", "02-06 06:00 Fri"]),
        ("0 6 22 * 5", ["01-22 06:00 Thu", "01-23 06:00 Fri", "01-30 06:00 Fri"]),
        ("0 6 22,23 * thu,fri", ["01-22 06:00 Thu", "01-23 06:00 Fri", "01-29 06:00 Thu"]),
        ("0 6 */2 * 5", ["01-23 06:00 Fri", "02-13 06:00 Fri", "02-27 06:00 Fri"]),
        ("0 6 22 * */2", ["01-22 06:00 Thu", "02-22 06:00 Sun", "03-22 06:00 Sun"]),
        ("0 6 22 * *", ["01-22 06:00 Thu", "02-22 06:00 Sun", "03-22 06:00 Sun"]),
        ("@hourly", ["01-20 13:00 Tue", "01-20 14:00 Tue", "01-20 15:00 Tue"]),
        ("@Daily", ["01-21 00:00 Wed", "01-22 00:00 Thu", "01-23 00:00 Fri"]),
        ("@weekly", ["01-25 00:00 Sun", "02-01 00:00 Sun", "02-08 00:00 Sun"]),
    ],
)
def test_cron_fields_mean_what_crontab_says(text: str, expected: list[str]) -> None:
    """Sunday is 0 and 7; a day of the month and a weekday are joined by OR, a star by AND."""
    assert runs(text, "UTC", "2026-01-20 12:00", 3) == expected


def test_a_leap_day_is_waited_for() -> None:
    """The next one is in 2028, the next that is a Sunday in 2032."""
    after = datetime(2026, 1, 20, tzinfo=UTC)
    found = Schedule.parse("0 0 29 2 *").next_run(after)
    assert found == datetime(2028, 2, 29, tzinfo=UTC)
    sunday = Schedule.parse("0 0 29 2 */7").next_run(after)
    assert sunday == datetime(2032, 2, 29, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone", "after", "expected"),
    [
        ("0 6 * * *", "Asia/Baghdad", "2026-01-20 12:00", ["01-21 06:00 Wed", "01-22 06:00 Thu"]),
        # Berlin puts its clock forward on 29 March from 02:00 to 03:00 ...
        ("30 2 * * *", "Europe/Berlin", "2026-03-28 12:00", ["03-29 03:30 Sun", "03-30 02:30 Mon"]),
        (
            "*/30 * * * *",
            "Europe/Berlin",
            "2026-03-29 01:10",
            ["03-29 01:30 Sun", "03-29 03:00 Sun", "03-29 03:30 Sun", "03-29 04:00 Sun"],
        ),
        ("0 6 * * *", "Europe/Berlin", "2026-03-28 12:00", ["03-29 06:00 Sun", "03-30 06:00 Mon"]),
        # ... and back on 25 October from 03:00 to 02:00.
        ("30 2 * * *", "Europe/Berlin", "2026-10-24 12:00", ["10-25 02:30 Sun", "10-26 02:30 Mon"]),
        (
            "*/30 * * * *",
            "Europe/Berlin",
            "2026-10-25 01:40",
            ["10-25 02:00 Sun", "10-25 02:30 Sun", "10-25 02:00 Sun", "10-25 02:30 Sun"],
        ),
        # Cairo leaves out midnight itself, from 00:00 to 01:00 on 24 April.
        (
            "0 0 * * *",
            "Africa/Cairo",
            "2026-04-22 23:30",
            ["04-23 00:00 Thu", "04-24 01:00 Fri", "04-25 00:00 Sat"],
        ),
        # Lord Howe Island changes by half an hour.
        (
            "*/15 * * * *",
            "Australia/Lord_Howe",
            "2026-04-05 01:20",
            ["04-05 01:30 Sun", "04-05 01:45 Sun", "04-05 01:30 Sun", "04-05 01:45 Sun"],
        ),
        # Apia had no 30 December 2011.
        (
            "0 12 * * *",
            "Pacific/Apia",
            "2011-12-29 10:00",
            ["12-29 12:00 Thu", "12-31 12:00 Sat", "01-01 12:00 Sun"],
        ),
    ],
)
def test_runs_keep_to_the_clock_on_the_wall(
    text: str, zone: str, after: str, expected: list[str]
) -> None:
    """A time left out is made up for, and one that comes twice is run once, unless it is hourly."""
    assert runs(text, zone, after, len(expected)) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "5 fields, here are 0"),
        ("every", "an interval is a whole number and"),
        ("every 5", "an interval is a whole number and"),
        ("every 1.5h", "an interval is a whole number and"),
        ("every 5 weeks", "an interval is a whole number and"),
        ("every -5m", "an interval is a whole number and"),
        ("every 0s", "from 1s to 366d"),
        ("every 999999999d", "from 1s to 366d"),
        ("5m", "here is 1"),
        ("* * * *", "here are 4"),
        ("* * * * * *", "here are 6"),
        ("60 * * * *", "'60' is no minute (0-59)"),
        ("* 24 * * *", "'24' is no hour (0-23)"),
        ("* * 0 * *", "'0' is no day of the month (1-31)"),
        ("* * * 13 *", "'13' is no month (1-12)"),
        ("* * * * 8", "'8' is no day of the week (0-7)"),
        ("* * * * funday", "'funday' is no day of the week"),
        ("mon * * * *", "'mon' is no minute"),
        ("*/0 * * * *", "the step"),
        ("*/x * * * *", "the step"),
        ("*/ * * * *", "the step"),
        ("5/15 * * * *", "a step follows"),
        ("30-10 * * * *", "runs backwards"),
        ("* * * * fri-mon", "runs backwards"),
        ("1, * * * *", "'' is no minute"),
        ("1-2-3 * * * *", "'2-3' is no minute"),
        ("-1 * * * *", "'' is no minute"),
        ("٣ * * * *", "is no minute"),
        ("0 0 31 2 *", "no month named has such a day"),
        ("0 0 31 apr,jun *", "no month named has such a day"),
        ("@reboot", "here is 1"),
    ],
)
def test_a_wrong_schedule_is_explained(text: str, words: str) -> None:
    """The error says which part is wrong, and what it may be."""
    with pytest.raises(ValueError, match=r".") as raised:
        Schedule.parse(text)
    assert words in str(raised.value)


@pytest.mark.parametrize("zone", ["", "Mars/Base", "../../etc/passwd", "/etc/localtime", "a\0b"])
def test_a_wrong_time_zone_is_explained(zone: str) -> None:
    """Whatever is written, the error is one kind."""
    with pytest.raises(ValueError, match="no such time zone"):
        Schedule.parse("every 5m", zone)


FIELD = st.sampled_from(["*", "*/7", "1", "2-5", "3,11", "1-9/4"])
DAY = st.sampled_from(["*", "*/10", "1", "13", "28-31", "15,30"])
WEEKDAY = st.sampled_from(["*", "*/3", "0", "7", "mon-wed", "5-7"])


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(FIELD, FIELD, DAY, st.sampled_from(["*", "2,3", "*/5"]), WEEKDAY),
    st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 - given its zone below
    st.sampled_from(["UTC", "Asia/Kolkata", "America/New_York"]),
)
def test_the_next_run_is_the_first_minute_that_matches(
    fields: tuple[str, ...], start: datetime, zone: str
) -> None:
    """Looking at every minute finds the same moment, where no clock changes between."""
    local = ZoneInfo(zone)
    schedule = Schedule.parse(" ".join(fields), zone)
    after = start.replace(tzinfo=UTC)
    found = schedule.next_run(after)
    assert found is not None
    minute = after.replace(second=0, microsecond=0)
    for _ in range(3000):
        minute += timedelta(minutes=1)
        if (
            minute == found
            or minute.astimezone(local).utcoffset() != after.astimezone(local).utcoffset()
        ):
            return
        assert not _matches(minute.astimezone(local), schedule)
    assert found > minute


def _matches(local: datetime, schedule: Schedule) -> bool:
    return any(
        local.minute in pattern.minutes
        and local.hour in pattern.hours
        and pattern.names(date(local.year, local.month, local.day))
        for pattern in schedule.patterns
    )


def test_runs_never_repeat_or_go_back() -> None:
    """A year of quarter hours in a zone with changing clocks is a year of quarter hours."""
    schedule = Schedule.parse("*/15 * * * *", "Europe/Berlin")
    moment: datetime | None = datetime(2026, 3, 28, 12, tzinfo=UTC)
    found = []
    for _ in range(200):
        assert moment is not None
        moment = schedule.next_run(moment)
        found.append(moment)
    gaps = {later - earlier for earlier, later in pairwise(found) if earlier and later}
    assert gaps == {timedelta(minutes=15)}
