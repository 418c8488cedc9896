"""Checks of bot.commands."""
