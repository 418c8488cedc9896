"""The terminal as a chat: commands are read from standard input, posts go to standard output."""

import asyncio
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator
from typing import TextIO

from bot.chat.numbers import lone_number
from bot.chat.parsing import parse, readable
from bot.model import CONSOLE_CHAT, Address, Chat, ChatKind, Request, Sender
from bot.presentation import plain_text

CHAT = Chat(id=CONSOLE_CHAT, kind=ChatKind.CONSOLE, title="console")
ADDRESS = Address(CONSOLE_CHAT)
PROMPT = "> "

CHUNK = 65_536
LONGEST = 65_536
"""How many bytes a line may have; Telegram's have 16,384 at most."""

SLOWLY = 0.01
"""Seconds between two looks at a line that is too long: it need not keep a core busy."""

log = logging.getLogger(__name__)


class ConsoleMessenger:
    """Prints posts; each message has the next number as its id."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stdout
        self._sent = 0

    async def send(
        self,
        address: Address,  # noqa: ARG002 - there is only one
        html: str,
        *,
        silent: bool = False,  # noqa: ARG002 - a terminal makes no sound
        reply_to: int | None = None,  # noqa: ARG002 - answers follow their commands
    ) -> int:
        """Print one part of a post."""
        return self._print(plain_text(html))

    async def send_plain(
        self,
        address: Address,  # noqa: ARG002 - there is only one
        text: str,
        *,
        silent: bool = False,  # noqa: ARG002 - a terminal makes no sound
    ) -> int:
        """Print words as they are."""
        return self._print(text)

    async def edit(
        self,
        address: Address,  # noqa: ARG002 - there is only one
        message_id: int,  # noqa: ARG002 - what is printed stays
        html: str,
    ) -> None:
        """Print the new text, since what is printed cannot be changed."""
        self._print(plain_text(html))

    def _print(self, text: str) -> int:
        self._sent += 1
        print(_printable(text) + "\n", file=self._out, flush=True)
        return self._sent


def _printable(text: str) -> str:
    """Take out control characters, with which an article could steer the terminal."""
    return "".join(
        c for c in text if c in "\n\t" or c.isprintable() or (c.isspace() and c > "\x7f")
    )


def request(line: str) -> Request:
    """Make a request of a line typed."""
    typed = readable(line).strip()
    parsed = parse(typed)
    return Request(
        chat=CHAT,
        address=ADDRESS,
        sender=Sender(id=CONSOLE_CHAT, is_admin=True),
        command=parsed.command if parsed else None,
        arguments=parsed.arguments if parsed else lone_number(typed),
    )


async def lines() -> AsyncIterator[str]:
    """Return the lines of standard input as they come, until its end; one too long is left out."""
    pending, dropping = b"", False
    _prompt()
    async for chunk in _chunks():
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            line, pending = pending + end, b""
            if dropping:
                dropping = False
            elif not _is_too_long(line) and line.strip():
                yield line.decode("utf-8", "replace")
            _prompt()
        pending += rest
        if dropping or _is_too_long(pending):
            pending, dropping = b"", True
            await asyncio.sleep(SLOWLY)
    if pending.strip():
        yield pending.decode("utf-8", "replace")


def _is_too_long(line: bytes) -> bool:
    """Return whether a line, or what has come of it, is more than is read, and say so."""
    if len(line) > LONGEST:
        log.warning("a line of input of more than %d bytes is left out", LONGEST)
        return True
    return False


async def _chunks() -> AsyncIterator[bytes]:
    """Return standard input as it comes, and read on only when it is asked for more.

    A thread of its own reads the bare descriptor: it can be left behind at the end, which
    `sys.stdin` with its lock could not.
    """
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()
    wanted = threading.Semaphore(0)

    def read() -> None:
        chunk = b"\n"
        while chunk:
            wanted.acquire()
            try:
                chunk = os.read(0, CHUNK)
            except OSError:
                chunk = b""
            try:
                loop.call_soon_threadsafe(chunks.put_nowait, chunk)
            except RuntimeError:
                return

    threading.Thread(target=read, name="console", daemon=True).start()
    wanted.release()
    while chunk := await chunks.get():
        yield chunk
        wanted.release()


def _prompt() -> None:
    if sys.stdin.isatty() and sys.stdout.isatty():
        print(PROMPT, end="", flush=True)
