"""Stems and stop words, in whatever language."""

import pytest
from sumy.nlp.stemmers import Stemmer

from summarizer.ranking.words.stems import stemmer, stop_words

# Among them all for which sumy has a stemmer, with or without another package.
LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "nl",
    "no", "nb", "pl", "pt", "ro", "ru", "sk", "sv", "th", "tr", "uk", "ur", "vi", "zh", "eo", "xx",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_stems_and_stop_words(language: str) -> None:
    """Where sumy has none, or wants a package that is not here, words are written small."""
    stem = stemmer(language)
    assert all(stem(word) for word in ("dateline", "Dämme", "плотина", "سد", "大", "φράγμα"))
    assert isinstance(stop_words(language), frozenset)


def test_words_stand_small_where_there_is_no_stemmer() -> None:
    """Polish needs a package that sumy does not bring."""
    assert stemmer("pl")("TAMA") == "tama"
    assert stemmer("en")("dams") == "dam"


def test_words_that_are_their_own_stems_are_so_for_sumy_too() -> None:
    """English words without an ending are not given to sumy's stemmer, which would not change them."""
    stem, theirs = stemmer("en"), Stemmer("english")
    letters = "abcdefghijklmnopqrstuvwxyz"
    for ending in (a + b + c for a in letters for b in letters for c in letters):
        for beginning in ("", "yo", "Gener"):
            assert stem(beginning + ending) == theirs(beginning + ending)
