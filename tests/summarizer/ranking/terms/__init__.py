"""Tests of `summarizer.ranking.terms`."""
