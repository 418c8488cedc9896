"""Words as rankers count them: cut by Dateline's own tokenizer, stemmed and stopped by sumy's."""

import re
from collections.abc import Callable
from functools import cache

from summarizer.languages.data import read_section
from summarizer.text.kept import Kept

# Words with inner marks ("don't", "al-Hasakah", "3.5"); scripts written without spaces are cut
# into characters, which serves ranking nearly as well as words would.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_{UNSPACED}]+(?:['’.,-][^\W_{UNSPACED}]+)*|[{UNSPACED}]")

Stem = Callable[[str], str]

_STEMS = 1 << 16  # how many are remembered
_LONGEST = 80  # letters of a word that has a stem
# sumy's stemmer for these gives a number, and a word like "iPhone", back with a warning.
_WARNING = frozenset({"czech", "slovak"})


class WordTokenizer:
    """What sumy asks of a tokenizer; sentences are already cut when sumy sees them."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Cut a sentence into words."""
        return tuple(_WORD.findall(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Return the text back: it is one sentence."""
        return (text,)


def stemmer(language: str) -> Stem:
    """Return sumy's stemmer for a language, remembering stems; lower case where sumy has none."""
    return _stemmer(_NAMES[language], read_section("terms", language).get("stemmed", ""))


@cache
def _stemmer(name: str, endings: str) -> Stem:
    """Make the stemmer of sumy's name for a language; `endings` are all that it ever changes."""
    from sumy.nlp.stemmers import Stemmer, null_stemmer  # noqa: PLC0415 - takes a second or two

    stem: Stem = Stemmer(name) if _has_stemmer(name) else null_stemmer
    stemmed = tuple(endings.split())

    def made(word: str) -> str:
        small = word.lower()
        if len(word) > _LONGEST:
            return small
        if name in _WARNING and not (word.islower() or word.istitle() or word.isupper()):
            return word
        if stemmed and small.isalnum() and not small.endswith(stemmed):
            return small
        found = stem(word)
        return word if word == found else found  # one string is sooner read than two

    return Kept(made, _STEMS).__getitem__


def _sumy_name(language: str) -> str:
    """Return what sumy calls a language; "" for one that it has nothing of."""
    from sumy.utils import normalize_language  # noqa: PLC0415 - takes a quarter of a second

    name: str = normalize_language(language)
    return name if _has_stemmer(name) or _read_stop_words(name) else ""


def _has_stemmer(name: str) -> bool:
    from sumy.nlp.stemmers import Stemmer  # noqa: PLC0415 - takes a second or two

    try:
        Stemmer(name)("dateline")
    except (LookupError, ValueError):  # ValueError at a first word: Polish needs a package more
        return False
    return True


def stop_words(language: str) -> frozenset[str]:
    """Return sumy's stop words for a language; none where sumy has none."""
    return _stop_words(_NAMES[language])


@cache
def _stop_words(name: str) -> frozenset[str]:
    return _read_stop_words(name) if name else frozenset()


def _read_stop_words(name: str) -> frozenset[str]:
    from sumy.utils import get_stop_words  # noqa: PLC0415 - takes a quarter of a second

    try:
        return frozenset(get_stop_words(name))
    except LookupError:
        return frozenset()


_NAMES = Kept(_sumy_name, 256)  # what is kept by them is kept once for each that sumy has
