"""Where most of the news is from, as a setting names it."""

import math
from difflib import SequenceMatcher

from summarizer.places.choice.resolution import within
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.keys import abbreviation_key, key_of, postal_key
from summarizer.places.gazetteer.layout import CITY

_KNOWN = 50_000
"""Places of so many people are suggested, beside the countries and their largest parts."""

_LONGEST = 100
"""Letters of a name that are shown and compared."""

_NEAR = 0.8
"""How much alike a name must be to be suggested."""

_RENOWN = 0.02
"""What ten times as many people count beside how much alike names are."""


def find_home(home: str | None, gazetteer: Gazetteer) -> Entry | None:
    """Return the place that "IQ", "Iraq" or "Erbil, Iraq" names; None where none is known."""
    name, *outer = _parts(home)
    entries = _named(name, gazetteer)
    for part in reversed(outer):
        areas = _areas(part, gazetteer)
        entries = tuple(e for e in entries if any(within(e, area) for area in areas))
    return entries[0] if entries else None


def doubt_home(home: str, gazetteer: Gazetteer) -> str:
    """Say why a place is not found, and which one was likely meant."""
    name, *outer = _parts(home)
    unknown = [] if _named(name, gazetteer) else [name]
    unknown += [part for part in outer if not _areas(part, gazetteer)]
    if not unknown:
        return f"the gazetteer knows no {name!r} in {', '.join(outer)!r}"
    part = unknown[0][:_LONGEST]
    near = _nearest(part, gazetteer)
    return f"the gazetteer knows no {part!r}{f'; did you mean {near}?' if near else ''}"


def _parts(home: str | None) -> list[str]:
    """Return the parts of "Erbil, Iraq", the innermost first."""
    return [part for each in (home or "").split(",") if (part := each.strip())] or [""]


def _named(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Return the places that a name, a country's code or its abbreviation stands for."""
    if (code := name.upper()) in gazetteer.countries:
        return (gazetteer.entry(gazetteer.countries[code].index),)
    return gazetteer.find(abbreviation_key(code)) or gazetteer.named(name)


def _areas(name: str, gazetteer: Gazetteer) -> list[Entry]:
    """Return what other places may lie in."""
    found = (*_named(name, gazetteer), *gazetteer.find(postal_key(name.upper())))
    return [entry for entry in found if entry.kind is not CITY]


def _nearest(name: str, gazetteer: Gazetteer) -> str | None:
    """Return the country of that name in another language, or the place of the likest name."""
    for language in gazetteer.languages:
        if country := gazetteer.country_in(language, name):
            return country.name
    key = key_of(name)
    matcher = SequenceMatcher(b=key, autojunk=False)
    best, found = 0.0, None
    for entry in gazetteer.well_known(_KNOWN):
        other = key_of(entry.name)
        if other[:1] != key[:1] or abs(len(other) - len(key)) > 2:
            continue
        matcher.set_seq1(other)
        alike = matcher.ratio() if matcher.quick_ratio() >= _NEAR else 0.0
        worth = alike + _RENOWN * math.log10(1 + entry.population)
        if alike >= _NEAR and worth > best:
            best, found = worth, entry.name
    return found
