"""Who the bot is, as Telegram knows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The bot's own account; `username` stands without its @."""

    id: int
    username: str
    name: str

    def is_named(self, name: str) -> bool:
        """Return whether an addressed name is this bot's."""
        return name.casefold() == self.username.casefold()
