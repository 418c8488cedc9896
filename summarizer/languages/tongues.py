"""How a language writes the names of places: what joins them, and what cases do to them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from summarizer.languages.data import ENGLISH, found, read_section
from summarizer.languages.patterns import words_of_all
from summarizer.places.gazetteer.keys import key_of

_STEM = 3  # letters that must be left of a name when a prefix or an ending is taken off
_APOSTROPHES = "'’"
_APOSTROPHE = f"[{_APOSTROPHES}]"
_NAME = (
    r"(?:[^\W\d_a-z]\.){2,}(?:[^\W\d_]\b(?!\.))?"  # U.S., P.E.I., and U.S.A
    r"|[A-Z]\.[A-Z][a-z]{1,3}\."  # W.Va.
)
_WORD = r"[^\W\d_]+(?:['’ʻʼ`][^\W\d_]+)*"  # Sana'a, O’Fallon
_SIGN = "[぀-ヿ一-鿿]"  # a word of its own, where words are not parted by spaces
_SMALL = ("locating", "leading", "place_nouns", "common", "bodies", "sites", "titles")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # a key of what is kept
class Tongue:
    """A language: the pattern of its words, and of what a word's end may add to a name.

    `small` is words that would have no capital if the script had any. `names` is the key of a
    name -> the country's code or the place's English name; `shown` is the reverse.
    """

    language: str
    english: bool  # which most is known of
    capitalised: bool  # whether every noun has a capital
    joint: str  # what stands between two words of a name
    comma: str  # what stands between a place and what it lies in
    word: re.Pattern[str]
    suffix: re.Pattern[str]
    joints: frozenset[str] = frozenset()  # what joins two words as a space does
    prefixes: tuple[tuple[str, str], ...] = ()  # what is written, what it stands for
    endings: tuple[tuple[str, str], ...] = ()
    articles: frozenset[str] = frozenset()  # any language's, as in "al-Hol", that begin a name
    small: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)

    def variants(self, name: str) -> Iterator[tuple[int, str]]:
        """Return what a name may be a form of, with how many of its letters come before it."""
        for prefix, plain in self.prefixes:
            joined = name.startswith(prefix) and name[len(prefix) :][:1].isalpha()
            if joined and len(name) >= len(prefix) + _STEM:
                yield len(prefix) - len(plain), plain + name[len(prefix) :]
        for ending, plain in self.endings:
            if name.endswith(ending) and len(name) >= len(ending) + _STEM:
                yield 0, name.removesuffix(ending) + plain


def tongue(language: str) -> Tongue:
    """Return what is known of how a language (ISO 639-1) writes names."""
    known = _tongue(found(language))
    return known if known.language == language else replace(known, language=language)


@cache
def _tongue(language: str) -> Tongue:
    writing = read_section("writing", language) or read_section("writing", ENGLISH)
    table = read_section("places", language)
    unspaced, elided = writing.get("unspaced", False), writing.get("elided")
    lent = "" if unspaced or elided else read_section("writing", ENGLISH)["suffix"]
    names = [line.partition(": ") for line in table.get("names", "").splitlines() if line]
    word = rf"{_NAME}|{_WORD}|\d+"
    if unspaced:
        word = rf"{_SIGN}|{_WORD}|\d+"
    elif elided:  # l'Allemagne, qu'Athènes: the article is a word of its own
        word = rf"(?i:{elided})(?={_APOSTROPHE}\w)|{word}"
    return Tongue(
        language=language,
        english=language == ENGLISH,
        capitalised=writing.get("capitalised", False),
        joint="" if unspaced else " ",
        comma=writing.get("comma", ", "),
        word=re.compile(word),
        suffix=re.compile(writing.get("suffix") or lent or r"(?!)"),
        joints=frozenset({""} if unspaced else _APOSTROPHES if elided else ()),
        prefixes=_pairs(table.get("prefixes", "")),
        endings=_pairs(table.get("endings", "")),
        articles=frozenset(words_of_all("places", "articles")),
        small=_small(table) if writing.get("uncased") else frozenset(),
        names={key_of(name): place for place, _, line in names for name in line.split("; ")},
        shown={place: line.split("; ")[0] for place, _, line in names},
    )


def _small(table: Mapping[str, str]) -> frozenset[str]:
    return frozenset(word for name in _SMALL for word in table.get(name, "").split())


def _pairs(words: str) -> tuple[tuple[str, str], ...]:
    parts = (word.partition(">") for word in words.split())
    return tuple(sorted(((form, plain) for form, _, plain in parts), key=lambda p: -len(p[0])))
