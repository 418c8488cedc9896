"""Telegram's limits on sending, as its documentation gives them; every number can be changed.

Over all chats and in one chat a bucket of tokens allows short bursts; in a group no more than so
many messages are taken in any 60 s. Whoever is refused must wait as long as it is told to: until
then it is refused again.
"""

import math
from collections import deque
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is allowed; None stands for no limit."""

    per_second: float | None = 30
    burst: int = 30
    per_chat_per_second: float | None = 1
    chat_burst: int = 3
    per_group_per_minute: int | None = 20
    window: float = 60  # seconds that the group's limit looks back


NONE = Limits(per_second=None, per_chat_per_second=None, per_group_per_minute=None)
"""No limits at all."""


@dataclass(slots=True)
class _Bucket:
    """Tokens that come back at a rate; `fresh` is when it would be full again."""

    fresh: float = 0.0
    refused_until: float = 0.0

    def wait(self, now: float, rate: float, burst: int) -> float:
        """Return how many seconds to wait for a token: 0 when there is one."""
        if now < self.refused_until:
            return self.refused_until - now
        return max(0.0, self.fresh - now - (burst - 1) / rate - 1e-9)

    def take(self, now: float, rate: float) -> None:
        self.fresh = max(self.fresh, now) + 1 / rate


@dataclass(slots=True)
class _ChatPace:
    bucket: _Bucket = field(default_factory=_Bucket)
    recent: deque[float] = field(default_factory=deque)


class Pace:
    """Counts what was sent and says who has to wait."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._overall = _Bucket()
        self._chats: dict[int, _ChatPace] = {}

    def admit(self, chat_id: int, now: float, *, group: bool) -> int:
        """Take one message at a moment in seconds; return 0, or `retry_after` when it is refused."""
        limits, chat = self.limits, self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = _ChatPace()
        if wait := self._group_wait(chat, now) if group else 0.0:
            return _refuse(chat.bucket, now, wait)
        if limits.per_chat_per_second and (
            wait := chat.bucket.wait(now, limits.per_chat_per_second, limits.chat_burst)
        ):
            return _refuse(chat.bucket, now, wait)
        if limits.per_second and (wait := self._overall.wait(now, limits.per_second, limits.burst)):
            return _refuse(self._overall, now, wait)
        if limits.per_second:
            self._overall.take(now, limits.per_second)
        if limits.per_chat_per_second:
            chat.bucket.take(now, limits.per_chat_per_second)
        if group and limits.per_group_per_minute:
            chat.recent.append(now)
        return 0

    def _group_wait(self, chat: _ChatPace, now: float) -> float:
        most = self.limits.per_group_per_minute
        if not most:
            return 0.0
        while chat.recent and chat.recent[0] <= now - self.limits.window:
            chat.recent.popleft()
        return chat.recent[0] + self.limits.window - now if len(chat.recent) >= most else 0.0


def _refuse(bucket: _Bucket, now: float, wait: float) -> int:
    seconds = max(1, math.ceil(wait - 1e-6))
    bucket.refused_until = max(bucket.refused_until, now + seconds)
    return seconds
