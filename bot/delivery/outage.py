"""Outages: when several chats in a row fail alike, it is not the chats."""

from bot.delivery.backoff import backoff
from bot.errors import AnswerLost, NotSent, ServerTrouble, TryLater

IN_A_ROW = 5
"""Chats that must fail one after the other, with no success between, before all wait."""

LONGEST = 30.0
"""Seconds that all wait at most before Telegram is tried again, unless it asks for more."""


class Outage:
    """Counts the failures since the last success, and says how long all have to wait."""

    def __init__(self) -> None:
        self._row: dict[int, Exception] = {}
        self._rounds = 0

    def over(self) -> None:
        """Note a success."""
        self._row.clear()
        self._rounds = 0

    def failed(self, chat_id: int, error: Exception) -> float:
        """Note a failure; return the seconds that all chats have to wait."""
        if not isinstance(error, TryLater | NotSent | ServerTrouble | AnswerLost):
            return 0.0
        self._row[chat_id] = error
        if len(self._row) < IN_A_ROW:
            return 0.0
        asked = [each.seconds for each in self._row.values() if isinstance(each, TryLater)]
        self._row.clear()
        self._rounds += 1
        return min(asked) if asked else min(LONGEST, backoff(self._rounds))
