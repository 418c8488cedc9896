"""Work as strangers' files may cause it: it hangs, takes all memory, or kills its process."""

import ctypes
import logging
import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path


def nothing() -> None:
    """Open nothing: most work needs nothing."""


def slowly() -> str:
    """Open something that takes longer than any work may."""
    time.sleep(2.0)
    return "opened"


def wrongly() -> None:
    """Fail to open anything."""
    raise ValueError("nothing can be opened")


def opened(what: str) -> str:
    """Return what was opened."""
    return what


def process(_: object) -> tuple[int, int]:
    """Return the numbers of the worker's process and of the server's."""
    return os.getpid(), os.getppid()


def upper(text: str, _: object) -> str:
    """Do what works."""
    return text.upper()


def environment(_: object) -> dict[str, str]:
    """Return what a worker finds in its environment."""
    return dict(os.environ)


def hang(note: Path, _: object) -> None:
    """Note the process, ignore all that can be ignored, and never end."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGIO, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    _note(note)
    while True:
        pass


def hang_in_a_library(note: Path, _: object) -> None:
    """Note the process and hang where no other thread gets a turn."""
    _note(note)
    re.fullmatch(r"(a+)+", "a" * 60 + "b")


def grow(_: object) -> None:
    """Take more and more memory."""
    taken: list[bytes] = []
    while True:
        taken.append(b"x" * (1 << 20))
        time.sleep(0.001)  # so that somebody can look


def take_much_at_once(_: object) -> int:
    """Take more memory than any machine should give to one file."""
    return len(bytearray(3 << 30))


def take_what_is_left(_: object) -> int:
    """Take some memory, as an article of some length does."""
    return len(b"x" * (16 << 20))


def leave(status: int, _: object) -> None:
    """End the process."""
    os._exit(status)


def fault(_: object) -> None:
    """Read where no memory is."""
    ctypes.string_at(0)


def recurse(_: object) -> str:
    """Use up the stack in C, where Python's limit does not hold."""
    sys.setrecursionlimit(10**8)
    nested: list[object] = []
    for _turn in range(10**6):
        nested = [nested]
    return repr(nested)


def leave_once(flag: Path, _: object) -> str:
    """End the process the first time, as bad luck would."""
    if not flag.exists():
        flag.touch()
        os._exit(1)
    return "made"


class Spoilt(Exception):
    """An exception that cannot be made from its own arguments."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def fail(error: Exception, _: object) -> None:
    """Raise something."""
    raise error


def fail_spoilt(_: object) -> None:
    """Raise what cannot be pickled."""
    raise Spoilt(1, 2)


def unpicklable(_: object) -> Callable[[], None]:
    """Return what cannot be pickled."""
    return lambda: None


def warn(_: object) -> None:
    """Write a line of the log."""
    logging.getLogger("somewhere").warning("mind the %s", "gap")


def _note(note: Path) -> None:
    unfinished = note.with_suffix(".unfinished")
    unfinished.write_text(str(os.getpid()))
    unfinished.rename(note)
