"""Bylines and dates in lines of their own."""

from datetime import date

import pytest

from summarizer.passages.credits import byline_among, byline_of, date_among, date_of

BYLINES = [
    ("By Ida Moss", "Ida Moss"),
    ("by Ida Moss", "Ida Moss"),
    ("BY IDA MOSS", "IDA MOSS"),
    ("By Ida Moss and Tom Reyes", "Ida Moss and Tom Reyes"),
    ("By: Ida Moss", "Ida Moss"),
    ("Written by Ida Moss", "Ida Moss"),
    ("By Ida Moss | Coast News", "Ida Moss"),
    ("By Ludwig van der Meer", "Ludwig van der Meer"),
    ("By Jean-Luc O'Neill", "Jean-Luc O'Neill"),
    ("Staff Reports", "Staff Reports"),
    (
        "Von Karla Witt, Jan Lode und Bernd Strunk, NDR",
        "Karla Witt, Jan Lode und Bernd Strunk, NDR",
    ),
    ("Por Ana Ruiz y Tomás Reyes", "Ana Ruiz y Tomás Reyes"),
    ("-- By Ida Moss Follow @idamoss", "Ida Moss"),
    ("Ida Moss, Staff Writer", "Ida Moss"),
    ("Автор: Анна Белова", "Анна Белова"),
    ("بقلم: آمنة حسن", "آمنة حسن"),
    ("(评论员 王明 李红)", "王明 李红"),
    ("By noon the water had fallen", None),
    ("By Monday the water had fallen.", None),
    ("Ida Moss", None),
    ("The dam was built by Ida Moss", None),
    ("By" + " Moss" * 60, None),
    ("", None),
]

DATES = [
    ("Published 3 May 2021", date(2021, 5, 3)),
    ("Published: May 3, 2021", date(2021, 5, 3)),
    ("Published 23 April 2026, 16:42", date(2026, 4, 23)),
    ("Updated on 2021-05-03T16:40:00Z", date(2021, 5, 3)),
    ("3 May 2021", date(2021, 5, 3)),
    ("3rd of May, 2021", date(2021, 5, 3)),
    ("Monday, May 3rd, 2021", date(2021, 5, 3)),
    ("Jan. 9, 2026 — 5.40pm", date(2026, 1, 9)),
    ("2021-05-03", date(2021, 5, 3)),
    ("Coast TV, published Monday, 3 May 2021", date(2021, 5, 3)),
    ("The dam was opened on 3 May 2021 by the mayor", None),
    ("The dam held, May 3, 2021. (Photo: Ida Moss)", None),
    ("Stand: 28.04.2024 18:00 Uhr", date(2024, 4, 28)),
    ("06.11.23", date(2023, 11, 6)),
    ("Miércoles, 04 de Mayo de 2022", date(2022, 5, 4)),
    ("الأحد، 04 آب/اغسطس 2013", date(2013, 8, 4)),
    ("31 February 2021", None),
    ("2021-05-03 " + "1" * 140, date(2021, 5, 3)),
    ("2021-05-03 " + "1" * 140 + "x", None),  # in no more time
    ("Published yesterday", None),
    ("3 May", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "name"), BYLINES)
def test_a_byline_is_read(line: str, name: str | None) -> None:
    """The name alone; a sentence that begins with "By" is none."""
    assert byline_of(line) == name


@pytest.mark.parametrize(("line", "day"), DATES)
def test_a_date_is_read(line: str, day: date | None) -> None:
    """Of a line that says when the article appeared, not of one that tells of a day."""
    assert date_of(line) == day


@pytest.mark.parametrize(
    ("lines", "text", "name"),
    [
        (["IDA MOSS", "ida.moss@coast.example"], "", "IDA MOSS"),
        (["– Ida Moss"], "The dam held.\n– Ida Moss\n", "Ida Moss"),
        (["– Ida Moss"], "– Ida Moss\nThe dam held.", None),
        (["(Reporting by Ida Moss; Editing by Tom Reyes)"], "", "Ida Moss"),
        (["(Reporting by Ida Moss)", "By Tom Reyes"], "", "Tom Reyes"),
        ([], "Dam holds By Ida Moss - May 4, 2022 The dam held.", "Ida Moss"),
    ],
)
def test_who_wrote_an_article_is_found(lines: list[str], text: str, name: str | None) -> None:
    """In a line that says so, over an address, at the end, or in a head run into the story."""
    assert byline_among(lines, text) == name


def test_a_date_that_is_said_to_be_the_first_counts() -> None:
    """A bare date may be that of anything."""
    assert date_among(["2023-11-03", "Written: 2023-11-07 15:03"], "") == date(2023, 11, 7)
