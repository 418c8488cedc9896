"""The places of short articles: every trap, the order of places, and texts of any kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.gazetteer import open_gazetteer
from summarizer.brief import parse_article
from summarizer.model import Article, PlaceKind
from summarizer.places import Gazetteer, find_places
from tests.summarizer.places.judging import faults
from tests.summarizer.places.traps import TRAPS, Trap

_AMBIGUOUS = "the article tells too little of where it plays"
_NAMES = "a name that only its meaning in the sentence tells from a place's"
KNOWN = {
    "The bus from Athens to Atlantic": _AMBIGUOUS,
    "Buses run from Toledo": "a town of many namesakes, named once and beside no other",
    "Farmers near Cairo moved": _AMBIGUOUS,
    "The ferry links Portland": _AMBIGUOUS,
    "Chelsea and Brooklyn are twins": _NAMES,
    "The turkey was dry": _NAMES,
    "He left Nice for Paris": _NAMES,
    "She ordered a Hamburg steak": _NAMES,
}
"""How the traps that it still falls into begin, and why it does."""


def _marked(trap: Trap) -> object:
    reason = next((why for text, why in KNOWN.items() if trap.text.startswith(text)), None)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(trap, id=f"{trap.rule}: {trap.text[:24]}", marks=marks)


@pytest.mark.parametrize("trap", [_marked(trap) for trap in TRAPS])
def test_no_trap_is_fallen_into(trap: Trap, gazetteer: Gazetteer) -> None:
    """Every marked word is what its mark says, and no other word is a place."""
    found = find_places(parse_article(Article(text=trap.text, language=trap.language)), gazetteer)
    assert faults(trap, found.places, found.unresolved) == []


def _labels(text: str, gazetteer: Gazetteer, home: str | None = None) -> list[str]:
    found = find_places(parse_article(Article(text=text)), gazetteer, home=home)
    return [place.label for place in found.places]


def test_a_city_is_told_with_its_country_or_state(gazetteer: Gazetteer) -> None:
    """As the article writes its name."""
    text = (
        "A bridge in HASAKAH, Syria, fell. Hasakah has two more. One like it stands in Troy, N.Y."
    )
    assert set(_labels(text, gazetteer)) >= {"Hasakah, Syria", "Syria", "Troy, New York"}


@pytest.mark.parametrize(
    ("home", "country"),
    [("CA", "CA"), ("London, Ontario", "CA"), ("GB", "GB"), (None, "GB"), ("Nowhere", "GB")],
)
def test_home_tells_places_of_one_name_apart(
    gazetteer: Gazetteer, home: str | None, country: str
) -> None:
    """Where the article says nothing; an unknown home is as none."""
    parsed = parse_article(Article(text="Police in London said on Monday that nobody was hurt."))
    (place,) = find_places(parsed, gazetteer, home=home).places
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("A US-led force left the valley on Monday.", True),
        ("A London-based firm, backed by a Paris-born banker, built it.", True),
        ("A US-led force left the valley on Monday for the United States.", False),
        ("The war in Iraq went on. A US-led force left.\n\nPhoto: Boys in the US (Example)", True),
    ],
)
def test_whose_something_is_is_not_where(text: str, *, aside: bool, gazetteer: Gazetteer) -> None:
    """A place by which the story only names somebody is marked as such."""
    found = find_places(parse_article(Article(text=text)), gazetteer).places
    told = {place.in_names_only for place in found if place.name != "Iraq"}
    assert told == {aside}


def test_the_place_that_a_story_is_about_is_first(gazetteer: Gazetteer) -> None:
    """By headline, lede and count; what only a caption names is left out."""
    text = (
        "Flood in Ostrava\n\nOSTRAVA (Example Wire) - Water stood in Ostrava on Monday.\n\n"
        "The road to Brno is shut, and so is the bridge of Ostrava.\n\n"
        "Photo: A boat near Vienna (Example/Archive)\n"
    )
    found = find_places(parse_article(Article(text=text)), gazetteer).places
    assert [place.name for place in found] == ["Ostrava", "Brno"]
    assert found[0].is_dateline
    assert found[0].kind is PlaceKind.CITY


def test_mentions_are_words_of_the_article(gazetteer: Gazetteer) -> None:
    """Without a possessive, with an abbreviation's stop."""
    text = "Iraq's north and the U.S. met at a border of Erbil."
    found = find_places(parse_article(Article(text=text)), gazetteer).places
    assert {s.of(text) for place in found for s in place.mentions} == {"Iraq", "U.S.", "Erbil"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Paris", "Texas", "of", "the", "St.", "Michael's", "U.S", ".", ",", "-", "–", "\n\n",
             "said", "Mr.", "NEW YORK", "al-", "Hol", "county", "(AP)", "US$5", "\u0301", "東京",
             "بغداد", "Київ", "12", "'", "’s", "in", "village", "Zxq", "I", "/", "\u00a0"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_text_is_read(parts: list[str]) -> None:
    """Places of texts that make no sense lie within them."""
    text = " ".join(parts)
    found = find_places(parse_article(Article(text=text)), open_gazetteer())
    assert all(0 <= s.start < s.end <= len(text) for p in found.places for s in p.mentions)
    assert all(0 <= s.start < s.end <= len(text) for s in found.unresolved)
