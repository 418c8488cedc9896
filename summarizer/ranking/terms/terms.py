"""Key terms: what an article is about, in a few words to tap, as hashtags without their sign.

A term is a name, or a word of the language; it weighs as much as the sentences that use it are
central, more where it stands in the lede or the headline. Names come before words: "Kettle Bay"
says more than "harbour".
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from itertools import chain, islice

import numpy as np

from summarizer.languages.data import found, read_section
from summarizer.model import Parsed
from summarizer.ranking.terms.names import find_names
from summarizer.ranking.terms.nouns import noun_among
from summarizer.ranking.words.body import Body, read_body
from summarizer.ranking.words.lexis import Lexis, read_lexis
from summarizer.ranking.words.stems import UNSPACED, stemmer, stop_words

MOST, FEWEST = 6, 3

_READ = 400  # sentences: what a longer article is about is said by then
_LONGEST = 40  # characters of a tag
_NAME_WEIGHT = 2.0
_CHARACTERS = re.compile(rf"[{UNSPACED}]+")
_WEIGHED = 40  # words that are looked at
_ONE_WORD = 4  # letters: a shorter word of the language is seldom what an article is about


_Form = tuple[str, ...]


@dataclass(slots=True)
class _Term:
    """A term's forms as they stand, how often each does, and its weight."""

    forms: dict[_Form, int]
    weight: float = 0.0
    is_name: bool = False

    @property
    def form(self) -> _Form:
        """The form that is used most."""
        if len(self.forms) == 1:
            return next(iter(self.forms))
        return max(self.forms, key=self.forms.__getitem__)


def find_terms(parsed: Parsed, *, body: Body | None = None) -> tuple[str, ...]:
    """Return three to six terms, the weightiest first; fewer where the article has no more.

    `body` is the article's where that has been read.
    """
    whole = read_body(parsed) if body is None else body
    texts = tuple(islice(whole.texts, _READ))
    if not texts:
        return ()
    lexis = whole.lexis
    if len(texts) < len(whole.texts):
        lexis = read_lexis(texts, stemmer(parsed.language), stop_words(parsed.language))
    central = lexis.central.tolist()
    stops = _stops(stop_words(parsed.language), found(parsed.language))
    weights = [one + 0.3 + 1.0 / (1 + place) for place, one in enumerate(central)]
    names = _names(texts, weights, parsed.language, stops)
    words = _words(lexis, weights, names, stops) + _pairs(texts, weights)
    terms = [(term.form, term) for term in (*names.values(), *words)]
    if parsed.headline:
        headline = parsed.headline.of(parsed.text).casefold()
        for form, term in terms:
            if " ".join(form).casefold() in headline:
                term.weight *= 1.5
    return tuple(_tags(terms, lambda forms: noun_among(forms, texts, parsed.language)))


@cache
def _stops(stop_words: frozenset[str], language: str) -> frozenset[str]:
    """Return the words that are no term, and that no name begins with."""
    return stop_words.union(read_section("terms", language).get("words", "").casefold().split())


def tag_of(words: Sequence[str]) -> str:
    """Join words into a hashtag without its sign: "al-Hasakah" is "AlHasakah"; "" for none.

    Telegram's hashtags have letters, digits and underscores, and are not digits alone.
    """
    text = unicodedata.normalize("NFC", " ".join(words)).replace(".", "")
    pieces = re.findall(r"[^\W_]+", text)
    if not text.isascii() and any(unicodedata.category(one).startswith("M") for one in text):
        return ""  # vowel signs are no letters, and the word is none without them
    if len(pieces) > 1:
        pieces = [piece[0].upper() + piece[1:] for piece in pieces]
    tag = "".join(pieces)
    return "" if tag.isdigit() or len(tag) > _LONGEST else tag


def _names(
    body: Sequence[str], weights: Sequence[float], language: str, stops: frozenset[str]
) -> dict[_Form, _Term]:
    found: dict[_Form, _Term] = {}
    for weight, names in zip(weights, find_names(body, language, stops), strict=True):
        for name in dict.fromkeys(names):  # in order: ties are settled by it
            key = tuple([word.casefold() for word in name])
            if (term := found.get(key)) is None:
                term = found[key] = _Term({}, is_name=True)
            term.forms[name] = term.forms.get(name, 0) + 1
            term.weight += weight
    _merge(found)
    return found


def _merge(found: dict[_Form, _Term]) -> None:
    """Count a part of a longer name, "Ruiz" of "Ana Ruiz", as that name, the weightiest."""
    whole: dict[_Form, _Form] = {}
    for key in sorted(found, key=lambda key: -found[key].weight):
        for size in range(1, len(key)):
            whole.setdefault(key[:size], key)
            whole.setdefault(key[-size:], key)
    for key in sorted(found, key=len):
        if key in whole:
            found[whole[key]].weight += found.pop(key).weight


def _words(
    lexis: Lexis, weights: Sequence[float], names: Mapping[_Form, _Term], stops: frozenset[str]
) -> list[_Term]:
    """Find the weightiest words of the language, by stem, that belong to no name."""
    named = frozenset(chain.from_iterable(names))
    sentences, columns, _ = lexis.cells
    weighed = np.bincount(columns, np.array(weights)[sentences], minlength=len(lexis.stems))
    weighed[lexis.stop | (lexis.counts < 2)] = 0.0
    best = np.argsort(-weighed, kind="stable")[:_WEIGHED].tolist()
    forms: dict[int, list[str]] = {number: [] for number in best}
    for form, number in lexis.forms.items():
        if number in forms:
            forms[number].append(form)
    return [
        _Term({(form,): int(form == shortest) for form in known}, float(weighed[number]))
        for number, known in forms.items()
        if named.isdisjoint(known) and stops.isdisjoint(known)
        if _says_something(shortest := min(known, key=len))
    ]


def _says_something(word: str) -> bool:
    return len(word) >= _ONE_WORD and word.isalpha()


def _pairs(body: Sequence[str], weights: Sequence[float]) -> list[_Term]:
    """Find the pairs of characters, in scripts without spaces, that stand in several sentences."""
    found: dict[str, _Term] = {}
    for weight, sentence in zip(weights, body, strict=True):
        if sentence.isascii():
            continue
        for pair in dict.fromkeys(_unspaced(sentence)):
            term = found.setdefault(pair, _Term({(pair,): 0}))
            term.forms[(pair,)] += 1
            term.weight += weight
    several = [term for term in found.values() if term.forms[term.form] > 1]
    return nsmallest(_WEIGHED, several, key=lambda term: (-term.weight, term.form))


def _unspaced(sentence: str) -> Iterator[str]:
    """Return the pairs of characters in scripts that are written without spaces."""
    for run in _CHARACTERS.findall(sentence):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def _tags(
    terms: Sequence[tuple[_Form, _Term]], noun_of: Callable[[Iterable[str]], str | None]
) -> Iterator[str]:
    """Return the tags, each once: the best names and, where these are few, the best words.

    Words that are no nouns say little by themselves; they come last, and only to make up the least.
    """
    weighed = sorted(
        terms, key=lambda one: (-one[1].weight * (_NAME_WEIGHT if one[1].is_name else 1.0), one[0])
    )
    given: set[str] = set()
    others: list[str] = []
    least = weighed[0][1].weight / 6 if weighed else 0.0
    for form, term in weighed:
        if len(given) == MOST or (len(given) >= FEWEST and term.weight < least):
            return
        tag = tag_of(form)
        if not term.is_name:
            noun = noun_of(sorted((word for (word,) in term.forms), key=len))
            if noun is None:
                others.append(tag)
                continue
            tag = noun if len(noun) <= _LONGEST else ""
        if len(tag) > 1 and tag.casefold() not in given:
            given.add(tag.casefold())
            yield tag
    yield from others[: max(0, FEWEST - len(given))]
