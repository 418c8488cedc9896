"""Looking a name up as a language writes it: in its own words for countries, in any case."""

from typing import NamedTuple

from summarizer.languages.tongues import Tongue
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.keys import key_of
from summarizer.places.gazetteer.layout import CITY, SECOND_DIVISION

_KNOWN = 100_000  # people of a city that has names in many languages


class Found(NamedTuple):
    """The key and the places of a name.

    `before` is how many of the letters looked up are no part of it; `form` the name that an
    inflected word is a form of.
    """

    key: str
    entries: tuple[Entry, ...]
    before: int = 0
    form: str | None = None


def look_up(name: str, gazetteer: Gazetteer, known: Tongue) -> Found | None:
    """Look a name up as it stands in a text.

    In other languages than English a form ("Berlins", "Москве") stands for its name where that
    is a well-known place.
    """
    entries = gazetteer.named(name)
    if known.english:
        return Found(key_of(name), entries) if entries else None
    key = key_of(name)
    entries = _with_named(name, entries, gazetteer, known)
    if any(map(_well_known, entries)):
        return Found(key, entries)
    for letters, form in known.variants(name):
        found = _with_named(form, gazetteer.named(form), gazetteer, known)
        if well := tuple(filter(_well_known, found)):
            return Found(key_of(form), well, letters, form)
    return Found(key, entries) if entries else None


def _with_named(
    name: str, entries: tuple[Entry, ...], gazetteer: Gazetteer, known: Tongue
) -> tuple[Entry, ...]:
    """Put the country or area of that name in the language before the places of that name."""
    meant = _meant(name, gazetteer, known)
    if meant is None:
        return entries
    return (meant, *(entry for entry in entries if entry.index != meant.index))


def _meant(name: str, gazetteer: Gazetteer, known: Tongue) -> Entry | None:
    place = known.names.get(key_of(name))
    if place is None:
        return gazetteer.country_in(known.language, name)
    if place in gazetteer.countries:
        return gazetteer.entry(gazetteer.countries[place].index)
    areas = (entry for entry in gazetteer.named(place) if entry.kind is not CITY)
    return next(areas, None)


def _well_known(entry: Entry) -> bool:
    if entry.kind is CITY:
        return entry.capital or entry.population >= _KNOWN
    return entry.kind is not SECOND_DIVISION
