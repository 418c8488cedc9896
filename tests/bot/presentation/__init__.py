"""Checks of bot.presentation."""
