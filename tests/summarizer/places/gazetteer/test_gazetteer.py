"""The compiled gazetteer: what it holds, and bytes that are none."""

import pytest

from summarizer.places import Gazetteer
from summarizer.places.gazetteer.gazetteer import BrokenGazetteer
from summarizer.places.gazetteer.layout import EntryKind


@pytest.mark.parametrize(
    ("name", "kind", "country", "latitude"),
    [
        ("Syria", EntryKind.COUNTRY, "SY", 35),
        ("Texas", EntryKind.FIRST_DIVISION, "US", 30),
        ("Fulton County", EntryKind.SECOND_DIVISION, "US", 33),
        ("Hasakah", EntryKind.CITY, "SY", 36),
        ("Sahel", EntryKind.AREA, None, 14),
        ("Europe", EntryKind.CONTINENT, None, 48),
        ("Euphrates", EntryKind.WATER, None, 34),
        ("Alps", EntryKind.RELIEF, None, 46),
        ("東京", EntryKind.CITY, "JP", 35),
    ],
)
def test_a_name_leads_to_its_place(
    gazetteer: Gazetteer, name: str, kind: EntryKind, country: str | None, latitude: int
) -> None:
    """Of every kind, with its country and where it lies."""
    found = [entry for entry in gazetteer.named(name) if entry.kind is kind]
    assert any(e.country == country and int(e.latitude) == latitude for e in found)


def test_an_unknown_name_leads_nowhere(gazetteer: Gazetteer) -> None:
    """No key matches by chance."""
    assert gazetteer.named("Zzyxomar") == ()


def test_the_people_of_a_country_lead_to_it(gazetteer: Gazetteer) -> None:
    """Demonyms are kept apart from names."""
    country = gazetteer.people("Iraqi")
    assert country is not None
    assert country.country == "IQ"
    assert gazetteer.people("Texas") is None


def test_countries_have_names_in_other_languages(gazetteer: Gazetteer) -> None:
    """English stands in where a language is unknown."""
    assert gazetteer.country_name("DE", "fr") == "Allemagne"
    assert gazetteer.country_name("DE", "xx") == "Germany"
    country = gazetteer.country_in("fr", "Allemagne")
    assert country is not None
    assert country.country == "DE"


@pytest.mark.parametrize("data", [b"", b"DATELINE", b"DATELINE\xff\xff\xff\xff{", b"x" * 100])
def test_other_bytes_are_refused(data: bytes) -> None:
    """A file that broke off, or is no gazetteer, is told as such."""
    with pytest.raises(BrokenGazetteer):
        Gazetteer(data)
