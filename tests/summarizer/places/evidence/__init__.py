"""Tests of `summarizer.places.evidence`."""
