"""Checks of bot.intake."""
