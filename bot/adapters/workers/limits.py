"""What one piece of work may take, and the watch that is kept on it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from bot.adapters.workers.memory import resident

EVERY = 0.1
"""Seconds between two looks at a worker."""

LONGEST = 1.0
"""The most seconds that count between two looks: the machine may have slept, or this process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that one piece of work may take: seconds, and MB of one worker's memory."""

    seconds: float = 20.0
    megabytes: int = 384

    @property
    def memory(self) -> int:
        """The most memory, in bytes."""
        return self.megabytes << 20

    @property
    def too_long(self) -> str:
        """The reason where the time is exceeded."""
        return f"no brief after {self.seconds:g} s: given up (watch.max_seconds)"

    @property
    def too_large(self) -> str:
        """The reason where the memory is exceeded."""
        return f"took more than {self.megabytes} MB of memory: given up (watch.max_memory_mb)"


class Watch:
    """Looks at a busy worker now and then; beyond a limit it notes the reason and calls `end`."""

    def __init__(self, process: int, limits: Limits, end: Callable[[], None]) -> None:
        self.reason: str | None = None
        self._process = process
        self._limits = limits
        self._end = end
        self._loop = asyncio.get_running_loop()
        self._spent = 0.0
        self._last = self._loop.time()
        self._next = self._loop.call_later(EVERY, self._look)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._next.cancel()

    def _look(self) -> None:
        now = self._loop.time()
        self._spent += min(now - self._last, LONGEST)
        self._last = now
        if self._spent >= self._limits.seconds:
            self.reason = self._limits.too_long
        elif resident(self._process) > self._limits.memory:
            self.reason = self._limits.too_large
        if self.reason:
            self._end()
        else:
            self._next = self._loop.call_later(EVERY, self._look)
