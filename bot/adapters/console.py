"""The terminal as a chat: commands are read from standard input, posts go to standard output."""

import asyncio
import os
import sys
import threading
from collections.abc import AsyncIterator
from typing import TextIO

from bot.chat.parsing import parse
from bot.model import CONSOLE_CHAT, Address, Chat, ChatKind, Request, Sender
from bot.presentation import plain_text

CHAT = Chat(id=CONSOLE_CHAT, kind=ChatKind.CONSOLE, title="console")
ADDRESS = Address(CONSOLE_CHAT)
PROMPT = "> "


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
    parsed = parse(line.strip())
    return Request(
        chat=CHAT,
        address=ADDRESS,
        sender=Sender(id=CONSOLE_CHAT, is_admin=True),
        command=parsed.command if parsed else None,
        arguments=parsed.arguments if parsed else (),
    )


async def lines() -> AsyncIterator[str]:
    """Give the lines of standard input as they come, until its end.

    A thread of its own reads the bare descriptor: it can be left behind at the end, which
    `sys.stdin` with its lock could not.
    """
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        while True:
            try:
                chunk = os.read(0, 65536)
            except OSError:
                chunk = b""
            try:
                loop.call_soon_threadsafe(queue.put_nowait, chunk)
            except RuntimeError:
                return
            if not chunk:
                return

    threading.Thread(target=read, name="console", daemon=True).start()
    pending = b""
    _prompt()
    while chunk := await queue.get():
        *whole, pending = (pending + chunk).split(b"\n")
        for line in whole:
            if line.strip():
                yield line.decode("utf-8", "replace")
            _prompt()
    if pending.strip():
        yield pending.decode("utf-8", "replace")


def _prompt() -> None:
    if sys.stdin.isatty() and sys.stdout.isatty():
        print(PROMPT, end="", flush=True)
