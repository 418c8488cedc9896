"""The line that tells an article's origin."""

from datetime import date

import pytest

from bot.presentation.origin import origin, place_in_type
from summarizer.model import Dateline
from tests.makers import STORY, a_brief, span

NAMES = [
    ("ERBIL", "Erbil"),
    ("Erbil", "Erbil"),
    ("KUTAISI, Georgia", "Kutaisi, Georgia"),
    ("TROY, N.C.", "Troy, N.C."),
    ("DUBAI, UAE", "Dubai, UAE"),
    ("AMMAN, JORDAN", "Amman, Jordan"),
    ("PORT-AU-PRINCE, Haiti", "Port-au-Prince, Haiti"),
    ("RIO DE JANEIRO", "Rio de Janeiro"),
    ("LA PAZ", "La Paz"),
    ("N'DJAMENA, Chad", "N'Djamena, Chad"),
    ("ST. JOHN'S", "St. John's"),
    ("PARIS/LONDON", "Paris/London"),
    ("VALPARAÍSO, Chile", "Valparaíso, Chile"),
    ("RİZE", "Rize"),
    ("İZMİR", "İzmir"),
    ("DİYARBAKIR", "Diyarbakır"),
    ("بغداد", "بغداد"),
    ("", ""),
]


@pytest.mark.parametrize(("written", "shown"), NAMES)
def test_capitals_become_a_name(written: str, shown: str) -> None:
    """A wire's capitals shout on a phone; abbreviations stay as they are."""
    assert place_in_type(written) == shown


def test_origin_has_place_source_and_day() -> None:
    """Each where the article tells it; the day is the one published."""
    dateline = Dateline(
        span=span(STORY, "OSTRAVA (Example Wire) - "),
        place=span(STORY, "OSTRAVA"),
        source=span(STORY, "Example Wire"),
        written=date(2026, 3, 1),
    )
    assert origin(a_brief(dateline=dateline)) == "Ostrava · Example Wire · 1 March 2026"
    told = a_brief(dateline=dateline, published=date(2026, 3, 2))
    assert origin(told) == "Ostrava · Example Wire · 2 March 2026"
    assert origin(a_brief()) == ""
