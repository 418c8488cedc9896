"""What is kept of languages is kept by the language found, never by the one asked for."""

import gc
from itertools import product
from string import ascii_lowercase

import pytest

from summarizer.brief import write_brief
from summarizer.languages.data import (
    ENGLISH,
    UNKNOWN,
    found,
    having,
    languages,
    read_file,
    read_section,
)
from summarizer.languages.lexicon import Lexicon, lexicon
from summarizer.languages.tongues import tongue
from summarizer.model import Article, BriefOptions
from summarizer.places import Gazetteer
from summarizer.places.evidence.words import words
from summarizer.ranking.words.stems import stemmer, stop_words

TEXT = "The dam near Passau held. “It will hold,” said Ana Ruiz. The keeper slept. Rain fell again."
CODES = ["".join(letters) for letters in product(ascii_lowercase, repeat=2)]


def test_memory_stays_flat_whatever_code_is_asked_for(gazetteer: Gazetteer) -> None:
    """Of 676 codes that no file has, nothing is left behind."""

    def ask(codes: list[str]) -> int:
        for code in codes:
            article = Article(text=TEXT, language=code)
            write_brief(article, gazetteer=gazetteer, options=BriefOptions(sentences=1))
        gc.collect()
        return len(gc.get_objects())

    first = ask(CODES)  # among them every language that has a file, or that sumy knows
    assert ask([f"q{code}" for code in CODES]) < first + len(CODES) // 2
    kept = [one for one in gc.get_objects() if isinstance(one, Lexicon)]
    assert len(kept) <= len(languages())


@pytest.mark.parametrize("language", ["xx", "q", "", "../en"])
def test_a_language_without_a_file_shares_what_is_kept(language: str) -> None:
    """It has English's attribution, nobody's places, and no stems or stop words."""
    assert found(language) == UNKNOWN
    assert having("attribution", language) == ENGLISH
    assert read_section("places", language) == {}
    assert lexicon(language) is lexicon(ENGLISH)
    assert words(language).links is words("yy").links
    assert tongue(language).word is tongue("yy").word
    assert stemmer(language) == stemmer("yy")
    assert stop_words("xx") is stop_words("yy")


ELSEWHERE = {
    "writing": {"unspaced", "uncased", "capitalised", "elided", "comma"},
    "attribution": {"prodrop", "interrupted", "hearers", "tail_cues", "hers"},
    "places": {"endings", "prefixes", "titles", "articles", "noun_tells"},
    "datelines": {"before_month"},
}
"""Keys that English has no use for."""


@pytest.mark.parametrize("language", languages())
def test_every_key_of_a_file_is_a_known_one(language: str) -> None:
    """Sections and keys are those of the English file, or named here: another is a slip."""
    english = read_file(ENGLISH)
    for section, words_by_key in read_file(language).items():
        assert set(words_by_key) <= {*english[section], *ELSEWHERE.get(section, ())}, section
