"""Spans and the values built on them."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import Span


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_a_span_gives_the_words_it_covers(text: str, start: int, length: int) -> None:
    """A span reads the same characters as the slice of its offsets."""
    span = Span(start, start + length)
    assert span.of(text) == text[start : start + length]
    assert len(span) == length


def test_touching_spans_do_not_overlap() -> None:
    """A span's end is not part of it."""
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_a_span_covers_itself_and_what_lies_inside() -> None:
    """Covering is inclusive at both ends."""
    assert Span(2, 6).covers(Span(2, 6))
    assert Span(2, 6).covers(Span(3, 4))
    assert not Span(2, 6).covers(Span(3, 7))
