"""Tests of `summarizer.passages`."""
