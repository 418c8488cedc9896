"""Tests of the gazetteer's file."""
