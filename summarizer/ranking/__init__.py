"""Which sentences tell the story: Dateline's own ranker, and every sumy algorithm by name."""

from summarizer.ranking.algorithms import ALGORITHMS, unread_sentences
from summarizer.ranking.summary import summarize

__all__ = ["ALGORITHMS", "summarize", "unread_sentences"]
