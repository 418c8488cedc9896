"""Checks of bot."""
