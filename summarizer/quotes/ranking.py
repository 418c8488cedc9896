"""Key quotes: which quotes of an article add the most."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.model import Copy, Quote

_BEST_LENGTH = (8, 40)  # words that read well on a phone


def rank(copy: Copy, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give the quotes with their scores, best first."""
    length = max(len(copy.text), 1)
    scored = [replace(quote, score=round(_score(copy.text, quote, length), 4)) for quote in quotes]
    return tuple(sorted(scored, key=lambda quote: (-quote.score, quote.span.start)))


def _score(text: str, quote: Quote, length: int) -> float:
    words = len(quote.span.of(text).split())
    least, most = _BEST_LENGTH
    fit = min(1.0, words / least) * min(1.0, most / words)
    named = 0.0 if quote.speaker is None else 1.0 if quote.speaker.role else 0.7
    early = 1.0 - quote.span.start / length
    score = 0.4 * fit + 0.3 * named + 0.3 * early
    return score * 0.2 if quote.fragment else score
