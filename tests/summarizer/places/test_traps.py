"""The traps themselves: a table that asks what it seems to ask."""

from summarizer.model import Place, PlaceKind, Span
from tests.summarizer.places.judging import faults
from tests.summarizer.places.pins import PINS
from tests.summarizer.places.traps import TRAPS, read


def test_marks_are_taken_out_of_the_text() -> None:
    """A trap's text is the article alone, and its marks give the words that they stood at."""
    trap = read("any", "Snow on [Geneva|geneva!], [Zurich|~] and [Of|-] course.")
    assert trap.text == "Snow on Geneva, Zurich and Of course."
    assert [(mark.span.of(trap.text), mark.where, mark.first) for mark in trap.marks] == [
        ("Geneva", "geneva", True),
        ("Zurich", "~", False),
        ("Of", "-", False),
    ]


def test_every_trap_and_every_pin_is_of_use() -> None:
    """No trap stands twice or is without a mark, and no pin is left over."""
    assert len({trap.text for trap in TRAPS}) == len(TRAPS)
    assert all(trap.marks for trap in TRAPS)
    assert {m.where.lstrip("~") for t in TRAPS for m in t.marks} - {"", "-", "?", "@"} == set(PINS)


def test_a_trap_tells_what_is_wrong() -> None:
    """What is found where nothing is, elsewhere than it is, or not at all is each told."""
    trap = read("any", "Snow fell on [Geneva|geneva], [Zurich|zurich] and [Of|-] course on Oslo.")
    places = [
        _place("Geneva", (46.2, 6.15, "CH"), Span(13, 19)),
        _place("Zurich", (40.0, -95.4, "US"), Span(21, 27)),
        _place("Oslo", (59.9, 10.7, "NO"), Span(45, 49)),
    ]
    assert faults(trap, places, [Span(32, 34)]) == [
        "Zurich is zurich, but Zurich (city), 7744 km away",
        "Of is no place, but unresolved",
        "Oslo is no place, but Oslo",
    ]
    assert faults(trap, places[:1], []) == ["Zurich is not found"]


def _place(name: str, where: tuple[float, float, str], mention: Span) -> Place:
    latitude, longitude, country = where
    return Place(
        name=name,
        label=name,
        country=country,
        latitude=latitude,
        longitude=longitude,
        geonames_id=None,
        kind=PlaceKind.CITY,
        is_dateline=False,
        score=1.0,
        mentions=(mention,),
    )
