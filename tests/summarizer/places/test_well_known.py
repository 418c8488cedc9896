"""What bare names mean: the well-known places of the world, and bodies that are none."""

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article, Place
from summarizer.places import Gazetteer, find_places
from tests.summarizer.places.well_known import BODIES, WELL_KNOWN

_NAMES = [
    (" ".join(name.split()), frozenset(codes.split(",")))
    for codes, names in WELL_KNOWN.items()
    for name in names.split(",")
]


@pytest.mark.parametrize(
    "frame",
    [
        "Fighting went on in {} on Monday, a minister said.",
        "Talks in {} went well on Monday, the U.S. envoy said.",
        "The minister landed in {} on Monday. U.S. delegates came late.",
    ],
)
def test_a_bare_name_means_the_well_known_place(gazetteer: Gazetteer, frame: str) -> None:
    """Whoever acts or speaks there: of all names, those that lead elsewhere are told."""
    wrong = {}
    for name, codes in _NAMES:
        text = frame.format(name)
        named = [p for p in _places(text, gazetteer) if name in [m.of(text) for m in p.mentions]]
        found = named[0].country or "-" if named else "nowhere"
        if found not in codes:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("body", [name.strip() for name in BODIES.replace("\n", " ").split(",")])
def test_a_body_is_no_place(gazetteer: Gazetteer, body: str) -> None:
    """Whatever village bears its name."""
    text = f"A {body} official said on Monday that the fighting went on."
    assert _places(text, gazetteer) == ()


def test_a_body_may_be_a_place_where_words_say_so(gazetteer: Gazetteer) -> None:
    """A village of such a name is found in what it lies in."""
    found = _places("A fire broke out in Wagner, South Dakota, on Monday.", gazetteer)
    assert "Wagner, South Dakota" in [place.label for place in found]


def test_an_office_named_after_a_city_hides_it_nowhere(gazetteer: Gazetteer) -> None:
    """What speaks there is no person of that given name."""
    text = "Many in Baghdad lost power. The fire was out, Baghdad Operations said."
    assert [place.label for place in _places(text, gazetteer)] == ["Baghdad, Iraq"]


def test_a_part_of_a_region_is_not_cut_out_of_its_name(gazetteer: Gazetteer) -> None:
    """Ghana has a Western North, and Uruguay a Florida Department."""
    found = _places("Farmers in Western North Carolina are angry about the notice.", gazetteer)
    assert [place.name for place in found] == ["North Carolina"]
    found = _places("It asked the Florida Department of Health on Monday.", gazetteer)
    assert [(place.name, place.in_names_only) for place in found] == [("Florida", True)]


def test_a_little_known_place_that_nothing_speaks_for_is_doubtful(gazetteer: Gazetteer) -> None:
    """It is named once, and nothing else tells of its country."""
    found = {p.name: p.doubtful for p in _places("They met in Bozeman and Paris.", gazetteer)}
    assert found == {"Bozeman": True, "Paris": False}


def _places(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    return find_places(parse_article(Article(text=text)), gazetteer).places
