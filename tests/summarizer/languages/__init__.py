"""Tests of `summarizer.languages`."""
