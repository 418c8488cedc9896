"""The words by which a language attributes quotes, from the data files in `lexicons/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_KNOWN = ("ar", "de", "en", "es", "fr", "tr")
_CAPITALISED = ("de",)
_INTERRUPTED = ("fr",)
_PRODROP = ("ar", "es", "tr")
_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language's words, lower-cased; what each set is for stands in the data file."""

    language: str
    cased: bool = True  # whether its script tells names by capitals
    according: tuple[tuple[str, ...], ...] = ()
    verbs: frozenset[str] = _EMPTY
    tail_cues: frozenset[str] = _EMPTY
    reading: frozenset[str] = _EMPTY
    adding: frozenset[str] = _EMPTY
    weak_verbs: frozenset[str] = _EMPTY
    participles: frozenset[str] = _EMPTY
    weak_participles: frozenset[str] = _EMPTY
    auxiliaries: frozenset[str] = _EMPTY
    adverbs: frozenset[str] = _EMPTY
    negations: frozenset[str] = _EMPTY
    bygone: frozenset[str] = _EMPTY
    indefinite: frozenset[str] = _EMPTY
    kin: frozenset[str] = _EMPTY
    offices: frozenset[str] = _EMPTY
    definite: frozenset[str] = _EMPTY
    unnamed: frozenset[str] = _EMPTY
    hers: frozenset[str] = _EMPTY
    capitalised: bool = False  # whether every noun has a capital
    interrupted: bool = False  # whether a cue may stand between the marks
    prodrop: bool = False  # whether a verb may do without its pronoun
    ranks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conditions: frozenset[str] = _EMPTY
    supposing: frozenset[str] = _EMPTY
    he: frozenset[str] = _EMPTY
    she: frozenset[str] = _EMPTY
    its: frozenset[str] = _EMPTY
    his: frozenset[str] = _EMPTY
    her: frozenset[str] = _EMPTY
    nominatives: frozenset[str] = _EMPTY
    they: frozenset[str] = _EMPTY
    it: frozenset[str] = _EMPTY
    voices: frozenset[str] = _EMPTY
    writer: frozenset[str] = _EMPTY
    relatives: frozenset[str] = _EMPTY
    articles: frozenset[str] = _EMPTY
    determiners: frozenset[str] = _EMPTY
    prepositions: frozenset[str] = _EMPTY
    attaching: frozenset[str] = _EMPTY
    conjunctions: frozenset[str] = _EMPTY
    coordinators: frozenset[str] = _EMPTY
    common_verbs: frozenset[str] = _EMPTY
    titles: frozenset[str] = _EMPTY
    name_titles: frozenset[str] = _EMPTY
    suffixes: frozenset[str] = _EMPTY
    particles: frozenset[str] = _EMPTY
    male_titles: frozenset[str] = _EMPTY
    female_titles: frozenset[str] = _EMPTY
    male_nouns: frozenset[str] = _EMPTY
    female_nouns: frozenset[str] = _EMPTY
    organisations: frozenset[str] = _EMPTY
    days: frozenset[str] = _EMPTY
    demonyms: frozenset[str] = _EMPTY
    openers: frozenset[str] = _EMPTY
    quote_nouns: frozenset[str] = _EMPTY
    people: frozenset[str] = _EMPTY
    bodies: frozenset[str] = _EMPTY
    documents: frozenset[str] = _EMPTY
    namings: frozenset[str] = _EMPTY
    male_names: frozenset[str] = _EMPTY
    female_names: frozenset[str] = _EMPTY
    told_of: frozenset[str] = _EMPTY  # what, without a name, tells of somebody or something


@cache
def lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language by its ISO 639-1 code; English where there is none."""
    language = language if language in _KNOWN else "en"
    data = _read(language)
    ranks: dict[str, tuple[str, ...]] = {}
    for pair in data.pop("ranks", "").split():
        short, rank = pair.split("=")
        ranks[short] = (*ranks.get(short, ()), rank)
    sets = {key: frozenset(words.split()) for key, words in data.items() if key != "according"}
    according = tuple(tuple(phrase.split()) for phrase in data.get("according", "").splitlines())
    names = {key: frozenset(words.split()) for key, words in _read("names").items()}
    people = sets.get("people", _EMPTY)
    plural = frozenset(f"{noun}s" for noun in people)
    return Lexicon(
        language=language,
        told_of=people | plural | sets.get("documents", _EMPTY) | sets.get("nominatives", _EMPTY),
        cased=language != "ar",
        prodrop=language in _PRODROP,
        capitalised=language in _CAPITALISED,
        interrupted=language in _INTERRUPTED,
        ranks=ranks,
        according=tuple(filter(None, according)),
        **{**names, **sets},
    )


def _read(name: str) -> dict[str, str]:
    data = (files("summarizer.quotes") / "lexicons" / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(data)
