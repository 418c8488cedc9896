"""The words by which the place finder tells places from other names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from summarizer.languages.data import ENGLISH, found, read_section, read_world
from summarizer.languages.lexicon import lexicon
from summarizer.languages.patterns import words_of_all
from summarizer.languages.tongues import Tongue, tongue
from summarizer.places.gazetteer.keys import key_of

_OWN = (
    "locating",
    "leading",
    "place_nouns",
    "distances",
    "peopling",
    "bodies",
    "sites",
    "heading",
    "directions",
    "common",
    "never",
    "local",
)
_LENT = (
    "of",
    "and_or",
    "ties",
    "tied_names",
    "streets",
    "divisions",
    "cities",
    "nature",
    "heads",
    "settlements",
    "settled",
    "reached",
    "close_to",
    "saints",
    "impersonal",
    "no_person",
    "shortened",
    "abbreviated",
)
_ALONE = {"within": "< in", "from_to": "< from", "indefinite": "< a", "definite": "< the"}
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Sets of words in lower case; what each is for stands in `en.toml`.

    Those of the second part are lent by English to a language whose file has none.
    """

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
    local: frozenset[str]
    titles: frozenset[str]
    openers: frozenset[str]
    days: frozenset[str]
    plural_endings: tuple[str, ...]
    noun_tells: bool  # whether a noun of places after a name says by itself that it is one

    alone: Mapping[str, str]  # the evidence that a word before a name is by itself
    of: frozenset[str]
    and_or: frozenset[str]
    ties: frozenset[str]
    tied_names: frozenset[str]
    streets: frozenset[str]
    divisions: frozenset[str]
    cities: frozenset[str]
    nature: frozenset[str]
    heads: frozenset[str]
    settlements: frozenset[str]
    settled: frozenset[str]
    reached: frozenset[str]
    close_to: frozenset[str]
    saints: frozenset[str]
    impersonal: frozenset[str]
    no_person: frozenset[str]
    shortened: frozenset[str]
    abbreviated: frozenset[str]
    never_so: frozenset[str]  # whole keys
    world_bodies: frozenset[str]  # keys of bodies that are known everywhere

    # Of all languages together: names of places go from one into the other.
    links: frozenset[str]
    joining: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]

    def only_opens(self, word: str) -> bool:
        """Return whether a sentence's first word is no part of the name that follows it.

        Of English the words are known; of other languages rather the names.
        """
        if self.tongue.english:
            return word in self.openers
        return word not in self.given and word not in self.titles


def words(language: str = ENGLISH) -> Words:
    """Return a language's words, with the given names and titles that attribution knows."""
    known = _words(found(language))
    named = known.tongue.language == language
    return known if named else replace(known, tongue=tongue(language))


@cache
def _words(language: str) -> Words:
    table, english = read_section("places", language), read_section("places", ENGLISH)
    known = lexicon(language)
    own = known.language == language  # and not English in its stead
    openers = known.openers if own else _NOTHING
    speaking = frozenset(table.get("speaking", "").split())
    if language != ENGLISH:
        openers |= frozenset(f"{table.get('locating', '')} {table.get('leading', '')}".split())
        speaking |= known.verbs if own else _NOTHING
    lent = {**english, **table}
    names = read_world("names")
    return Words(
        tongue=tongue(language),
        **{name: frozenset(table.get(name, "").split()) for name in _OWN},
        **{name: frozenset(lent[name].split()) for name in _LENT},
        alone={word: told for key, told in _ALONE.items() for word in lent[key].split()},
        speaking=speaking,
        titles=frozenset(table.get("titles", "").split())
        | (known.name_titles if own else _NOTHING),
        openers=openers,
        days=known.days if own else _NOTHING,
        plural_endings=known.plural_endings,
        noun_tells=table.get("noun_tells", False),
        never_so=frozenset(map(str.strip, lent["never_so"].split(","))),
        world_bodies=frozenset(
            [key_of(name) for names in read_world("bodies").values() for name in names.split(",")]
        ),
        links=frozenset(words_of_all("places", "links")),
        joining=frozenset(words_of_all("places", "joining")),
        given=frozenset(names["places_given"].split()) | known.given_names,
        family=frozenset(names["places_family"].split()),
    )
