"""Stems and stop words, in whatever language."""

import warnings

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


ODD = "21 3.5 iPhone McDonald al-Hasakah 1990s E-mail ČR ČTK Praha praha 2026-05-12 x2 Ⅳ ² _ don't KGBs".split()  # noqa: SIM905


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_makes_a_stemmer_warn(language: str, recwarn: pytest.WarningsRecorder) -> None:
    """Numbers stand in every article, and each would be a line in the log."""
    stem = stemmer(language)
    for word in ODD:
        stem(word)
    assert not recwarn.list


@pytest.mark.parametrize("language", ["czech", "slovak"])
def test_what_a_stemmer_warns_of_it_does_not_change(language: str) -> None:
    """It is not asked, and stems are what they were."""
    stem, theirs = stemmer(language[:2].replace("cz", "cs").replace("sl", "sk")), Stemmer(language)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert [stem(word) for word in ODD] == [theirs(word) for word in ODD]
