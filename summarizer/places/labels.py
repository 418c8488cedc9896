"""How a reader is told of a place: "Hasakah, Syria"."""

from collections import Counter
from collections.abc import Sequence

from summarizer.languages.tongues import tongue
from summarizer.model import Parsed
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.layout import COUNTRY
from summarizer.places.toponyms.toponym import Toponym

_BY_REGION = frozenset({"US", "CA", "AU"})
"""Countries whose cities English readers know by their state or province."""


def name_of(parsed: Parsed, entry: Entry, mentions: Sequence[Toponym], gazetteer: Gazetteer) -> str:
    """Name a place as the article writes it most; a country by its name in the language."""
    if entry.kind is COUNTRY and entry.country:
        return country_name(entry.country, parsed.language, gazetteer)
    written = [
        _in_title_case(toponym.form or " ".join(toponym.span.of(parsed.text).split()))
        for toponym in mentions
        if not toponym.abbreviated
    ]
    if not written:
        return entry.name
    if len(written) == 1:
        return written[0]
    counts = Counter(written)
    return max(counts, key=lambda name: (counts[name], len(name)))


def _in_title_case(name: str) -> str:
    if not name.isupper() or len(name) <= 3:
        return name
    return name.title().replace("i\u0307", "i")  # a small İ is two characters


def with_country(name: str, entry: Entry, gazetteer: Gazetteer, language: str) -> str:
    """Add to a place's name the country, or for some countries the region, it lies in."""
    if entry.kind is COUNTRY or entry.country is None:
        return name
    outer = country_name(entry.country, language, gazetteer)
    if language == "en" and entry.country in _BY_REGION and entry.region is not None:
        outer = gazetteer.entry(entry.region).name
    return name if outer == name else f"{name}{tongue(language).comma}{outer}"


def country_name(code: str, language: str, gazetteer: Gazetteer) -> str:
    """Name a country in a language, as its people call it rather than its government."""
    return tongue(language).shown.get(code) or gazetteer.country_name(code, language)
