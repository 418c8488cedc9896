"""Words as rankers count them: cut by Dateline's own tokenizer, stemmed and stopped by sumy's."""

import re
from collections.abc import Callable
from functools import cache

from summarizer.ranking.words.loading import load_sumy
from summarizer.text.kept import Kept

# Words with inner marks ("don't", "al-Hasakah", "3.5"); scripts written without spaces are cut
# into characters, which serves ranking nearly as well as words would.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[^\W_{UNSPACED}]+(?:['’.,-][^\W_{UNSPACED}]+)*|[{UNSPACED}]")

Stem = Callable[[str], str]

_STEMS = 1 << 16  # how many are remembered
_LONGEST = 80  # letters of a word that has a stem
# All that the English stemmer ever takes from a word or changes is one of these.
_ENGLISH_ENDINGS = (
    "al", "ant", "ator", "e", "ed", "ent", "er", "ful", "ic", "ing", "ion", "ism", "ll", "s", "y",
    "anci", "enci", "iti", "li", "ogi",
)  # fmt: skip
# sumy's stemmer for these gives a number, and a word like "iPhone", back with a warning.
_WARNING = frozenset({"cs", "sk"})


class WordTokenizer:
    """What sumy asks of a tokenizer; sentences are already cut when sumy sees them."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Cut a sentence into words."""
        return tuple(_WORD.findall(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Give the text back: it is one sentence."""
        return (text,)


@cache
def stemmer(language: str) -> Stem:
    """Give sumy's stemmer for a language, remembering stems; lower case where sumy has none."""
    load_sumy()
    from sumy.nlp.stemmers import Stemmer, null_stemmer  # noqa: PLC0415 - takes a second or two

    try:
        stem: Stem = Stemmer(language)
        stem("dateline")
    except (LookupError, ValueError):  # ValueError at a first word: Polish needs a package more
        stem = null_stemmer

    def made(word: str) -> str:
        small = word.lower()
        if len(word) > _LONGEST:
            return small
        if language in _WARNING and not (word.islower() or word.istitle() or word.isupper()):
            return word
        if language == "en" and small.isalnum() and not small.endswith(_ENGLISH_ENDINGS):
            return small
        stemmed = stem(word)
        return word if word == stemmed else stemmed  # one string is sooner read than two

    return Kept(made, _STEMS).__getitem__


@cache
def stop_words(language: str) -> frozenset[str]:
    """Give sumy's stop words for a language; none where sumy has none."""
    from sumy.utils import get_stop_words  # noqa: PLC0415 - takes a quarter of a second

    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        return frozenset()
