"""Dates as people and programs write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.readers.dates import parse_date

DAY = date(2026, 1, 5)


def moment(*, hours: float = 0, micro: int = 0) -> datetime:
    """Make half past eight of that day, so many hours east of UTC."""
    zone = timezone(timedelta(hours=hours)) if hours else UTC
    return datetime(2026, 1, 5, 8, 30, 0, micro, tzinfo=zone)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2026-01-05", DAY),
        ("2026-1-5", DAY),
        ("2026/01/05", DAY),
        ("20260105", DAY),
        ("5.1.2026", DAY),
        (" Jan 5, 2026 ", DAY),
        ("5 January 2026", DAY),
        ("2026-01-05 08:30", moment()),
        ("2026-01-05T08:30:00.5Z", moment(micro=500_000)),
        ("2026-01-05 8:30:00.123456789 Z", moment(micro=123_456)),
        ("2026-1-5t8:30:00 -5", moment(hours=-5)),
        ("2026-01-05 08:30:00 +5:30", moment(hours=5.5)),
        ("2026-01-05T08:30:00+14:00", moment(hours=14)),
        ("Mon, 05 Jan 2026 08:30:00 -0000", moment()),
        ("Mon, 05 Jan 2026 08:30:00 +0200", moment(hours=2)),
    ],
)
def test_dates_are_read_as_they_are_written(written: str, found: date) -> None:
    """A moment without a zone is in UTC."""
    assert parse_date(written) == found
    assert type(parse_date(written)) is type(found)


@pytest.mark.parametrize(
    "written",
    [
        "", "soon", "2026", "2026-13-45", "2026-02-30", "0x7ea", "2026-01-05T25:00:00Z",
        "0001-01-01", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "9999-12-31", "1599-12-31",
        "2201-01-01", "2026-01-05T08:30:00+23:59", "2026-01-05T08:30:00-15:00", "2026-01-05 08:30:00 +99",
        "Mon, 05 Jan 2026 08:30:00 +9999", "Mon, 05 Jan 99999999999 08:30:00 +0000", "9" * 6_000,
        "2026-01-05T08:30:00." + "9" * 6_000, "2026-01-05\0", "\ud800", "٢٠٢٦-٠١-٠٥ ٠٨:٣٠",
    ],
)  # fmt: skip
def test_what_is_no_date_of_an_article_is_none(written: str) -> None:
    """Years at the ends of the calendar and clocks that no country has are mistakes."""
    assert parse_date(written) is None


@given(st.text(alphabet="0123456789-:+.TZ /,JanMon", max_size=40))
def test_any_text_is_a_sound_date_or_none(text: str) -> None:
    """What is found can be moved to any zone."""
    found = parse_date(text)
    if isinstance(found, datetime):
        assert found.astimezone(UTC).utcoffset() == timedelta()
