"""Resolution: which of the places of a name each toponym means."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from summarizer.places.gazetteer import Entry, Gazetteer
from summarizer.places.layout import Kind
from summarizer.places.toponym import Toponym
from summarizer.places.weights import CHOICE

_Key = TypeVar("_Key")
_MOST = 40  # candidates of a name that are weighed
_NEAR = 1.0  # degrees of latitude


@dataclass(slots=True, kw_only=True)
class Context:
    """What the article tells of where it plays; each number is a weight of mentions."""

    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    neighbours: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    named_regions: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    shares: dict[str, "Share"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Share:
    """What one name has brought into the context, which must not speak for itself."""

    regions: Mapping[int, float]
    cells: Mapping[tuple[int, int], float]
    countries: Mapping[str, float]


def read_context(
    toponyms: Sequence[Toponym], people: Iterable[Entry], gazetteer: Gazetteer, home: Entry | None
) -> Context:
    """Gather the context from all toponyms that are likely places, each name once per mention."""
    context = Context()
    for entry in people:
        if entry.country:
            context.countries[entry.country] += 0.5
    by_key: defaultdict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        by_key[toponym.key].append(toponym)
    for key, mentions in by_key.items():
        _add(context, key, mentions)
    if home is not None and home.country:
        context.countries[home.country] += 0.7
    for code, weight in context.countries.items():
        country = gazetteer.countries.get(code)
        for neighbour in country.neighbours if country else ():
            context.neighbours[neighbour] += weight
    return context


def _add(context: Context, key: str, mentions: Sequence[Toponym]) -> None:
    weight = max(_likely(toponym.weight) for toponym in mentions)
    count = sum(_likely(toponym.weight) for toponym in mentions)
    entries = mentions[0].candidates[:_MOST]
    for entry in entries:
        if entry.kind is Kind.FIRST_DIVISION and entry.own_name:
            context.named_regions[entry.index] += weight
    countries = _countries(entries, weight, count)
    for toponym in mentions:
        if toponym.container is not None and toponym.container.country:
            code = toponym.container.country
            countries[code] = countries.get(code, 0.0) + 0.5
    regions: dict[int, float] = {}
    cells: dict[tuple[int, int], float] = {}
    if not any(entry.kind is Kind.COUNTRY for entry in entries):
        parts = {r for e in entries if (r := _region(e)) is not None}
        regions = dict.fromkeys(parts, weight / max(len(parts), 1))
        spots = {_cell(e) for e in entries if e.latitude or e.longitude}
        around = (near for cell in spots for near in _around(cell))
        cells = dict.fromkeys(around, weight / max(len(spots), 1))
    share = Share(regions, cells, countries)
    _sum_up(context.regions, regions)
    _sum_up(context.cells, cells)
    _sum_up(context.countries, countries)
    context.shares[key] = share


def _countries(entries: Sequence[Entry], weight: float, count: float) -> dict[str, float]:
    """Give for which countries a name speaks, and how much; `count` is of its mentions."""
    codes = {entry.country for entry in entries if entry.country}
    named = [entry.country for entry in entries if entry.kind is Kind.COUNTRY and entry.country]
    if named:
        countries = dict.fromkeys(named, count / len(named))
    elif len(codes) == 1:
        countries = dict.fromkeys(codes, 0.5 * weight)
    elif entries[0].capital and entries[0].country:
        countries = {entries[0].country: 0.4 * weight}
    else:
        countries = {}
    for entry in entries:
        if entry.kind is Kind.FIRST_DIVISION and entry.own_name and entry.country:
            countries[entry.country] = max(countries.get(entry.country, 0.0), 0.5 * count)
    return countries


def _sum_up(totals: defaultdict[_Key, float], shares: Mapping[_Key, float]) -> None:
    for key, share in shares.items():
        totals[key] += share


def _likely(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-20.0, min(20.0, score))))


def _region(entry: Entry) -> int | None:
    return entry.index if entry.kind is Kind.FIRST_DIVISION else entry.region


def _cell(entry: Entry) -> tuple[int, int]:
    return round(entry.latitude / _NEAR), round(entry.longitude / _NEAR)


def _around(cell: tuple[int, int]) -> Iterable[tuple[int, int]]:
    row, column = cell
    return [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def features(entry: Entry, toponym: Toponym, context: Context) -> dict[str, float]:
    """Name what speaks for a candidate, with how much of it there is."""
    share = context.shares.get(toponym.key)
    found = {
        "population": math.log10(max(entry.population, 300)),
        f"kind {entry.kind.name}": 1.0,
    }
    if entry.kind not in (Kind.CITY, Kind.COUNTRY, Kind.FIRST_DIVISION, Kind.SECOND_DIVISION):
        found["population"] = 5.0
    if entry.own_name:
        found["own name"] = 1.0
    if entry.capital:
        found["capital"] = 1.0
    if entry.country:
        own = share.countries.get(entry.country, 0.0) if share else 0.0
        found["country"] = math.log1p(max(0.0, context.countries.get(entry.country, 0.0) - own))
        if entry.country in context.neighbours:
            found["neighbour"] = math.log1p(context.neighbours[entry.country])
    region = entry.region
    if region is not None:
        own = share.regions.get(region, 0.0) if share else 0.0
        found["region"] = math.log1p(max(0.0, context.regions.get(region, 0.0) - own))
        found["region named"] = math.log1p(context.named_regions.get(region, 0.0))
    if entry.kind is not Kind.COUNTRY:
        cell = _cell(entry)
        own = share.cells.get(cell, 0.0) if share else 0.0
        found["near"] = math.log1p(max(0.0, context.cells.get(cell, 0.0) - own))
    if toponym.container is not None and within(entry, toponym.container):
        found["container"] = 1.0
    return found


def within(entry: Entry, container: Entry) -> bool:
    """Tell whether an entry lies in another: its country, its region or its district."""
    if container.kind is Kind.COUNTRY:
        return entry.country == container.country and entry.kind is not Kind.COUNTRY
    return container.index in (entry.region, entry.district)


def choose(toponym: Toponym, context: Context) -> Entry:
    """Give the candidate that most speaks for."""
    entries = toponym.candidates[:_MOST]
    if len(entries) == 1:
        return entries[0]
    return max(entries, key=lambda entry: _value(features(entry, toponym, context)))


def _value(found: Mapping[str, float]) -> float:
    return sum(CHOICE.get(name, 0.0) * amount for name, amount in found.items())
