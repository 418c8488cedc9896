"""How a language writes the names of places: what joins them, and what cases do to them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from summarizer.languages.data import read_data
from summarizer.places.gazetteer.keys import key_of

_UNSPACED = frozenset({"zh", "ja"})  # each sign of theirs is taken for a word
_ELIDING = frozenset({"fr", "it", "ca"})
_UNCASED = frozenset({"ar", "fa", "zh", "ja"})
_STEM = 3  # letters that must be left of a name when a prefix or an ending is taken off
_APOSTROPHE = "['’]"
_NAME = (
    r"(?:[^\W\d_a-z]\.){2,}(?:[^\W\d_]\b(?!\.))?"  # U.S., P.E.I., and U.S.A
    r"|[A-Z]\.[A-Z][a-z]{1,3}\."  # W.Va.
)
_WORD = r"[^\W\d_]+(?:['’ʻʼ`][^\W\d_]+)*"  # Sana'a, O’Fallon
_PATTERNS = {
    "en": (rf"{_NAME}|{_WORD}|\d+", rf"{_APOSTROPHE}[sS]$"),
    # l'Allemagne, qu'Athènes: the article is a word of its own.
    "fr": (rf"(?i:[cdjlmnst]|qu|jusqu)(?={_APOSTROPHE}\w)|{_NAME}|{_WORD}|\d+", None),
    "it": (rf"(?i:[dl]|\w{{1,4}}ll)(?={_APOSTROPHE}\w)|{_NAME}|{_WORD}|\d+", None),
    # Ankara'nın, İzmir'den: what follows a name's apostrophe is its case.
    "tr": (rf"{_NAME}|{_WORD}|\d+", rf"{_APOSTROPHE}[^\W\d_]+$"),
}  # fmt: skip
_PATTERNS["ca"] = _PATTERNS["fr"]
_PATTERNS["az"] = _PATTERNS["tr"]
_PATTERNS |= dict.fromkeys(_UNSPACED, (r"[぀-ヿ一-鿿]|" + _WORD + r"|\d+", None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language: the pattern of its words, and of what a word's end may add to a name.

    `small` is words that would have no capital if the script had any. `names` is the key of a
    name -> the country's code or the place's English name; `shown` is the reverse.
    """

    language: str
    english: bool  # which most is known of
    joint: str  # what stands between two words of a name
    word: re.Pattern[str]
    suffix: re.Pattern[str]
    joints: frozenset[str] = frozenset()  # what joins two words as a space does
    prefixes: tuple[tuple[str, str], ...] = ()  # what is written, what it stands for
    endings: tuple[tuple[str, str], ...] = ()
    small: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)

    def variants(self, name: str) -> Iterator[tuple[int, str]]:
        """Give what a name may be a form of, with how many of its letters come before it."""
        for prefix, plain in self.prefixes:
            joined = name.startswith(prefix) and name[len(prefix) :][:1].isalpha()
            if joined and len(name) >= len(prefix) + _STEM:
                yield len(prefix) - len(plain), plain + name[len(prefix) :]
        for ending, plain in self.endings:
            if name.endswith(ending) and len(name) >= len(ending) + _STEM:
                yield 0, name.removesuffix(ending) + plain


@cache
def tongue(language: str) -> Tongue:
    """Give what is known of how a language (ISO 639-1) writes names."""
    word, suffix = _PATTERNS.get(language, _PATTERNS["en"])
    table = tables().get(language, {})
    names = [line.partition(": ") for line in table.get("names", "").splitlines() if line]
    return Tongue(
        language=language,
        english=language == "en",
        joint="" if language in _UNSPACED else " ",
        word=re.compile(word),
        suffix=re.compile(suffix or r"(?!)"),
        joints=_joints(language),
        prefixes=_pairs(table.get("prefixes", "")),
        endings=_pairs(table.get("endings", "")),
        small=_small(table) if language in _UNCASED else frozenset(),
        names={key_of(name): place for place, _, line in names for name in line.split("; ")},
        shown={place: line.split("; ")[0] for place, _, line in names},
    )


def tables() -> Mapping[str, Mapping[str, str]]:
    """Give the data file's words by language."""
    found: dict[str, dict[str, str]] = read_data("tongues")
    return found


def _joints(language: str) -> frozenset[str]:
    if language in _UNSPACED:
        return frozenset({""})
    return frozenset("'’") if language in _ELIDING else frozenset()


def _small(table: Mapping[str, str]) -> frozenset[str]:
    names = ("locating", "leading", "place_nouns", "common", "bodies", "sites", "titles")
    return frozenset(word for name in names for word in table.get(name, "").split())


def _pairs(words: str) -> tuple[tuple[str, str], ...]:
    parts = (word.partition(">") for word in words.split())
    return tuple(sorted(((form, plain) for form, _, plain in parts), key=lambda p: -len(p[0])))
