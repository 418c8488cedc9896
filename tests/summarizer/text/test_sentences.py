"""Sentence splitting, case by case and on any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model import Span
from summarizer.text.sentences import split
from tests.summarizer.sentence_cases import CASES, language_of


def _split(text: str, language: str = "en") -> list[str]:
    return [span.of(text) for span in split(text, Span(0, len(text)), language)]


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases])
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    """Each marked text is divided at its marks and nowhere else."""
    wanted = [part.strip() for part in case.split("‖")]
    assert _split(case.replace("‖", ""), language_of(case)) == wanted


def test_a_long_quotation_is_divided() -> None:
    """A speech of many sentences between two marks does not become one sentence."""
    speech = "“" + " ".join(f"The road to village number {n} is closed." for n in range(30)) + "”"
    assert len(_split(speech)) > 10


def test_a_passage_inside_a_text_keeps_its_offsets() -> None:
    """Offsets count from the text's beginning, whatever stands before the passage."""
    text = "𝔘né tête. One here. Two there."
    assert [s.of(text) for s in split(text, Span(10, len(text)), "en")] == [
        "One here.",
        "Two there.",
    ]


@pytest.mark.parametrize("space", ["\u00a0", "\u0085", "\u2003", "\u2028", "\u3000", "\ufeff"])
def test_white_space_of_any_kind_is_borne(space: str) -> None:
    """The library falls over white space of several bytes; its callers do not."""
    assert _split(f"B{space}.") in ([f"B{space}."], ["B", "."])


def test_a_very_long_passage_is_divided_like_a_short_one() -> None:
    """A passage beyond the size of a piece gives the same sentences again and again."""
    text = "Maj. Gen. Bren came on Monday. He left. " * 2_000
    assert _split(text) == ["Maj. Gen. Bren came on Monday.", "He left."] * 2_000


@given(st.text(alphabet="aB .!?\"“”'’()…\n\u00a01É中。", max_size=300), st.integers(0, 20))
def test_nothing_but_white_space_is_lost(text: str, start: int) -> None:
    """The sentences of any passage, put together, are the passage without its white space."""
    begin = min(start, len(text))
    spans = split(text, Span(begin, len(text)), "en")
    joined = "".join("".join(span.of(text).split()) for span in spans)
    assert joined == "".join(text[begin:].split())
    assert list(spans) == sorted(spans)
