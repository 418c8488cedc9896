"""How long a summary is to be."""

from bisect import bisect_left
from dataclasses import dataclass

from summarizer.model import BriefOptions

# An article of so many words at most gets one sentence, two, three, four; a longer one five.
_WORDS_FOR = (110, 250, 900, 2_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A summary's length: so many sentences, and at most `words` words where that is not None."""

    sentences: int
    words: int | None = None


def wanted_length(options: BriefOptions, words_of_article: int) -> Length:
    """Settle the length for an article; without a stated one it grows with the article."""
    count = options.sentences
    if count is None:
        count = 1 + bisect_left(_WORDS_FOR, words_of_article)
    return Length(sentences=max(0, count), words=options.words)
