"""The words by which a language attributes quotes, from the data files beside this module."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from summarizer.languages.data import ENGLISH, having, read_section, read_world

_EMPTY: frozenset[str] = frozenset()
_BINDING = "prepositions conjunctions auxiliaries common_verbs adverbs relatives"
_COMBINED = ("participle_endings", "placed_endings", "not_describing_endings")
_JOINED = {  # sets that are asked for together
    "articled": "definite indefinite",
    "binding": _BINDING,
    "cues": "verbs participles",
    "finite": "verbs weak_verbs",
    "owners": "his her",
    "pronouns": "he she they it",
    "ranked": "titles demonyms",
    "not_describing": f"{_BINDING} verbs weak_verbs participles",
    "not_attached": "prepositions conjunctions auxiliaries common_verbs relatives verbs days",
    "not_first": f"{_BINDING} verbs participles",
    "not_in_phrase": f"{_BINDING} verbs weak_verbs participles weak_participles he she they it",
    "given_names": "male_names female_names",
    "weak_cues": "weak_verbs weak_participles",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # a key of what is kept
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
    not_describing: frozenset[str] = _EMPTY  # what cannot stand before the noun of a description
    not_attached: frozenset[str] = _EMPTY  # nor within what hangs on a noun
    not_first: frozenset[str] = _EMPTY  # nor at the head of a noun phrase
    not_in_phrase: frozenset[str] = _EMPTY  # nor further on in one

    # What English lends to a language that has none of its own.
    word: str = ""  # a pattern
    plural_endings: tuple[str, ...] = ()
    gerund_endings: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    present_endings: tuple[str, ...] = ()
    passive_endings: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    agent_endings: tuple[str, ...] = ()
    aged: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    placed_endings: tuple[str, ...] = ()
    not_describing_endings: tuple[str, ...] = ()
    by: frozenset[str] = _EMPTY
    of: frozenset[str] = _EMPTY
    like: frozenset[str] = _EMPTY
    both: frozenset[str] = _EMPTY
    who: frozenset[str] = _EMPTY
    leading: frozenset[str] = _EMPTY
    company: frozenset[str] = _EMPTY
    infinitives: frozenset[str] = _EMPTY
    purposes: frozenset[str] = _EMPTY
    senders: frozenset[str] = _EMPTY
    wordings: frozenset[str] = _EMPTY
    putting: frozenset[str] = _EMPTY
    put: frozenset[str] = _EMPTY
    be: frozenset[str] = _EMPTY
    quoted: frozenset[str] = _EMPTY
    spoken_at: frozenset[str] = _EMPTY
    leading_participles: frozenset[str] = _EMPTY
    hearing: frozenset[str] = _EMPTY
    nearer: frozenset[str] = _EMPTY
    denying: frozenset[str] = _EMPTY
    speechless: frozenset[str] = _EMPTY
    abstract: frozenset[str] = _EMPTY
    some: frozenset[str] = _EMPTY
    joining: frozenset[str] = _EMPTY
    said: frozenset[str] = _EMPTY
    reasons: frozenset[str] = _EMPTY
    courtesies: frozenset[str] = _EMPTY
    plain_courtesies: frozenset[str] = _EMPTY
    like_months: frozenset[str] = _EMPTY
    dangling: frozenset[str] = _EMPTY
    no_one: frozenset[str] = _EMPTY
    mere_verbs: frozenset[str] = _EMPTY
    small: frozenset[str] = _EMPTY
    hearers: frozenset[str] = _EMPTY

    def single(self, noun: str) -> str:
        """Return a noun in the singular, so far as endings tell."""
        ending = next(filter(noun.endswith, self.plural_endings), "")
        return noun.removesuffix(ending)


def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language by its ISO 639-1 code; English where there is none."""
    return _lexicon(having("attribution", language))


@cache
def _lexicon(language: str) -> Lexicon:
    own, english = (read_section("attribution", code) for code in (language, ENGLISH))
    names, writing = read_world("names"), read_section("writing", language)
    lent = {name: english[name] for name in _LENT if name in english}
    data: dict[str, Any] = {**names, **lent, **own}
    sets: dict[str, Any] = {name: frozenset(data.get(name, "").split()) for name in _SETS}
    for name, parts in _JOINED.items():
        sets[name] = _EMPTY.union(*(sets[part] for part in parts.split()))
    according = tuple(
        tuple(line.split()) for line in data.get("according", "").splitlines() if line
    )
    heads = frozenset(phrase[0] for phrase in according)
    ranks: dict[str, tuple[str, ...]] = {}
    for pair in data.get("ranks", "").split():
        short, rank = pair.split("=")
        ranks[short] = (*ranks.get(short, ()), rank)
    endings: dict[str, Any] = {name: tuple(data[name].split()) for name in _ENDINGS}
    plural = endings["plural_endings"]
    people, bodies, documents = sets["people"], sets["bodies"], sets["documents"]
    titles, demonyms = sets["titles"], sets["demonyms"]
    several = frozenset(f"{noun}{ending}" for noun in people for ending in plural)
    several_bodies = frozenset(f"{noun}{ending}" for noun in bodies for ending in plural)
    return Lexicon(
        language=language,
        told_of=people | several | documents | sets["nominatives"],
        office_heads=people | titles | sets["name_titles"].union(*ranks.values()),
        nameless=demonyms
        | frozenset(f"{one}{ending}" for one in demonyms for ending in plural)
        | sets["days"],
        speakers=people | several | bodies | several_bodies | documents | titles,
        cased=not writing.get("uncased", False),
        capitalised=writing.get("capitalised", False),
        prodrop=data.get("prodrop", False),
        interrupted=data.get("interrupted", False),
        ranks=ranks,
        according=according,
        according_heads=heads,
        introducing=heads | sets["cues"] | sets["weak_cues"] | sets["putting"],
        word=data["word"].replace("ABBREVIATIONS", "|".join(data["abbreviations"].split())),
        participle_endings=endings["gerund_endings"] + endings["past_endings"],
        placed_endings=endings["gerund_endings"] + endings["adverb_endings"],
        not_describing_endings=endings["past_endings"] + endings["adverb_endings"],
        **endings,
        **sets,
    )


_NAMES = [each.name for each in fields(Lexicon)]
_LENT = ("abbreviations", *_NAMES[_NAMES.index("word") :])
_MADE = frozenset(
    ("told_of", "speakers", "office_heads", "nameless", "introducing", "according_heads", *_JOINED)
)
"""Sets that are made of others."""

_SETS = tuple(
    each.name for each in fields(Lexicon) if each.type == frozenset[str] and each.name not in _MADE
)
_ENDINGS = tuple(
    each.name
    for each in fields(Lexicon)
    if each.type == tuple[str, ...] and each.name not in _COMBINED
)
