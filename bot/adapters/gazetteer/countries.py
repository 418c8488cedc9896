"""Countries' demonyms and middle points, from countryinfo: the home of that library."""

from collections.abc import Mapping
from dataclasses import dataclass

from countryinfo import CountryInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What countryinfo tells of a country."""

    demonym: str | None
    latitude: float | None
    longitude: float | None
    other_names: tuple[str, ...] = ()


def read_facts(codes: Mapping[str, object]) -> Mapping[str, Facts]:
    """Return the facts of the countries that the library knows, by code."""
    facts = {}
    for code in codes:
        try:
            info = CountryInfo(code).info()
        except Exception:  # noqa: BLE001, S112 - of what the library does not know it raises several kinds
            continue
        latitude, longitude = (info.get("latlng") or (None, None))[:2]
        facts[code] = Facts(
            demonym=info.get("demonym") or None,
            latitude=latitude,
            longitude=longitude,
            other_names=tuple(filter(None, [info.get("nativeName")])),
        )
    return facts
