"""What runs in the server, and in the workers that it forks."""

import gc
import logging
import os
import pickle
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from functools import partial
from socket import recv_fds, socket
from typing import NamedTuple

from bot.adapters.workers.frames import framed, receive
from bot.adapters.workers.lifeline import hang_on
from bot.adapters.workers.memory import limit_growth

COLLECTED = 100_000
"""After how many objects more a worker looks for those that hold each other: 10 MB."""

MOST_SAID = 100
"""How many lines for the log one piece of work may bring."""

_LEAVE = 0.5
"""Seconds for which the server waits for workers that were killed."""


class Outcome(Enum):
    """How a piece of work came out."""

    MADE = "made"
    RAISED = "raised"
    NO_MEMORY = "no memory"


class Said(NamedTuple):
    """A line for the log, which the parent writes."""

    logger: str
    level: int
    words: str


class Answer(NamedTuple):
    """What a worker answers: what was made, or the exception that was raised."""

    outcome: Outcome
    value: object
    said: tuple[Said, ...]


class _Saying(logging.Handler):
    """Keeps log lines for the parent, which knows how they are to look."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(message)s"))
        self._said: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        if len(self._said) < MOST_SAID:
            self._said.append(Said(record.name, record.levelno, self.format(record)))

    def taken(self) -> tuple[Said, ...]:
        """Return the lines since the last time."""
        said, self._said = tuple(self._said), []
        return said


def serve(control: int, line: int) -> None:
    """Be the server: open everything once, then fork a worker whenever one is asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    hang_on(line)
    asked = socket(fileno=control)
    given = receive(asked)
    if given is None:
        return
    saying = _Saying()
    logging.basicConfig(level=logging.INFO, handlers=[saying])
    logging.captureWarnings(capture=True)
    make, memory = pickle.loads(given)  # noqa: S301 - the parent's own words
    opened = make()
    # What is open now stays, and is shared with every worker as long as nobody writes to it: the
    # collector, which would, and which takes a fifth of the time as Python sets it, is to leave
    # it alone.
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED, 20, 20)
    signal.signal(signal.SIGCHLD, lambda *_: _bury())
    while True:
        asking, descriptors, _, _ = recv_fds(asked, 1, 2)
        if not asking:
            break
        with suppress(OSError):  # no process can be had: the parent sees the socket's end
            if not os.fork():
                asked.close()
                connection, near = descriptors
                _be_worker(connection, near, memory, partial(_work, opened=opened, saying=saying))
        saying.taken()  # the first worker says it
        for descriptor in descriptors:
            os.close(descriptor)
    until = time.monotonic() + _LEAVE
    while _bury() and time.monotonic() < until:
        time.sleep(0.005)
    os._exit(0)


def _bury() -> bool:
    """Note the end of workers that have ended; returns whether there are others."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG) != (0, 0):
            pass
        return True
    return False


def _be_worker(connection: int, line: int, memory: int, work: Callable[[socket], None]) -> None:
    """Be a worker, to the end of this process."""
    try:
        hang_on(line)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        limit_growth(memory)
        work(socket(fileno=connection))
    finally:
        os._exit(1)


def _work(connection: socket, opened: object, saying: _Saying) -> None:
    """Say that this worker is ready, then answer what is asked until there is no more."""
    connection.sendall(framed(pickle.dumps((os.getpid(), saying.taken()))))
    while (given := receive(connection)) is not None:
        connection.sendall(framed(_answer(given, opened, saying)))


def _answer(given: bytes, opened: object, saying: _Saying) -> bytes:
    try:
        job: Callable[[object], object] = pickle.loads(given)  # noqa: S301 - the parent's own words
        made = job(opened)
        return pickle.dumps(Answer(Outcome.MADE, made, saying.taken()))
    except MemoryError:
        return pickle.dumps(Answer(Outcome.NO_MEMORY, None, ()))
    except Exception as error:  # noqa: BLE001 - it is raised in the parent
        return pickle.dumps(Answer(Outcome.RAISED, _portable(error), saying.taken()))


def _portable(error: Exception) -> Exception:
    """Return an exception that can be raised elsewhere, with where it came from as a note."""
    where = "".join(traceback.format_exception(error))
    try:
        copied = pickle.loads(pickle.dumps(error))  # noqa: S301 - just written
    except Exception:  # noqa: BLE001 - a library's exception may be anything
        copied = None
    portable = copied if isinstance(copied, Exception) else RuntimeError(repr(error))
    portable.add_note(f"in a worker:\n{where}")
    return portable
