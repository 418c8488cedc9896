"""Checks of bot.cycle."""
