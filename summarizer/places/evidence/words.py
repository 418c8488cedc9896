"""The words by which the place finder tells places from other names."""

from dataclasses import dataclass, replace
from functools import cache

from summarizer.languages.lexicon import lexicon
from summarizer.languages.tongues import Tongue, tables, tongue
from summarizer.places.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Sets of words in lower case; what each is for stands in the data file."""

    tongue: Tongue
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
    never_so: frozenset[str]  # whole keys
    local: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    days: frozenset[str]
    particles: frozenset[str]

    def only_opens(self, word: str) -> bool:
        """Tell whether a sentence's first word is no part of the name that follows it.

        Of English the words are known; of other languages rather the names.
        """
        if self.tongue.english:
            return word in self.openers
        return word not in self.given and word not in self.titles


@cache
def words(language: str = "en") -> Words:
    """Give a language's words, with the given names and titles that attribution knows."""
    return _english() if language == "en" else _abroad(language)


def _abroad(language: str) -> Words:
    """Give what is known of another language's words; its people have names of all kinds."""
    table = {name: frozenset(text.split()) for name, text in tables().get(language, {}).items()}
    known = lexicon(language)
    own = known.language == language  # and not English in its stead
    nothing: frozenset[str] = frozenset()
    prepositions = table.get("locating", nothing) | table.get("leading", nothing)
    return replace(
        _english(),
        tongue=tongue(language),
        locating=table.get("locating", nothing),
        leading=table.get("leading", nothing),
        place_nouns=table.get("place_nouns", nothing),
        distances=nothing,
        peopling=nothing,
        speaking=known.verbs if own else nothing,
        bodies=table.get("bodies", nothing),
        sites=table.get("sites", nothing),
        heading=nothing,
        directions=nothing,
        common=table.get("common", nothing),
        never=nothing,
        local=nothing,
        titles=table.get("titles", nothing) | (known.name_titles if own else nothing),
        openers=(known.openers if own else nothing) | prepositions,
        days=known.days if own else nothing,
        particles=known.particles if own else nothing,
    )


def _english() -> Words:
    table = {name: frozenset(text.split()) for name, text in read_table("words").items()}
    english = lexicon("en")
    table.pop("never_so")
    given = table.pop("given") | english.male_names | english.female_names
    return Words(
        tongue=tongue("en"),
        **table,
        never_so=_keys("never_so"),
        given=given,
        titles=english.name_titles,
        openers=english.openers,
        days=english.days,
        particles=english.particles,
    )


def _keys(name: str) -> frozenset[str]:
    return frozenset(map(str.strip, read_table("words")[name].split(",")))
