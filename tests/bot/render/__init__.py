"""Checks of bot.render."""
