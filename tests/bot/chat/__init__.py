"""Checks of bot.chat."""
