"""Checks of the language work."""
