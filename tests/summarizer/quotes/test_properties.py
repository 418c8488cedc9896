"""What holds for the quotes of any text: exact spans, a result always, time that grows with length."""

import itertools
import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.brief import parse_article
from summarizer.model import Article
from summarizer.quotes import find_quotes, order_quotes

PIECES = (
    '"', "'", "“", "”", "‘", "’", "«", "»", "„", "''", "``", "「", "」", ",", ".", "?", ":", "—", "(", ")",
    "\n\n", " ", "said", "says", "told", "according to", "he", "she", "it", "who", "the", "mayor", "Ana",
    "Ruiz", "Mr.", "Dr", "Wu's", "and", "in", "Leeds", "statement", "never", "54", "6'2\"", "The dam holds",
    "sagte", "Petra", "dijo", "قال", "الوزير", "dedi", "\u200f", "\x00", "e\u0301", "𝒜", "O'Neill",
)  # fmt: skip
LANGUAGES = ("en", "de", "fr", "es", "tr", "ar", "ja")
texts = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.text(max_size=120)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_any_text_gives_exact_spans(text: str, language: str) -> None:
    """Balanced or not, every quote and mention stands in the text, and no quote in another."""
    quotes = find_quotes(parse_article(Article(text=text, language=language)))
    for quote in quotes:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.span.of(text) == quote.span.of(text).strip()
        if quote.cue is not None:
            assert quote.cue.of(text)
        if quote.speaker is not None:
            assert quote.speaker.name.strip()
            assert quote.speaker.mention.of(text)
            assert quote.speaker.role is None or 0 < len(quote.speaker.role) <= 80
    spans = sorted(quote.span for quote in quotes)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(text=texts)
def test_the_best_come_first(text: str) -> None:
    """Scores fall, before and after others are let be heard, and no quote is lost."""
    quotes = find_quotes(parse_article(Article(text=text, language="en")))
    ordered = order_quotes(quotes)
    for one in (quotes, ordered):
        scores = [quote.score for quote in one]
        assert scores == sorted(scores, reverse=True)
        assert all(0.0 <= score <= 1.0 for score in scores)
    assert {quote.span for quote in ordered} == {quote.span for quote in quotes}


REPEATED = {
    "quotes of one paragraph": '"It holds," said Ana Ruiz. ',
    "paragraphs": '"It holds," said Ana Ruiz.\n\nMr. Wu left, and she met Peter Hall.\n\n',
    "opening marks": '"It holds ',
    "single marks": "'It holds ",
    "names": "Ana Ruiz met Peter Hall. ",
    "capitals": "Leeds ",
    "namesakes": "Ana Hall and Peter Hall said so. ",
    "commas": 'Ana Ruiz, the mayor, "so", ',
    "brackets": '(Ana Ruiz "so" ',
    "verbs": 'said "so" ',
    "pronouns": '"So," he said. Peter Hall left. ',
}


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED.keys())
def test_work_grows_with_length(piece: str) -> None:
    """Four times the text calls for no more than about four times the work."""
    sizes = (4_000, 16_000)
    work = [_work(piece * (size // len(piece))) for size in sizes]
    assert work[1] <= 6 * work[0] + 2_000


def _work(text: str) -> int:
    """Count the lines of Dateline's own code that the quotes of a text are found with."""
    parsed = parse_article(Article(text=text, language="en"))
    lines = 0

    def count(frame: FrameType, event: str, arg: object) -> Any:  # noqa: ANN401 - itself
        nonlocal lines
        del arg
        if event == "call":
            return count if "quotes" in frame.f_code.co_filename else None
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        find_quotes(parsed)
    finally:
        sys.settrace(before)
    return lines
