"""Turns: what waits, by chat; the chats take turns, and each has one thing in hand at a time."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Turns(Generic[T]):
    """A line for each chat; many may take from them at once.

    However long one chat's line is, another's first comes after one of each chat's at most.
    """

    def __init__(self) -> None:
        self._lines: dict[int, deque[T]] = {}
        self._ready: asyncio.Queue[int] = asyncio.Queue()  # chats of which nothing is in hand

    def add(self, chat_id: int, item: T) -> None:
        """Put something at the end of a chat's line."""
        if chat_id in self._lines:
            self._lines[chat_id].append(item)
            return
        self._lines[chat_id] = deque((item,))
        self._ready.put_nowait(chat_id)

    @asynccontextmanager
    async def next(self) -> AsyncGenerator[T]:
        """Take the first thing of the chat whose turn it is; its next one waits for the end."""
        chat_id = await self._ready.get()
        line = self._lines[chat_id]
        try:
            yield line[0]
        finally:
            line.popleft()
            if line:
                self._ready.put_nowait(chat_id)
            else:
                del self._lines[chat_id]
