"""The words by which the place finder tells places from other names."""

from dataclasses import dataclass
from functools import cache

from summarizer.places.tables import read_table
from summarizer.quotes.lexicon import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Sets of words in lower case; what each is for stands in the data file."""

    locating: frozenset[str]
    leading: frozenset[str]
    place_nouns: frozenset[str]
    distances: frozenset[str]
    peopling: frozenset[str]
    speaking: frozenset[str]
    bodies: frozenset[str]
    sites: frozenset[str]
    heading: frozenset[str]
    directions: frozenset[str]
    common: frozenset[str]
    never: frozenset[str]
    local: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    days: frozenset[str]
    particles: frozenset[str]


@cache
def words() -> Words:
    """Give the words, with the given names and titles that attribution knows."""
    table = {name: frozenset(text.split()) for name, text in read_table("words").items()}
    english = lexicon("en")
    given = table.pop("given") | english.male_names | english.female_names
    return Words(
        **table,
        given=given,
        titles=english.name_titles,
        openers=english.openers,
        days=english.days,
        particles=english.particles,
    )
