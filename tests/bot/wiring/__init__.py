"""Checks of how the parts are put together."""
