"""What furniture opens with is found by the first letters of its words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.languages.patterns import patterns_of_all
from summarizer.model import PassageKind
from summarizer.passages.stock_phrases import opening_of, openings

PATTERNS = [
    re.compile(phrase, re.IGNORECASE | re.VERBOSE)
    for key in ("links", "captions", "notices")
    for phrase in patterns_of_all("furniture", key)
]


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
@settings(max_examples=20)
def test_every_phrase_is_found(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """Whatever a pattern finds has a head by which the pattern is tried."""
    text = data.draw(st.from_regex(pattern, fullmatch=True))
    assert opening_of(text) is not None
    assert opening_of(f"» {text}") is not None


def test_every_pattern_is_tried_for_few_texts() -> None:
    """No pattern may find any text whatever, which would have to be tried everywhere."""
    assert all(heads is not None for _, heads, _ in openings())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("» READ ALSO: the dam", PassageKind.CROSS_REFERENCE),
        ("À lire aussi : le barrage", PassageKind.CROSS_REFERENCE),
        ("__Read more: the dam__", PassageKind.CROSS_REFERENCE),
        ("(Photo: Ida Moss)", PassageKind.CAPTION),
        ("12 comments", PassageKind.BOILERPLATE),
        ("ſhare this", PassageKind.BOILERPLATE),  # whose capital is an ordinary S
        ("Reading the river", None),
        ("...", None),
        ("", None),
    ],
)
def test_an_opening_is_named(text: str, kind: PassageKind | None) -> None:
    """Marks before the first word do not count, nor whether its letters are capitals."""
    assert opening_of(text) is kind
