"""Tests of `summarizer.ranking.words`."""
