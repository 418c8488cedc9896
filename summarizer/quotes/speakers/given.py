"""Given names, and the gender that they tell."""

import unicodedata
from enum import Enum
from functools import lru_cache

from summarizer.languages.lexicon import Lexicon


class Gender(Enum):
    """The gender that an article's words give a person, for choosing whom a pronoun means."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


# Bound once: the way to a member through its class is a slow one.
MALE = Gender.MALE
FEMALE = Gender.FEMALE
UNKNOWN = Gender.UNKNOWN


def is_given(lower: str, words: Lexicon) -> bool:
    """Return whether a word is a given name."""
    if lower in words.given_names:
        return True
    return not _is_bare(lower) and not words.given_names.isdisjoint(_forms(lower))


def given_gender(lower: str, words: Lexicon) -> Gender:
    """Return the gender that a given name, "maria" or "jean-luc", is mostly given to."""
    for form in (lower,) if _is_bare(lower) else _forms(lower):
        if form in words.female_names:
            return FEMALE
        if form in words.male_names:
            return MALE
    return UNKNOWN


def _is_bare(lower: str) -> bool:
    return lower.isascii() and "-" not in lower


@lru_cache(maxsize=4096)
def _forms(lower: str) -> tuple[str, ...]:
    """Return a name, the name without its accents, and its part before a hyphen."""
    bare = unicodedata.normalize("NFKD", lower.replace("ı", "i").replace("ł", "l"))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return tuple(dict.fromkeys((lower, bare, bare.partition("-")[0])))
