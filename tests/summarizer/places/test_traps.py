"""The traps themselves: a table that asks what it seems to ask."""

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
