"""The bot's values."""
