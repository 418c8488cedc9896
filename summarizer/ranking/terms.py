"""Key terms: what an article is about, in a few words to tap, as hashtags without their sign.

A term is a name, or a word of the language; it weighs as much as the sentences that use it are
central, more where it stands in the lede or the headline. Names come before words: "Kettle Bay"
says more than "harbour".
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from summarizer.model import Copy
from summarizer.ranking.body import read_body
from summarizer.ranking.centrality import centrality
from summarizer.ranking.lexis import Lexis, read_lexis
from summarizer.ranking.names import find_names
from summarizer.ranking.words import UNSPACED, stemmer, stop_words

MOST, FEWEST = 6, 3

_READ = 400  # sentences: what a longer article is about is said by then
_LONGEST = 40  # characters of a tag
_NAME_WEIGHT = 2.0
_CHARACTERS = re.compile(rf"[{UNSPACED}]+")
_WEIGHED = 40  # words that are looked at
_ONE_WORD = 4  # letters: a shorter word of the language is seldom what an article is about


@dataclass(slots=True, kw_only=True)
class _Term:
    """A term's forms as they stand, its weight, and in which sentences it stands."""

    forms: Counter[tuple[str, ...]]
    weight: float = 0.0
    is_name: bool = False

    @property
    def form(self) -> tuple[str, ...]:
        """The form that is used most."""
        return self.forms.most_common(1)[0][0]


def find_terms(copy: Copy) -> tuple[str, ...]:
    """Give three to six terms, the weightiest first; fewer where the article has no more."""
    body = tuple(" ".join(s.span.of(copy.text).split()) for s in read_body(copy)[:_READ])
    if not body:
        return ()
    stops = stop_words(copy.language)
    empty = _empty_words().get(copy.language, frozenset())
    lexis = read_lexis(body, stemmer(copy.language), stops)
    central = centrality(lexis)
    headline = copy.headline.of(copy.text) if copy.headline else ""
    weights = [float(c) + 0.3 + 1.0 / (1 + place) for place, c in enumerate(central)]
    names = _names(body, weights, copy.language, stops | empty)
    words = _words(lexis, weights, names, stops | empty) + _pairs(body, weights)
    for term in (*names.values(), *words):
        if headline and _stands_in(term.form, headline):
            term.weight *= 1.5
    return tuple(_tags(names, words))


@cache
def _empty_words() -> Mapping[str, frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))
    return {
        language: frozenset(word.casefold() for word in kinds["words"])
        for language, kinds in table.items()
    }


def tag_of(words: Sequence[str]) -> str:
    """Join words into a hashtag without its sign: "al-Hasakah" is "AlHasakah"; "" for none.

    Telegram's hashtags have letters, digits and underscores, and are not digits alone.
    """
    text = unicodedata.normalize("NFC", " ".join(words)).replace(".", "")
    pieces = re.findall(r"[^\W_]+", text)
    if any(unicodedata.category(letter).startswith("M") for letter in text):
        return ""  # vowel signs are no letters, and the word is none without them
    if len(pieces) > 1:
        pieces = [piece[0].upper() + piece[1:] for piece in pieces]
    tag = "".join(pieces)
    return "" if tag.isdigit() or len(tag) > _LONGEST else tag


def _names(
    body: Sequence[str], weights: Sequence[float], language: str, stops: Collection[str]
) -> dict[tuple[str, ...], _Term]:
    found: dict[tuple[str, ...], _Term] = {}
    for weight, names in zip(weights, find_names(body, language, stops), strict=True):
        for name in dict.fromkeys(names):  # in order: ties are settled by it
            key = tuple(word.casefold() for word in name)
            term = found.setdefault(key, _Term(forms=Counter(), is_name=True))
            term.forms[name] += 1
            term.weight += weight
    _merge(found)
    return found


def _merge(found: dict[tuple[str, ...], _Term]) -> None:
    """Count a part of a longer name, "Ruiz" of "Ana Ruiz", as that name."""
    longer = sorted((key for key in found if len(key) > 1), key=lambda key: -found[key].weight)
    for key in sorted(found, key=len):
        whole = next((one for one in longer if len(one) > len(key) and _part(key, one)), None)
        if whole is not None:
            found[whole].weight += found.pop(key).weight


def _part(key: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    return whole[-len(key) :] == key or whole[: len(key)] == key


def _words(
    lexis: Lexis,
    weights: Sequence[float],
    names: Mapping[tuple[str, ...], _Term],
    stops: Collection[str],
) -> list[_Term]:
    """Find the weightiest words of the language, by stem, that belong to no name."""
    taken = {word for key in names for word in key} | set(stops)
    sentences, columns, _ = lexis.cells
    weighed = np.bincount(columns, np.array(weights)[sentences], minlength=len(lexis.stems))
    weighed[lexis.stop | (lexis.counts < 2)] = 0.0
    best = np.argsort(-weighed, kind="stable")[:_WEIGHED].tolist()
    forms: dict[int, list[str]] = {number: [] for number in best}
    for form, number in lexis.forms.items():
        if number in forms:
            forms[number].append(form)
    return [
        _Term(forms=Counter({(min(known, key=len),): 1}), weight=float(weighed[number]))
        for number, known in forms.items()
        if taken.isdisjoint(known) and _says_something(min(known, key=len))
    ]


def _says_something(word: str) -> bool:
    return len(word) >= _ONE_WORD and word.isalpha()


def _pairs(body: Sequence[str], weights: Sequence[float]) -> list[_Term]:
    """Find the pairs of characters, in scripts without spaces, that stand in several sentences."""
    found: dict[str, _Term] = {}
    for weight, sentence in zip(weights, body, strict=True):
        for pair in dict.fromkeys(_unspaced(sentence)):
            term = found.setdefault(pair, _Term(forms=Counter()))
            term.forms[(pair,)] += 1
            term.weight += weight
    return [term for term in found.values() if term.forms.total() > 1]


def _unspaced(sentence: str) -> Iterator[str]:
    """Give the pairs of characters in scripts that are written without spaces."""
    for run in _CHARACTERS.findall(sentence):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def _stands_in(form: Sequence[str], headline: str) -> bool:
    return " ".join(form).casefold() in headline.casefold()


def _tags(names: Mapping[tuple[str, ...], _Term], words: Sequence[_Term]) -> Iterator[str]:
    """Give the tags, each once: the best names and, where these are few, the best words."""
    weighed = sorted(
        (*names.values(), *words),
        key=lambda term: (-term.weight * (_NAME_WEIGHT if term.is_name else 1.0), term.form),
    )
    given: set[str] = set()
    least = weighed[0].weight / 6 if weighed else 0.0
    for term in weighed:
        tag = tag_of(term.form)
        if len(given) == MOST or (len(given) >= FEWEST and term.weight < least):
            return
        if len(tag) > 1 and tag.casefold() not in given:
            given.add(tag.casefold())
            yield tag
