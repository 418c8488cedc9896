"""The keys under which a gazetteer holds the names of places.

A key is a name without what spellings differ in: case, accents, apostrophes, stops, hyphens,
"Saint" or "St.". Prefixes keep other kinds of names apart from it: see the functions.
"""

import unicodedata
from hashlib import blake2b

from summarizer.places.tables import read_table

_ASCII = {ord(sign): None for sign in ".'`"} | {ord(sign): " " for sign in "-/_,"}
_LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك",
}  # fmt: skip
_SIGNS = (
    _ASCII
    | {ord(sign): None for sign in "’‘ʻʼʿʾ´ˈـ\u200c\u200d\u200e\u200f"}
    | {ord(sign): " " for sign in "‐‑–—·・−"}
    | {ord(letter): plain for letter, plain in _LETTERS.items()}
)
_WORDS: dict[str, str] = read_table("spellings")
_SHORTENED = frozenset(_WORDS)


def key_of(name: str) -> str:
    """Return the key of a name as it stands in a text."""
    if name.isascii():
        folded = name.lower()
        if folded.isalpha():
            return _WORDS.get(folded, folded)
        folded = folded.translate(_ASCII)
    else:
        plain = unicodedata.normalize("NFKD", name).casefold()
        folded = unicodedata.normalize("NFKD", plain).translate(_SIGNS)
        folded = "".join(sign for sign in folded if not unicodedata.combining(sign))
        folded = unicodedata.normalize("NFC", folded)
    words = folded.split()
    if not _SHORTENED.isdisjoint(words):
        words = [_WORDS.get(word, word) for word in words]
    return " ".join(words)


def abbreviation_key(name: str) -> str:
    """Return the key of an abbreviation, which counts only as it is written: "U.S.", "UAE"."""
    return "=" + name


def postal_key(name: str) -> str:
    """Return the key of a region's code, which counts only after a city's name: ", TX"."""
    return "," + name


def demonym_key(name: str) -> str:
    """Return the key of the people of a country, and what is theirs: "Iraqi"."""
    return "~" + key_of(name)


def language_key(language: str, name: str) -> str:
    """Return the key of a country's name in a language, by its ISO 639-1 code."""
    return f"{language}:{key_of(name)}"


def fingerprint(key: str) -> int:
    """Return 64 bits that stand for a key: two keys of a gazetteer never share them by chance."""
    return int.from_bytes(
        blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
    )
