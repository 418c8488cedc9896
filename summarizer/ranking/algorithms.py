"""The algorithms that can be chosen by name, and how much of an article each is shown."""

import warnings
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from summarizer.model import BriefOptions, Parsed
from summarizer.ranking.words.body import read_body

if TYPE_CHECKING:
    from sumy.summarizers import AbstractSummarizer

OWN = "dateline"

# sumy's algorithms and the sentences each is shown at most. All but Luhn and Random grow with the
# square of the sentences or worse; the caps keep each of them under about two seconds.
_MODULES = {
    "lex-rank": ("lex_rank", "LexRankSummarizer", 300),
    "text-rank": ("text_rank", "TextRankSummarizer", 300),
    "lsa": ("lsa", "LsaSummarizer", 1_000),
    "luhn": ("luhn", "LuhnSummarizer", 20_000),
    "kl": ("kl", "KLSummarizer", 300),
    "sum-basic": ("sum_basic", "SumBasicSummarizer", 1_000),
    "reduction": ("reduction", "ReductionSummarizer", 300),
    "random": ("random", "RandomSummarizer", 20_000),
}
ALGORITHMS = (OWN, *_MODULES)


def most_sentences(algorithm: str) -> int | None:
    """Return how many sentences the algorithm is shown at most; None for no limit."""
    return _MODULES[algorithm][2] if algorithm in _MODULES else None


def unread_sentences(parsed: Parsed, options: BriefOptions) -> int:
    """Count the sentences at an article's end that its algorithm is not shown for its length."""
    most = most_sentences(options.algorithm)
    return max(0, len(read_body(parsed).texts) - most) if most is not None else 0


def sumy_summarizer(algorithm: str, language: str) -> "AbstractSummarizer":
    """Return one of sumy's summarizers with sumy's stemmer and stop words for the language."""
    from summarizer.ranking.words.stems import stemmer, stop_words  # noqa: PLC0415 - loads sumy

    # Its ways with odd texts are no news to those who read a log. That is so for the whole process,
    # as warnings cannot be kept out of one thread alone.
    warnings.filterwarnings("ignore", module=r"sumy\.")
    return _sumy_summarizer(algorithm, stemmer(language), stop_words(language))


@cache
def _sumy_summarizer(
    algorithm: str, stem: Callable[[str], str], stop_words: frozenset[str]
) -> "AbstractSummarizer":
    from importlib import import_module  # noqa: PLC0415 - beside the import that it makes

    module, name, _ = _MODULES[algorithm]
    made: AbstractSummarizer = getattr(import_module(f"sumy.summarizers.{module}"), name)(stem)
    if hasattr(type(made), "stop_words"):
        made.stop_words = stop_words
    return made
