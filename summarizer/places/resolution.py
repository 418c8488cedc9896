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
_HOME = 2.0  # as much as two mentions
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
    whole: float = 0.0  # of all countries


@dataclass(frozen=True, slots=True)
class Share:
    """What one name has brought into the context, which must not speak for itself."""

    regions: Mapping[int, float]
    cells: Mapping[tuple[int, int], float]
    countries: Mapping[str, float]


_NO_SHARE = Share({}, {}, {})
SORTS = {Kind.FIRST_DIVISION: "division", Kind.SECOND_DIVISION: "division", Kind.CITY: "city"}


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
    if home is not None:
        _settle(context, home)
    context.whole = sum(context.countries.values())
    for code, weight in context.countries.items():
        country = gazetteer.countries.get(code)
        for neighbour in country.neighbours if country else ():
            context.neighbours[neighbour] += weight
    return context


def _settle(context: Context, home: Entry) -> None:
    """Let the home speak for its country, and a city for what lies near."""
    if home.country:
        context.countries[home.country] += _HOME
    if home.kind is Kind.CITY:
        for cell in _around(_cell(home)):
            context.cells[cell] += _HOME
        if home.region is not None:
            context.regions[home.region] += _HOME


def _add(context: Context, key: str, mentions: Sequence[Toponym]) -> None:
    weight = max(_likely(toponym.weight) for toponym in mentions)
    count = sum(_likely(toponym.weight) for toponym in mentions)
    entries = min((t.candidates for t in mentions), key=len)[:_MOST]
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


def nearness(entry: Entry, toponym: Toponym, context: Context) -> tuple[float, float, float]:
    """Give how much other names speak for what lies near, for its region and for its country."""
    share = context.shares.get(toponym.key, _NO_SHARE)
    cell = _cell(entry)
    near = context.cells.get(cell, 0.0) - share.cells.get(cell, 0.0)
    region = 0.0
    if entry.region is not None:
        region = context.regions.get(entry.region, 0.0) - share.regions.get(entry.region, 0.0)
        region += context.named_regions.get(entry.region, 0.0)
    country = 0.0
    if entry.country:
        country = context.countries.get(entry.country, 0.0)
        country -= share.countries.get(entry.country, 0.0)
    return max(0.0, near), max(0.0, region), max(0.0, country)


def _kind(entry: Entry) -> str:
    """Name the kind; the states of these countries are better known than other divisions."""
    state = entry.kind is Kind.FIRST_DIVISION and entry.country in ("US", "CA", "AU", "GB")
    return "state" if state else entry.kind.name


def features(entry: Entry, toponym: Toponym, context: Context) -> dict[str, float]:
    """Name what speaks for a candidate, with how much of it there is."""
    near, region, country = nearness(entry, toponym, context)
    measured = entry.kind <= Kind.CITY
    found = {
        "population": math.log10(max(entry.population, 300)) if measured else 5.0,
        f"kind {_kind(entry)}": 1.0,
        "own name": float(entry.own_name),
        "capital": float(entry.capital),
        "country": math.log1p(country),
        "region": math.log1p(region),
        "near": 0.0 if entry.kind is Kind.COUNTRY else math.log1p(near),
    }
    if entry.country and entry.country in context.neighbours:
        found["neighbour"] = math.log1p(context.neighbours[entry.country])
    if toponym.said is not None:
        found[f"said {toponym.said}, {SORTS.get(entry.kind, 'other')}"] = 1.0
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
