"""The words by which a language attributes quotes, from the data files beside this module."""

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
_BINDING = "prepositions conjunctions auxiliaries common_verbs adverbs relatives"
_JOINED = {  # sets that are asked for together
    "articled": "definite indefinite",
    "binding": _BINDING,
    "cues": "verbs participles",
    "finite": "verbs weak_verbs",
    "owners": "his her",
    "pronouns": "he she they it",
    "ranked": "titles demonyms",
    "undescribing": f"{_BINDING} verbs weak_verbs participles",
    "unhanging": "prepositions conjunctions auxiliaries common_verbs relatives verbs days",
    "unopening": f"{_BINDING} verbs participles",
    "unphrased": f"{_BINDING} verbs weak_verbs participles weak_participles he she they it",
    "given_names": "male_names female_names",
    "weak_cues": "weak_verbs weak_participles",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language's words, lower-cased; what each set is for stands in the data file."""

    language: str
    cased: bool = True  # whether its script tells names by capitals
    according: tuple[tuple[str, ...], ...] = ()
    according_heads: frozenset[str] = _EMPTY  # their first words
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
    speakers: frozenset[str] = _EMPTY  # nouns for somebody or something that can be quoted
    articled: frozenset[str] = _EMPTY  # what a noun follows
    office_heads: frozenset[str] = _EMPTY  # nouns by which somebody with an office is called
    nameless: frozenset[str] = _EMPTY  # what has a capital and is no name
    binding: frozenset[str] = _EMPTY  # what no noun phrase goes on after
    cues: frozenset[str] = _EMPTY
    weak_cues: frozenset[str] = _EMPTY
    introducing: frozenset[str] = _EMPTY  # both, and what begins like "according to" and "put it"
    given_names: frozenset[str] = _EMPTY
    finite: frozenset[str] = _EMPTY  # verbs of saying in forms that take a subject
    owners: frozenset[str] = _EMPTY
    pronouns: frozenset[str] = _EMPTY
    ranked: frozenset[str] = _EMPTY
    undescribing: frozenset[str] = _EMPTY  # what cannot stand before the noun of a description
    unhanging: frozenset[str] = _EMPTY  # nor within what hangs on a noun
    unopening: frozenset[str] = _EMPTY  # nor at the head of a noun phrase
    unphrased: frozenset[str] = _EMPTY  # nor further on in one


@cache
def lexicon(language: str) -> Lexicon:
    """Give the lexicon of a language by its ISO 639-1 code; English where there is none."""
    language = language if language in _KNOWN else "en"
    data = _read(language)
    ranks: dict[str, tuple[str, ...]] = {}
    for pair in data.pop("ranks", "").split():
        short, rank = pair.split("=")
        ranks[short] = (*ranks.get(short, ()), rank)
    data = {**_read("names"), **data}
    sets = {key: frozenset(words.split()) for key, words in data.items() if key != "according"}
    lines = data.get("according", "").splitlines()
    according = tuple(tuple(line.split()) for line in lines if line.strip())
    for name, parts in _JOINED.items():
        sets[name] = _EMPTY.union(*(sets.get(part, _EMPTY) for part in parts.split()))
    people, bodies = sets.get("people", _EMPTY), sets.get("bodies", _EMPTY)
    documents, titles = sets.get("documents", _EMPTY), sets.get("titles", _EMPTY)
    heads = frozenset(phrase[0] for phrase in according)
    demonyms = sets.get("demonyms", _EMPTY)
    plural = frozenset(f"{noun}s" for noun in people)
    plural_bodies = frozenset(f"{noun}s" for noun in bodies)
    return Lexicon(
        language=language,
        told_of=people | plural | documents | sets.get("nominatives", _EMPTY),
        office_heads=people | titles | sets.get("name_titles", _EMPTY).union(*ranks.values()),
        nameless=demonyms | frozenset(f"{one}s" for one in demonyms) | sets.get("days", _EMPTY),
        speakers=people | plural | bodies | plural_bodies | documents | titles,
        cased=language != "ar",
        prodrop=language in _PRODROP,
        capitalised=language in _CAPITALISED,
        interrupted=language in _INTERRUPTED,
        ranks=ranks,
        according=according,
        according_heads=heads,
        introducing=heads | sets["cues"] | sets["weak_cues"] | {"put", "puts"},
        **sets,
    )


def _read(name: str) -> dict[str, str]:
    data = (files("summarizer.languages") / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(data)
