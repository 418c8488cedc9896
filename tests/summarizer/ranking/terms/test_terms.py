"""Key terms as tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.brief import parse_article
from summarizer.model import Article
from summarizer.ranking.terms.terms import find_terms, tag_of

STORY = """Ferry to Kettle Bay sails again

The ferry to Kettle Bay sailed again on Tuesday after three days of storm, harbour master Tom Reyes said.

Reyes thanked the crews. The storm broke two piers, and the ferry will call at Kettle Bay twice a day.

Repairs will cost the Coast Line, which runs the ferry, more than a year's profit. "We will sail," said Reyes.
"""


def test_names_come_before_words() -> None:
    """The places, people and companies of the story are its terms, and then its words."""
    terms = find_terms(parse_article(Article(text=STORY)))
    assert terms[:2] == ("KettleBay", "TomReyes")
    assert "ferry" in terms
    assert 3 <= len(terms) <= 6


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        (("Kettle", "Bay"), "KettleBay"),
        (("al-Hasakah",), "AlHasakah"),
        (("U.S.",), "US"),
        (("Ягодное",), "Ягодное"),
        (("إربد",), "إربد"),
        (("2026",), ""),
        (("G7",), "G7"),
        (("हिन्दी",), ""),
        (("Cafe\u0301",), "Café"),
        ((), ""),
    ],
)
def test_a_tag_is_a_hashtag_telegram_takes(words: tuple[str, ...], tag: str) -> None:
    """Letters, digits and underscores, and not digits alone."""
    assert tag_of(words) == tag


@pytest.mark.parametrize(
    "text",
    [
        "大雨下了三天。河水漫过了堤坝，大雨还没有停。堤坝附近的居民撤离。",
        "Дождь шёл три дня в Коврове. Река у Коврова вышла из берегов. Дождь идёт.",
        "بدأ المطر في إربد. المطر لم يتوقف في إربد منذ ثلاثة أيام.",
        "Der Regen fiel drei Tage auf Passau. In Passau stieg der Inn. Der Regen hört nicht auf.",
    ],
)
def test_terms_are_found_in_any_script(text: str) -> None:
    """Every script that has letters has terms."""
    terms = find_terms(parse_article(Article(text=text)))
    assert terms
    assert all(tag.replace("_", "").isalnum() and not tag.isdigit() for tag in terms)


@given(st.text(max_size=300))
def test_any_text_gives_valid_tags_or_none(text: str) -> None:
    """At most six, each once, each valid."""
    terms = find_terms(parse_article(Article(text=text)))
    assert len({tag.casefold() for tag in terms}) == len(terms) <= 6
    assert all(tag.replace("_", "a").isalnum() and not tag.isdigit() for tag in terms)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_what_is_too_long_to_tap_is_no_term(language: str) -> None:
    """In a language whose nouns are not told, too."""
    text = f"The {'dam' * 2_000} held.\n\nThe {'dam' * 2_000} holds, and the {'dam' * 2_000} will."
    terms = find_terms(parse_article(Article(text=text, language=language)))
    assert all(len(term) <= 40 for term in terms)
