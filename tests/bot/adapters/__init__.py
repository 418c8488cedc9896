"""Checks of bot.adapters."""
