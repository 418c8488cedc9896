"""How much evidence weighs in languages without annotated news: set by hand."""

from collections.abc import Mapping

from summarizer.languages.tongues import tongue

ABROAD = {
    "kind COUNTRY": 3.0,
    "kind CONTINENT": 2.0,
    "kind AREA": 1.2,
    "kind WATER": 0.8,
    "kind FIRST_DIVISION": 0.8,
    "kind SECOND_DIVISION": -0.8,
    "kind SITE": -0.5,
    "kind city capital": 1.8,
    "kind city metropolis": 1.2,
    "kind city large": 0.6,
    "kind city middling": -0.8,
    "kind city small": -2.2,
    "kind city tiny": -3.2,
    "bias": 0.4,
    "dateline": 2.5,
    "like a dateline": 1.5,
    "in a person's name": -5.0,
    "begins a person's name": -3.0,
    "given name and another": -1.0,
    "ends a longer name": -1.2,
    "> street": -5.0,
    "a saint's": -1.5,
    "short without a capital": -2.0,
    "several words": 0.6,
    "< locating": 1.8,
    "< in": 1.8,
    "< from": 0.6,
    "< a": 0.6,
    "< leading": 0.5,
    "< possessive": -0.5,
    "< title": -4.0,
    "< given name": -3.5,
    "< capital": -0.8,
    "< body": -2.5,
    "> possessive": 0.5,
    "> place noun": 1.5,
    "> container": 2.5,
    "> comma capital": 0.4,
    "> speaking": -0.5,
    "> capital": -0.4,
    "> capitals": -0.4,
    "> body": -2.5,
    "> site": -2.5,
    "> title": -0.5,
    "> age": -1.5,
    "site's word in it": -0.5,
    "common word": -4.0,
    "also in lower case": -2.0,
    "given name": -1.0,
    "a person's name": -4.0,
    "a person's last name": -2.0,
    "never a place": -6.0,
    "between hyphens": -3.0,
    "opens": -0.4,
}
"""For a toponym's being a place: above 0 in sum, it is one."""

_OF_NAMES = frozenset({"ends a longer name", "< capital", "> capital", "> capitals"})
"""What tells nothing where every noun has a capital: "die Stadt Passau"."""


def weights_abroad(language: str) -> Mapping[str, float]:
    """Return the weights for a language other than English."""
    if tongue(language).capitalised:
        return {name: weight for name, weight in ABROAD.items() if name not in _OF_NAMES}
    return ABROAD
