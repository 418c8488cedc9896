"""Tests of `summarizer.text`."""
