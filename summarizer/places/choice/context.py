"""The context in which an article's toponyms stand: what the other names speak for."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from summarizer.places.gazetteer.gazetteer import ROW, Entry, Gazetteer
from summarizer.places.gazetteer.layout import CITY, COUNTRY, FIRST_DIVISION
from summarizer.places.toponyms.peoples import People
from summarizer.places.toponyms.toponym import Toponym

_Key = TypeVar("_Key")
MOST = 40  # candidates of a name that are weighed
_ACTING = 0.4  # of a mention: one that acts, speaks or sends somebody is not where that is
_ACTS = frozenset(
    {"> peopling", "> speaking", "> speaking, of a state", "> title", "> capital",
     "> capitals", "> body", "> hyphen", "> word"}
)  # fmt: skip
_LOCATED = frozenset({"< in", "< locating", "< from", "< city of", "< north of"})
_HOME = 2.0  # as much as two mentions
_AROUND = [row * ROW + column for row in (-1, 0, 1) for column in (-1, 0, 1)]  # and the cell itself


@dataclass(slots=True, kw_only=True)
class Context:
    """What the article tells of where it plays; each number is a weight of mentions."""

    peoples: Sequence[People]
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    neighbours: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    named_regions: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    shares: dict[str, "Share"] = field(default_factory=dict)
    whole: float = 0.0  # of all countries
    home: str | None = None  # the country that most of the news is from


class Share(NamedTuple):
    """What one name has brought into the context, which must not speak for itself."""

    regions: Mapping[int, float]
    cells: Mapping[int, float]
    countries: Mapping[str, float]


_NO_SHARE = Share({}, {}, {})


def read_context(
    toponyms: Sequence[Toponym], peoples: Sequence[People], gazetteer: Gazetteer, home: Entry | None
) -> Context:
    """Gather the context from all toponyms that are likely places, each name once per mention."""
    context = Context(peoples=peoples)
    for _, _, entry in peoples:
        if entry.country:
            context.countries[entry.country] += _ACTING * 0.5
    by_key: defaultdict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        by_key[toponym.key].append(toponym)
    asked = {entry.cell for toponym in toponyms for entry in toponym.candidates}
    for key, mentions in by_key.items():
        _add(context, key, mentions, asked)
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
    context.home = home.country
    if home.country:
        context.countries[home.country] += _HOME
    if home.kind is CITY:
        for step in _AROUND:
            context.cells[home.cell + step] += _HOME
        if home.region is not None:
            context.regions[home.region] += _HOME


def _add(context: Context, key: str, mentions: Sequence[Toponym], asked: set[int]) -> None:
    """Add what a name brings; of the cells only those `asked` for matter."""
    likely = [_likely(toponym.weight) * _share(toponym) for toponym in mentions]
    weight, count = max(likely), sum(likely)
    entries = min([toponym.candidates for toponym in mentions], key=len)[:MOST]
    divisions = [e for e in entries if e.kind is FIRST_DIVISION and e.own_name]
    for entry in divisions:
        context.named_regions[entry.index] += weight
    countries = _countries(entries, divisions, weight, count)
    for toponym in mentions:
        if toponym.container is not None and toponym.container.country:
            code = toponym.container.country
            countries[code] = countries.get(code, 0.0) + 0.5
    regions: dict[int, float] = {}
    cells: dict[int, float] = {}
    if COUNTRY not in [entry.kind for entry in entries]:
        parts = {part for e in entries if (part := _region(e)) is not None}
        regions = dict.fromkeys(parts, weight / max(len(parts), 1))
        spots = {e.cell for e in entries if e.latitude or e.longitude}
        around = asked.intersection([cell + step for cell in spots for step in _AROUND])
        cells = dict.fromkeys(around, weight / max(len(spots), 1))
    _sum_up(context.regions, regions)
    _sum_up(context.cells, cells)
    _sum_up(context.countries, countries)
    context.shares[key] = Share(regions, cells, countries)


def _share(toponym: Toponym) -> float:
    """Return how much of a mention says where things are, rather than who acts or speaks.

    Of countries alone: a state whose senator speaks is most often the one that the news is from.
    """
    if COUNTRY not in [entry.kind for entry in toponym.candidates]:
        return 1.0
    if toponym.dateline or toponym.container or toponym.contains or len(toponym.evidence) < 2:
        return 1.0
    before, after = toponym.evidence[-2:]
    return _ACTING if after in _ACTS and before not in _LOCATED else 1.0


def _countries(
    entries: Sequence[Entry], divisions: Sequence[Entry], weight: float, count: float
) -> dict[str, float]:
    """Return for which countries a name speaks, and how much; `count` is of its mentions."""
    codes = {entry.country for entry in entries if entry.country}
    if named := [entry.country for entry in entries if entry.kind is COUNTRY and entry.country]:
        countries = dict.fromkeys(named, count / len(named))
    elif len(codes) == 1:
        countries = dict.fromkeys(codes, 0.5 * weight)
    elif entries[0].capital and entries[0].country:
        countries = {entries[0].country: 0.4 * weight}
    else:
        countries = {}
    for entry in divisions:
        if entry.country:
            countries[entry.country] = max(countries.get(entry.country, 0.0), 0.5 * count)
    return countries


def _sum_up(totals: defaultdict[_Key, float], shares: Mapping[_Key, float]) -> None:
    for key, share in shares.items():
        totals[key] += share


def _likely(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-20.0, min(20.0, score))))


def _region(entry: Entry) -> int | None:
    return entry.index if entry.kind is FIRST_DIVISION else entry.region


def nearness(entry: Entry, toponym: Toponym, context: Context) -> tuple[float, float, float]:
    """Return how much other names speak for what lies near, for its region and for its country."""
    share = context.shares.get(toponym.key, _NO_SHARE)
    near = context.cells.get(entry.cell, 0.0) - share.cells.get(entry.cell, 0.0)
    region = 0.0
    if entry.region is not None:
        region = context.regions.get(entry.region, 0.0) - share.regions.get(entry.region, 0.0)
        region += context.named_regions.get(entry.region, 0.0)
    country = 0.0
    if entry.country:
        country = context.countries.get(entry.country, 0.0)
        country -= share.countries.get(entry.country, 0.0)
    return max(0.0, near), max(0.0, region), max(0.0, country)
