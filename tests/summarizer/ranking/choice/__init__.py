"""Tests of `summarizer.ranking.choice`."""
