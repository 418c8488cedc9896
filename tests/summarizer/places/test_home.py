"""The place that a setting names as home, and what is said of one that is not found."""

import pytest

from summarizer.places.gazetteer.gazetteer import Gazetteer
from summarizer.places.gazetteer.layout import EntryKind
from summarizer.places.home import doubt_home, find_home


@pytest.mark.parametrize(
    ("home", "kind", "country"),
    [
        ("IQ", EntryKind.COUNTRY, "IQ"),
        ("iq", EntryKind.COUNTRY, "IQ"),
        ("Iraq", EntryKind.COUNTRY, "IQ"),
        ("UK", EntryKind.COUNTRY, "GB"),
        ("U.S.", EntryKind.COUNTRY, "US"),
        ("usa", EntryKind.COUNTRY, "US"),
        ("Bagdad", EntryKind.CITY, "IQ"),
        ("Springfield, Illinois", EntryKind.CITY, "US"),
        ("Paris, TX", EntryKind.CITY, "US"),
        ("London, Ontario, Canada", EntryKind.CITY, "CA"),
        ("London , CA", EntryKind.CITY, "CA"),
        ("England", EntryKind.FIRST_DIVISION, "GB"),
        ("Texas,", EntryKind.FIRST_DIVISION, "US"),
    ],
)
def test_a_home_is_found(gazetteer: Gazetteer, home: str, kind: EntryKind, country: str) -> None:
    """By a country's code or abbreviation, by a name, and by what it lies in."""
    found = find_home(home, gazetteer)
    assert found is not None
    assert (found.kind, found.country) == (kind, country)


@pytest.mark.parametrize(
    ("home", "said"),
    [
        ("Nowhereland", "the gazetteer knows no 'Nowhereland'"),
        ("Springfield, Nowhereland", "the gazetteer knows no 'Nowhereland'"),
        ("Paris, Germany", "the gazetteer knows no 'Paris' in 'Germany'"),
        ("Bagdhad", "the gazetteer knows no 'Bagdhad'; did you mean Baghdād?"),
        ("Paris, Germny", "the gazetteer knows no 'Germny'; did you mean Germany?"),
        ("Untied States", "the gazetteer knows no 'Untied States'; did you mean United States?"),
        ("Irak", "the gazetteer knows no 'Irak'; did you mean Iraq?"),
        (",", "the gazetteer knows no ''"),
        ("\ud800", "the gazetteer knows no '\\ud800'"),
        ("a" * 10_000, f"the gazetteer knows no {'a' * 100!r}"),
    ],
)
def test_a_home_that_is_not_found_is_doubted(gazetteer: Gazetteer, home: str, said: str) -> None:
    """The part that is not known is named, with a name that is like it."""
    assert find_home(home, gazetteer) is None
    assert doubt_home(home, gazetteer) == said
