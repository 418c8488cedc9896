"""Pace: when the next message to a chat may leave, within Telegram's limits; pure counting.

All moments are seconds on one clock that never goes back.
"""

import math
from collections import OrderedDict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.model import CONSOLE_CHAT

SHARE = 0.98
"""The part of a rate that is used: two clocks, and roads of unequal length, want some room."""

LOOSE = 0.1
"""Seconds' worth of messages that may leave at once, to make up for a late start."""

CHAT_BURST = 2
"""Messages that a chat which was quiet may get at once; Telegram allows some more."""

MINUTE = 61.0
"""Telegram's minute, with a second for the road."""

MOST_KEPT = 100
"""A group's limit above this is counted in shorter stretches, to remember less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What Telegram allows; see `delivery.*` in the settings."""

    per_second: float = 30.0
    per_chat_per_second: float = 1.0
    per_group_per_minute: float = 20.0


@dataclass(slots=True)
class _Bucket:
    """A leaky bucket: messages flow at a rate, and a few may come early (GCRA)."""

    next: float = -math.inf  # when the next message would be due at an even flow

    def wait(self, now: float, early: float) -> float:
        return max(0.0, self.next - early - now)

    def take(self, now: float, interval: float) -> None:
        self.next = max(self.next, now) + interval


@dataclass(slots=True)
class _ChatPace:
    bucket: _Bucket = field(default_factory=_Bucket)
    recent: deque[float] = field(default_factory=deque)  # of a group: what left in its minute
    paused_until: float = -math.inf


class Pace:
    """Counts what leaves; remembers a chat no longer than it matters."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sharers = 1  # processes that the overall rate is for
        self._overall = _Bucket()
        self._paused_until = -math.inf
        self._chats: OrderedDict[int, _ChatPace] = OrderedDict()

    def __len__(self) -> int:
        """Count the chats remembered."""
        return len(self._chats)

    def wait(self, chat_id: int, now: float) -> float:
        """Return the seconds until a message to this chat may leave; 0 is now."""
        return max(self.overall_wait(chat_id, now), self.chat_wait(chat_id, now))

    def overall_wait(self, chat_id: int, now: float) -> float:
        """Return the seconds that messages to all chats have to wait, but for the terminal's."""
        if chat_id == CONSOLE_CHAT:
            return 0.0
        interval = self._interval
        early = max(LOOSE, 2 * interval) - interval
        return max(0.0, self._paused_until - now, self._overall.wait(now, early))

    def chat_wait(self, chat_id: int, now: float) -> float:
        """Return the seconds that this chat has to wait, whatever the others do."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return 0.0
        interval = 1 / self.limits.per_chat_per_second
        wait = max(chat.paused_until - now, chat.bucket.wait(now, (CHAT_BURST - 1) * interval))
        most, window = self._group()
        if len(chat.recent) >= most:
            wait = max(wait, chat.recent[-most] + window - now)
        return max(0.0, wait)

    def take(self, chat_id: int, now: float) -> None:
        """Count a message that leaves now."""
        if chat_id == CONSOLE_CHAT:
            return
        self._overall.take(now, self._interval)
        self._count(chat_id, now)
        self._forget(now)

    def recall(self, chat_id: int, moments: Iterable[float]) -> None:
        """Count what left before this process did anything; a chat it remembers needs none."""
        if chat_id != CONSOLE_CHAT and chat_id not in self._chats:
            for moment in sorted(moments):
                self._count(chat_id, moment)

    def _count(self, chat_id: int, moment: float) -> None:
        chat = self._remember(chat_id)
        chat.bucket.take(moment, 1 / self.limits.per_chat_per_second)
        if chat_id < 0:  # Telegram's ids of groups and channels
            chat.recent.append(moment)
            most, _ = self._group()
            while len(chat.recent) > most:
                chat.recent.popleft()

    def pause(self, until: float, chat_id: int | None = None) -> None:
        """Let nothing leave to a chat, or to any, before then; a longer pause stands."""
        if chat_id is None:
            self._paused_until = max(self._paused_until, until)
        else:
            chat = self._remember(chat_id)
            chat.paused_until = max(chat.paused_until, until)

    @property
    def _interval(self) -> float:
        return self.sharers / (self.limits.per_second * SHARE)

    def _group(self) -> tuple[int, float]:
        """Return how many messages a group may get in how many seconds."""
        rate = self.limits.per_group_per_minute
        most = max(1, min(MOST_KEPT, math.floor(rate)))
        return most, MINUTE * most / rate

    def _remember(self, chat_id: int) -> _ChatPace:
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = _ChatPace()
        self._chats.move_to_end(chat_id)
        return chat

    def _forget(self, now: float) -> None:
        """Drop the chats longest untouched if nothing of theirs counts: two for each that joins."""
        for _ in range(min(2, len(self._chats))):
            chat_id, chat = next(iter(self._chats.items()))
            _, window = self._group()
            recent = chat.recent[-1] + window if chat.recent else -math.inf
            if max(chat.paused_until, chat.bucket.next, recent) <= now:
                del self._chats[chat_id]
            else:
                self._chats.move_to_end(chat_id)
