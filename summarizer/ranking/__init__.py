"""Which sentences tell the story: Dateline's own ranker, and every sumy algorithm by name."""

from summarizer.ranking.algorithms import ALGORITHMS, unread_sentences
from summarizer.ranking.summary import summarize
from summarizer.ranking.terms.terms import find_terms
from summarizer.ranking.words.body import read_texts

__all__ = ["ALGORITHMS", "find_terms", "read_texts", "summarize", "unread_sentences"]
