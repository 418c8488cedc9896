"""Toponyms: the words of an article that may name a place."""
