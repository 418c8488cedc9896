"""The gazetteer: from a name to the places that bear it, read from a compiled file's bytes."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from summarizer.places.gazetteer.keys import demonym_key, fingerprint, key_of, language_key
from summarizer.places.gazetteer.layout import (
    COUNTRY,
    DEGREES,
    FIRST_DIVISION,
    INDEX,
    MAGIC,
    NO_COUNTRY,
    NONE,
    OWN_NAME,
    PROMINENT,
    RECORD,
    EntryKind,
)
from summarizer.text.kept import Kept

ROW = 1000
"""From a cell to the one north of it."""

_REMEMBERED = 16_384  # names whose look-up is kept
_STRAY = 4_096  # by how many places a key may lie elsewhere than where even spreading puts it
_KINDS = tuple(EntryKind)


class BrokenGazetteer(ValueError):
    """The bytes are no compiled gazetteer, or one of another version: compile anew."""


class Entry(NamedTuple):
    """A place of the gazetteer; `region` and `district` are indexes of its divisions."""

    index: int  # type: ignore[assignment]  # where a tuple's own method is not wanted
    name: str
    kind: EntryKind
    country: str | None  # ISO 3166 alpha-2
    latitude: float
    longitude: float
    population: int
    region: int | None
    district: int | None
    geonames_id: int | None
    capital: bool
    cell: int  # the square degree it lies in; the next ones' differ by 1 and by ROW
    own_name: bool = True  # whether it was looked up by its usual name
    prominent: bool = False  # whether the bare name it was looked up by means it anywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: its entry's index, its neighbours' codes, and its capital's name."""

    code: str
    index: int
    neighbours: frozenset[str]
    capital: str


class Gazetteer:
    """Looks names up in the bytes of a compiled file (bytes, or a memory map)."""

    def __init__(self, data: bytes | memoryview, *, stamp: str | None = None) -> None:
        """Read the head; raise BrokenGazetteer for other bytes or another stamp."""
        view = memoryview(data)
        try:
            head, sections = _read_head(view)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise BrokenGazetteer(str(error)) from error
        if stamp is not None and head.get("stamp") != stamp:
            raise BrokenGazetteer("it was compiled from other data")
        self._records, self._names = sections["records"], sections["names"]
        self._keys = sections["keys"].cast("Q")
        self._starts, self._postings = sections["starts"].cast("I"), sections["postings"].cast("I")
        self._languages = sections["languages"]
        self._codes: list[str] = [row[0] for row in head["countries"]]
        self.countries: Mapping[str, Country] = {
            code: Country(code=code, index=index, neighbours=frozenset(neighbours), capital=capital)
            for code, index, neighbours, capital in head["countries"]
        }
        self.find = Kept(self._find, _REMEMBERED).__getitem__
        self.entry = Kept(self._entry, _REMEMBERED).__getitem__
        self.named = Kept(self._named, _REMEMBERED).__getitem__
        self.people = Kept(self._people, _REMEMBERED).__getitem__

    def well_known(self, people: int) -> Iterator[Entry]:
        """Yield the places of at least so many people, all countries and their first divisions."""
        for index, row in enumerate(RECORD.iter_unpack(self._records)):
            if row[3] >= people or _KINDS[row[8]] in (COUNTRY, FIRST_DIVISION):
                yield self._entry(index)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the countries' names are known."""
        return tuple(self._country_names)

    def country_in(self, language: str, name: str) -> Entry | None:
        """Return the country of a name in a language."""
        found = self.find(language_key(language, name))
        return found[0] if found else None

    def country_name(self, code: str, language: str) -> str:
        """Return a country's name in a language, or its English name where that is unknown."""
        name: str | None = self._country_names.get(language, {}).get(code)
        return name or self.entry(self.countries[code].index).name

    @cached_property
    def _country_names(self) -> dict[str, dict[str, str]]:
        names: dict[str, dict[str, str]] = json.loads(bytes(self._languages))
        return names

    def _find(self, key: str) -> tuple[Entry, ...]:
        """Return the places under a key."""
        at = self._place(fingerprint(key))
        if at is None:
            return ()
        postings = self._postings[self._starts[at] : self._starts[at + 1]]
        return tuple([self._entry(p & INDEX, p) for p in postings])

    def _place(self, print_: int) -> int | None:
        """Return where a fingerprint stands among the keys.

        They are spread evenly, so it is looked for where it is due: few pages are read there.
        """
        keys = self._keys
        due = print_ * len(keys) >> 64
        low, high = max(due - _STRAY, 0), min(due + _STRAY, len(keys))
        at = bisect_left(keys, print_, low, high)
        if not low < at < high:
            at = bisect_left(keys, print_)
        return at if at < len(keys) and keys[at] == print_ else None

    def _named(self, name: str) -> tuple[Entry, ...]:
        """Return the places of a name, as it stands in a text."""
        return self._find(key_of(name))

    def _people(self, word: str) -> Entry | None:
        """Return the country whose people, or whatever is theirs, a word names."""
        found = self._find(demonym_key(word))
        return found[0] if found else None

    def _entry(self, index: int, flags: int = OWN_NAME) -> Entry:
        """Return the place at an index, as the flags say that its name leads to it."""
        (id_, latitude, longitude, population, offset, region, district, length, kind, country,
         capital) = RECORD.unpack_from(self._records, index * RECORD.size)  # fmt: skip
        return Entry(
            index,
            str(self._names[offset : offset + length], "utf-8"),
            _KINDS[kind],
            None if country == NO_COUNTRY else self._codes[country],
            latitude / DEGREES,
            longitude / DEGREES,
            population,
            None if region == NONE else region,
            None if district == NONE else district,
            id_ or None,
            bool(capital),
            round(latitude / DEGREES) * ROW + round(longitude / DEGREES),
            bool(flags & OWN_NAME),
            bool(flags & PROMINENT),
        )


def _read_head(view: memoryview) -> tuple[dict[str, Any], dict[str, memoryview]]:
    if bytes(view[: len(MAGIC)]) != MAGIC:
        raise ValueError("it is no gazetteer")
    begin = len(MAGIC) + 4
    size = int.from_bytes(view[len(MAGIC) : begin], "little")
    head: dict[str, Any] = json.loads(bytes(view[begin : begin + size]))
    base = -(-(begin + size) // 8) * 8
    sections = {}
    for name, (offset, length) in head["sections"].items():
        sections[name] = view[base + offset : base + offset + length]
        if len(sections[name]) != length:
            raise ValueError("it breaks off")
    return head, sections
