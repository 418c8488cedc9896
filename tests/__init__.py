"""Checks of Dateline."""
