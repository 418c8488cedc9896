"""How much a chat may ask."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

MINUTE = 60.0

MANY = 1000
"""Chats, from which on those are forgotten whose minute is over."""


class Verdict(Enum):
    """What becomes of a request."""

    ANSWER = auto()
    DECLINE = auto()  # the first beyond the allowance: it is said
    PASS_BY = auto()  # the others, until the minute is over


@dataclass(slots=True)
class _Minute:
    """One chat's minute, from its first request on."""

    ends: float
    asked: int = 0


class Allowance:
    """Counts the requests of each chat, so many of which are answered in a minute."""

    def __init__(self, per_minute: int, timer: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._timer = timer
        self._minutes: dict[int, _Minute] = {}
        self._many = MANY

    def judge(self, chat_id: int) -> Verdict:
        """Count one more request of a chat."""
        now = self._timer()
        minute = self._minutes.get(chat_id)
        if minute is None or minute.ends <= now:
            self._forget(now)
            minute = self._minutes[chat_id] = _Minute(now + MINUTE)
        minute.asked += 1
        if minute.asked <= self.per_minute:
            return Verdict.ANSWER
        return Verdict.DECLINE if minute.asked == self.per_minute + 1 else Verdict.PASS_BY

    def _forget(self, now: float) -> None:
        """Forget whose minute is over, once there are twice as many as stayed the last time."""
        if len(self._minutes) >= self._many:
            self._minutes = {
                chat_id: minute for chat_id, minute in self._minutes.items() if minute.ends > now
            }
            self._many = max(MANY, 2 * len(self._minutes))
