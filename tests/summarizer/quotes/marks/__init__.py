"""Tests of `summarizer.quotes.marks`."""
