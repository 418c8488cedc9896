"""Resolution: which of the places of a name each toponym means."""

import math
from functools import partial

from summarizer.places.choice.context import MOST, Context, nearness
from summarizer.places.gazetteer.gazetteer import ROW, Entry
from summarizer.places.gazetteer.layout import (
    CITY,
    COUNTRY,
    FIRST_DIVISION,
    SECOND_DIVISION,
    EntryKind,
)
from summarizer.places.toponyms.toponym import Toponym
from summarizer.places.weights import AMOUNTS, ChoiceWeights

SORTS = {FIRST_DIVISION: "division", SECOND_DIVISION: "division", CITY: "city"}
_STATES = frozenset({"US", "CA", "AU", "GB"})
_BESIDE = (0, 1, ROW - 1, ROW, ROW + 1)  # between the cells of places that are near
_KINDS = {kind: f"kind {kind.name}" for kind in EntryKind}


def choose(toponym: Toponym, context: Context, weights: ChoiceWeights) -> Entry:
    """Return the candidate that most speaks for."""
    entries = toponym.candidates[:MOST]
    if len(entries) == 1:
        return entries[0]
    return max(entries, key=partial(_worth, toponym, context, weights))


def _worth(toponym: Toponym, context: Context, weights: ChoiceWeights, entry: Entry) -> float:
    """Weigh what speaks for a candidate, by the weights of its features."""
    population, own, capital, country, region, near, beside = _amounts(entry, toponym, context)
    others = weights.others
    said = others.get(_said(entry, toponym.said), 0.0) if toponym.said is not None else 0.0
    return (
        weights.population * population
        + others.get(_kind(entry), 0.0)
        + weights.own_name * own
        + weights.capital * capital
        + weights.country * country
        + weights.region * region
        + weights.near * near
        + weights.neighbour * beside
        + (others.get("prominent", 0.0) if _is_prominent(entry, context) else 0.0)
        + said
    )


def _is_prominent(entry: Entry, context: Context) -> bool:
    """Return whether readers know a place: anywhere, or at home."""
    return entry.prominent or (context.home is not None and entry.country == context.home)


def _kind(entry: Entry) -> str:
    """Name the kind; the states of these countries are better known than other divisions."""
    state = entry.kind is FIRST_DIVISION and entry.country in _STATES
    return "kind state" if state else _KINDS[entry.kind]


def _said(entry: Entry, said: str) -> str:
    return f"said {said}, {SORTS.get(entry.kind, 'other')}"


def _amounts(entry: Entry, toponym: Toponym, context: Context) -> tuple[float, ...]:
    """Return how much there is of what speaks for a candidate, in the order of `AMOUNTS`."""
    near, region, country = nearness(entry, toponym, context)
    neighbour = context.neighbours.get(entry.country, 0.0) if entry.country else 0.0
    return (
        math.log10(max(entry.population, 300)) if entry.kind <= CITY else 5.0,
        entry.own_name,
        entry.capital,
        math.log1p(country),
        math.log1p(region),
        0.0 if entry.kind is COUNTRY else math.log1p(near),
        math.log1p(neighbour),
    )


def features(entry: Entry, toponym: Toponym, context: Context) -> dict[str, float]:
    """Name what speaks for a candidate, with how much of it there is."""
    found = dict(zip(AMOUNTS, _amounts(entry, toponym, context), strict=True))
    found[_kind(entry)] = 1.0
    if _is_prominent(entry, context):
        found["prominent"] = 1.0
    if toponym.said is not None:
        found[_said(entry, toponym.said)] = 1.0
    return found


def within(entry: Entry, container: Entry) -> bool:
    """Return whether an entry lies in another: its country, its region or its district.

    In a region that is no division, or none that other places are listed under, it may lie where
    it is near: "Khan Younis, Gaza".
    """
    if container.kind is COUNTRY:
        return entry.country == container.country and entry.kind is not COUNTRY
    if container.index in (entry.region, entry.district):
        return True
    if not container.prominent or container.kind is CITY or entry.country != container.country:
        return False
    return abs(container.cell - entry.cell) in _BESIDE
