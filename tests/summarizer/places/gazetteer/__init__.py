"""Tests of `summarizer.places.gazetteer`."""
