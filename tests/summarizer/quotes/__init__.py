"""Tests of the quotes: marks, attribution, speakers, ranking."""
