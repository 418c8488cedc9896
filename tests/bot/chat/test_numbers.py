"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.numbers import leading_number, lone_number, number

WHOLE = [
    "12", "12.", "12)", "12 ·", "#12", "＃12", "# 12", "№12", "№ 12", "No. 12", "No.12", "no 12",
    "NO12", "No: 12", "Nr. 12", "nr 12", "n° 12", "nº12", "Núm. 12", "number 12", "article 12",
    "“12”", '"No. 12"', "<12>", "[12]", "(12)", "— 12", "- 12", ": 12", "012", "１２", "١٢", "۱۲",
    "१२", "๑๒", "𝟏𝟐", "1٢", "1️⃣2️⃣", "12\u200d",
]  # fmt: skip
LEADING = ["12 please", "No. 12 · /quotes_12", "12, thanks", "№12 now", "12\nnow"]
NONE = [
    "", "-12", "−12", "²", "①", "½", "2.5", "1,200", "12a", "a12", "12/2", "november 12", "no", "#", "no.",
    "story 12", "9" * 40, "1" * 19,
]  # fmt: skip


@pytest.mark.parametrize("words", WHOLE)
def test_numbers_are_read_as_posts_show_them_and_barer(words: str) -> None:
    """In any script's digits, with any of the usual marks and words before them."""
    assert number(words) == leading_number(words) == 12
    assert lone_number(words) == ("12",)


@pytest.mark.parametrize("words", LEADING)
def test_a_number_may_lead(words: str) -> None:
    """Where more follows it is the number only for those who look for it."""
    assert number(words) is None
    assert lone_number(words) == ()
    assert leading_number(words) == 12


@pytest.mark.parametrize("words", NONE)
def test_other_words_are_no_number(words: str) -> None:
    """Neither powers, fractions and parts of names, nor what is longer than any number."""
    assert number(words) is leading_number(words) is None


@given(st.text() | st.from_regex(r"(?i)[no. #№:\-]{0,9}\d{0,30}.{0,3}"))
def test_anything_is_a_number_or_none(words: str) -> None:
    """No words break it, and a number has a bound."""
    assert 0 <= (leading_number(words) or 0) < 10**18
    assert number(words) in (None, leading_number(words))
