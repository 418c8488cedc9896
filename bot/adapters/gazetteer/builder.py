"""Gathers places and their names, and gives the bytes of the compiled file."""

import json
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.places.gazetteer.keys import fingerprint, key_of
from summarizer.places.gazetteer.layout import (
    CITY,
    COUNTRY,
    DEGREES,
    MAGIC,
    NO_COUNTRY,
    NONE,
    OWN_NAME,
    PROMINENT,
    RECORD,
    EntryKind,
)

_LARGE = 300_000  # inhabitants of a city that its bare name means
_CAPITAL = 100_000  # of a capital
_TIMES = 8  # as many as any other city of its name


@dataclass(slots=True, kw_only=True)
class Record:
    """A place to be written; divisions get their middle and population as cities are added."""

    name: str
    kind: EntryKind
    country: str | None = None
    geonames_id: int | None = None
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
    region: int = NONE
    district: int = NONE
    capital: bool = False


class Builder:
    """Takes records and names, then gives the file's bytes."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.by_id: dict[int, int] = {}
        self._postings: defaultdict[str, dict[int, bool]] = defaultdict(dict)
        self._prominent: dict[str, int] = {}

    def add(self, record: Record, names: Iterable[str] = ()) -> int:
        """Add a place with its own name and its other names; return its index."""
        index = len(self.records)
        self.records.append(record)
        if record.geonames_id:
            self.by_id[record.geonames_id] = index
        self.name(index, key_of(record.name), own=True)
        for name in names:
            self.name(index, key_of(name))
        return index

    def name(self, index: int, key: str, *, own: bool = False) -> None:
        """Let a key lead to a place; `own` where it is the place's usual name."""
        if key:
            found = self._postings[key]
            found[index] = own or found.get(index, False)

    def meant(self, index: int, key: str) -> None:
        """Let a bare key mean a place to readers anywhere, by whatever name it was added."""
        self.name(index, key, own=True)
        self._prominent[key] = index

    def foremost(self) -> None:
        """Let large cities and capitals be meant by their names, where none is a rival."""
        for key, found in self._postings.items():
            own = [self.records[index] for index, own in found.items() if own]
            if key in self._prominent or COUNTRY in [record.kind for record in own]:
                continue
            cities = [record for record in own if record.kind is CITY]
            largest = max(cities, key=lambda record: record.population, default=None)
            if largest is None or largest.population < (_CAPITAL if largest.capital else _LARGE):
                continue
            others = [record for record in cities if record is not largest]
            if not any(_rivals(record, largest) for record in others):
                self._prominent[key] = next(i for i in found if self.records[i] is largest)

    def holding(self, name: str) -> Sequence[tuple[Record, bool]]:
        """Return the places that a name leads to so far, and whether it is their usual name."""
        found = self._postings.get(key_of(name), {})
        return [(self.records[index], own) for index, own in found.items()]

    def leading(self, name: str) -> Sequence[tuple[int, bool]]:
        """Return the indexes of the places that a name leads to, and whether it is their usual."""
        return list(self._postings.get(key_of(name), {}).items())

    def indexes(self, name: str) -> Sequence[int]:
        """Return the indexes of the places that a name leads to so far."""
        return list(self._postings.get(key_of(name), {}))

    def compile(
        self,
        *,
        stamp: str,
        countries: Sequence[Sequence[Any]],
        languages: Mapping[str, Mapping[str, str]],
    ) -> bytes:
        """Return the bytes; `countries` are rows of code, index, neighbours and capital."""
        codes = {row[0]: number for number, row in enumerate(countries)}
        sections = {
            **self._keys(),
            **self._records(codes),
            "languages": json.dumps(languages, ensure_ascii=False).encode(),
        }
        places, offset = {}, 0
        for name, data in sections.items():
            places[name] = (offset, len(data))
            offset += -(-len(data) // 8) * 8
        head = json.dumps({"stamp": stamp, "sections": places, "countries": countries}).encode()
        parts = [MAGIC, len(head).to_bytes(4, "little"), head, *sections.values()]
        return b"".join([_padded(b"".join(parts[:3])), *map(_padded, parts[3:])])

    def _keys(self) -> dict[str, bytes]:
        """Return the sections by which a key finds its places, the most populous first."""
        ordered = sorted(
            (fingerprint(key), found, self._prominent.get(key))
            for key, found in self._postings.items()
        )
        keys, starts, postings = array("Q"), array("I"), array("I")
        for print_, found, meant in ordered:
            keys.append(print_)
            starts.append(len(postings))
            by_size = sorted(found, key=lambda i: (-self.records[i].population, i))
            postings.extend(
                index | (OWN_NAME if found[index] else 0) | (PROMINENT if index == meant else 0)
                for index in by_size
            )
        starts.append(len(postings))
        return {name: _little(part) for name, part in
                (("keys", keys), ("starts", starts), ("postings", postings))}  # fmt: skip

    def _records(self, codes: Mapping[str, int]) -> dict[str, bytes]:
        names, offsets = bytearray(), dict[bytes, int]()
        records = bytearray()
        for record in self.records:
            name = record.name.encode()[:255]
            if name not in offsets:
                offsets[name] = len(names)
                names += name
            records += RECORD.pack(
                record.geonames_id or 0,
                round(record.latitude * DEGREES),
                round(record.longitude * DEGREES),
                record.population,
                offsets[name],
                record.region,
                record.district,
                len(name),
                record.kind,
                codes.get(record.country or "", NO_COUNTRY),
                record.capital,
            )
        return {"records": bytes(records), "names": bytes(names)}


def _rivals(one: Record, largest: Record) -> bool:
    """Return whether a city may be meant as well as the largest of its name."""
    return one.capital or _TIMES * one.population > largest.population


def _little(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 8)
