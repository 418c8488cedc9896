"""From the packages' data and the project's own tables to the bytes of the gazetteer."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.adapters.gazetteer.builder import Builder, Record
from bot.adapters.gazetteer.cities import City, read_cities, read_continents, read_countries
from bot.adapters.gazetteer.countries import read_facts
from bot.adapters.gazetteer.divisions import Division, read_city_divisions, read_divisions
from bot.adapters.gazetteer.translations import read_translations
from summarizer.places.gazetteer.keys import (
    abbreviation_key,
    demonym_key,
    key_of,
    language_key,
    postal_key,
)
from summarizer.places.gazetteer.layout import NONE, EntryKind
from summarizer.places.tables import read_table

_SORT = re.compile(
    r"\s(?:province|governorate|region|oblast|state|district|prefecture|department|municipality|"
    r"canton|emirate|voivodeship|autonomous region|krai|republic|division|territory|regency)$",
    re.IGNORECASE,
)
_SORTED = re.compile(r"County|Region|District|Division|Municipalit")
_COUNTY = re.compile(r"\s(?:County|Parish|Borough|Census Area|Municipio|City and Borough)$")


def compile_gazetteer(stamp: str) -> bytes:
    """Compile everything; takes some ten seconds and half a gigabyte of memory."""
    builder = Builder()
    rows = read_countries()
    countries = _add_countries(builder, rows)
    _add_divisions(builder)
    _add_cities(builder, {row["capital"]: code for code, row in rows.items()})
    _add_features(builder)
    _add_abbreviations(builder, countries)
    _add_prominent(builder)
    languages = _add_languages(builder, countries)
    heads = [
        (code, index, [n for n in rows[code]["neighbours"].split(",") if n], rows[code]["capital"])
        for code, index in countries.items()
    ]
    return builder.compile(stamp=stamp, countries=heads, languages=languages)


def _add_countries(builder: Builder, rows: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    facts, names = read_facts(rows), read_table("regions")["names"]
    people = read_table("demonyms")
    countries = {}
    for code, row in rows.items():
        known = facts.get(code)
        common, *others = [n.strip() for n in names.get(code, row["name"]).split(",")]
        record = Record(
            name=row["name"] if code not in ("MM", "CZ", "SZ") else common,
            kind=EntryKind.COUNTRY,
            country=code,
            geonames_id=row["geonameid"],
            latitude=(known.latitude if known else None) or 0.0,
            longitude=(known.longitude if known else None) or 0.0,
            population=row["population"],
        )
        own = known.other_names if known else ()
        countries[code] = index = builder.add(record, [common, row["name"], *others, *own])
        builder.name(index, key_of(common), own=True)
        for word in people.get(code, (known and known.demonym) or "").split(","):
            if word.strip():
                builder.name(index, demonym_key(word.strip()), own=True)
    return countries


def _add_divisions(builder: Builder) -> None:
    for division in read_divisions():
        if division.country == "CA" and division.level == 2 and not _SORTED.search(division.name):
            continue  # census divisions that share their names with towns
        region = builder.by_id.get(division.parent or 0, NONE) if division.level == 2 else NONE
        record = Record(
            name=division.name,
            kind=EntryKind.FIRST_DIVISION if division.level == 1 else EntryKind.SECOND_DIVISION,
            country=division.country,
            geonames_id=division.geonames_id,
            region=region,
        )
        index = builder.add(record, _division_names(division))
        if bare := _SORT.sub("", division.name):
            builder.name(index, key_of(bare), own=True)


def _division_names(division: Division) -> Iterator[str]:
    """Return a division's other names; "Fulton" is no name of an American county."""
    bare = _COUNTY.sub("", division.name)
    american = division.country == "US" and division.level == 2
    for name in division.other_names:
        if american and (name == bare or " de " in name):
            continue
        yield name
        if division.country != "US" and (short := _SORT.sub("", name)) != name:
            yield short


def _add_cities(builder: Builder, capitals: Mapping[str, str]) -> None:
    divisions = read_city_divisions()
    boxes: dict[str, list[City]] = defaultdict(list)
    middles: defaultdict[int, list[City]] = defaultdict(list)
    for city in read_cities():
        parts = [
            builder.by_id[id_]
            for id_ in divisions.get(city.geonames_id, ())
            if id_ in builder.by_id
        ]
        kinds = {builder.records[part].kind: part for part in parts}
        for part in parts:
            middles[part].append(city)
        boxes[city.country].append(city)
        record = Record(
            name=city.name,
            kind=EntryKind.CITY,
            country=city.country,
            geonames_id=city.geonames_id,
            latitude=city.latitude,
            longitude=city.longitude,
            population=city.population,
            region=kinds.get(EntryKind.FIRST_DIVISION, NONE),
            district=kinds.get(EntryKind.SECOND_DIVISION, NONE),
            capital=capitals.get(city.name) == city.country and city.population > 5_000,
        )
        builder.add(record, city.other_names)
    for index, inside in middles.items():
        _place(builder.records[index], inside)
    for record in builder.records:
        if record.kind is EntryKind.COUNTRY and not _holds(boxes[record.country or ""], record):
            population = record.population
            _place(record, boxes[record.country or ""])
            record.population = population
        if (
            record.kind is EntryKind.SECOND_DIVISION
            and not record.latitude
            and record.region != NONE
        ):
            parent = builder.records[record.region]
            record.latitude, record.longitude = parent.latitude, parent.longitude


def _holds(cities: list[City], country: Record) -> bool:
    """Return whether a country's point lies among its cities: some that are published do not."""
    if len(cities) < 3:
        return True
    norths, easts = [city.latitude for city in cities], [city.longitude for city in cities]
    north, east = country.latitude, country.longitude
    return min(norths) <= north <= max(norths) and min(easts) <= east <= max(easts)


def _place(division: Record, cities: list[City]) -> None:
    """Put a division in the middle of its cities, each counting by the root of its size."""
    weights = [math.sqrt(max(city.population, 1)) for city in cities]
    whole = sum(weights)
    division.latitude = sum(c.latitude * w for c, w in zip(cities, weights, strict=True)) / whole
    division.longitude = sum(c.longitude * w for c, w in zip(cities, weights, strict=True)) / whole
    division.population = sum(city.population for city in cities)


def _add_features(builder: Builder) -> None:
    """Add the project's own places, but for those that the divisions have."""
    kinds = {"continent": EntryKind.CONTINENT, "area": EntryKind.AREA, "water": EntryKind.WATER,
             "relief": EntryKind.RELIEF, "site": EntryKind.SITE}  # fmt: skip
    ids = dict(read_continents())
    for sort, lines in read_table("features").items():
        for line in lines.strip().splitlines():
            name, point, country, *others = (part.strip() for part in line.split("|"))
            known = [r for r, own in builder.holding(name) if own and r.country == country]
            if any(r.kind is EntryKind.FIRST_DIVISION for r in known):
                continue
            latitude, longitude = map(float, point.split())
            record = Record(
                name=name,
                kind=kinds[sort],
                country=None if country == "-" else country,
                geonames_id=ids.get(name),
                latitude=latitude,
                longitude=longitude,
            )
            names = [n.strip() for n in "".join(others).split(",") if n.strip()]
            index = builder.add(record, names)
            for other in names:
                builder.name(index, key_of(other), own=True)


def _add_abbreviations(builder: Builder, countries: Mapping[str, int]) -> None:
    table = read_table("regions")
    for code, words in table["countries"].items():
        for word in words.split():
            builder.name(countries[code], abbreviation_key(word), own=True)
    for code, divisions in table["divisions"].items():
        for name, words in divisions.items():
            for index in builder.indexes(name):
                if _is(builder, index, EntryKind.FIRST_DIVISION, code):
                    _name_division(builder, index, words)
    for code, cities in table["cities"].items():
        for part in cities.split(";"):
            _name_city(builder, code, part)


def _name_city(builder: Builder, code: str, words: str) -> None:
    """Add "Kyiv: Kiev, Kyiw": newsrooms' names of a country's largest city of the first name."""
    name, _, others = words.strip().partition(":")
    found = [i for i in builder.indexes(name) if _is(builder, i, EntryKind.CITY, code)]
    if found:
        index = max(found, key=lambda i: builder.records[i].population)
        for other in others.split(","):
            builder.name(index, key_of(other), own=True)


def _add_prominent(builder: Builder) -> None:
    """Mark the places that their bare names mean: those of the table, then the largest."""
    kinds = {"cities": (EntryKind.CITY,), "regions": tuple(EntryKind)}
    for sort, countries in read_table("prominent").items():
        for code, names in countries.items():
            for part in names.split(","):
                name, _, own = (word.strip() for word in part.partition(":"))
                if (index := _best(builder, own or name, code, kinds[sort])) is not None:
                    builder.meant(index, key_of(name))
    builder.foremost()


def _best(builder: Builder, name: str, code: str, kinds: Sequence[EntryKind]) -> int | None:
    """Return a country's largest place of a name, rather one that bears no other."""
    country = None if code == "-" else code
    found = [
        (record.kind is not EntryKind.CITY, own, record.population, index)
        for index, own in builder.leading(name)
        if (record := builder.records[index]).kind in kinds and record.country == country
    ]
    return max(found)[-1] if found else None


def _name_division(builder: Builder, index: int, words: str) -> None:
    """Add "Calif. CA; Golden State": abbreviations, and after the semicolon whole names."""
    short, _, others = words.partition(";")
    for word in short.split():
        builder.name(index, postal_key(word), own=True)
        builder.name(index, postal_key(word.rstrip(".")), own=True)
        if "." in word or len(word) > 2:
            builder.name(index, abbreviation_key(word), own=True)
    for other in others.split(","):
        builder.name(index, key_of(other), own=True)


def _is(builder: Builder, index: int, kind: EntryKind, code: str) -> bool:
    record = builder.records[index]
    return record.kind is kind and record.country == code


def _add_languages(
    builder: Builder, countries: Mapping[str, int]
) -> Mapping[str, Mapping[str, str]]:
    languages: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for language, code, name in read_translations():
        if code in countries:
            builder.name(countries[code], language_key(language, name), own=True)
            languages[language].setdefault(code, name)
    return languages
