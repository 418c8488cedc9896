"""Looking a name up as a language writes it: in its own words for countries, in any case."""

from summarizer.places.gazetteer import Entry, Gazetteer
from summarizer.places.keys import key_of
from summarizer.places.layout import Kind
from summarizer.places.tongues import Tongue

_KNOWN = 100_000  # people of a city that has names in many languages


def look_up(
    name: str, gazetteer: Gazetteer, known: Tongue
) -> tuple[str, tuple[Entry, ...], int] | None:
    """Give a name's key, its places, and how many letters of it are no part of the name.

    In other languages than English a form ("Berlins", "Москве") stands for its name where that
    is a well-known place.
    """
    key = key_of(name)
    entries = gazetteer.find(key)
    if known.english:
        return (key, entries, 0) if entries else None
    entries = _with_named(name, entries, gazetteer, known)
    if any(map(_well_known, entries)):
        return key, entries, 0
    for letters, form in known.variants(name):
        found = _with_named(form, gazetteer.find(key_of(form)), gazetteer, known)
        if well := tuple(filter(_well_known, found)):
            return key_of(form), well, letters
    return (key, entries, 0) if entries else None


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
    areas = (entry for entry in gazetteer.named(place) if entry.kind is not Kind.CITY)
    return next(areas, None)


def _well_known(entry: Entry) -> bool:
    if entry.kind is Kind.CITY:
        return entry.capital or entry.population >= _KNOWN
    return entry.kind is not Kind.SECOND_DIVISION
