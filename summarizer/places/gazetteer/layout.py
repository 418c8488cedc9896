"""How a compiled gazetteer lies in its file, little-endian, for memory-mapping.

    magic | u32 length of the head | head (JSON) | padding to 8 | sections

The head names each section's offset and length, and holds the countries. Sections: `records`
(RECORD each), `names` (UTF-8, which records point into), `keys` (u64 fingerprints, ascending),
`starts` (u32, one more than keys: where a key's postings begin), `postings` (u32: a record's
index, with flags in the high bits), and `languages` (JSON: country names by language).
"""

from enum import IntEnum
from struct import Struct
from typing import Final

from summarizer.model import PlaceKind

MAGIC = b"DATELINE"
VERSION = 7

RECORD = Struct("<IiiIIIIBBBB")
"""GeoNames id, latitude and longitude in 1e-5 degrees, population, offset of the name,
first-level and second-level division (indexes, or NONE), length of the name in bytes, kind, country
(index, or NO_COUNTRY), and 1 for a capital city."""

DEGREES = 100_000
NONE = 0xFFFFFFFF
NO_COUNTRY = 255

OWN_NAME = 1 << 31
"""Flag of a posting: the key is the place's usual name, not one of its other names."""

PROMINENT = 1 << 30
"""Flag of a posting: the bare key means this place to readers anywhere."""

INDEX = (1 << 30) - 1


class EntryKind(IntEnum):
    """What sort of place a record is."""

    COUNTRY = 0
    FIRST_DIVISION = 1
    SECOND_DIVISION = 2
    CITY = 3
    AREA = 4  # a region that is no division: the Sahel, Donbas
    CONTINENT = 5
    WATER = 6
    RELIEF = 7  # mountains, deserts, islands, capes
    SITE = 8  # airports, bases, parks

    @property
    def place_kind(self) -> PlaceKind:
        """Return the kind that briefs tell."""
        return _KINDS[self]


COUNTRY: Final = EntryKind.COUNTRY
FIRST_DIVISION: Final = EntryKind.FIRST_DIVISION
SECOND_DIVISION: Final = EntryKind.SECOND_DIVISION
CITY: Final = EntryKind.CITY
"""The same, bound once: to read a member of an enumeration takes more than to compare it."""

_KINDS = {
    EntryKind.COUNTRY: PlaceKind.COUNTRY,
    EntryKind.FIRST_DIVISION: PlaceKind.REGION,
    EntryKind.SECOND_DIVISION: PlaceKind.REGION,
    EntryKind.CITY: PlaceKind.CITY,
    EntryKind.AREA: PlaceKind.REGION,
    EntryKind.CONTINENT: PlaceKind.REGION,
    EntryKind.WATER: PlaceKind.OTHER,
    EntryKind.RELIEF: PlaceKind.OTHER,
    EntryKind.SITE: PlaceKind.OTHER,
}
