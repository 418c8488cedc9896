"""The server as its parent sees it: a process that forks workers.

It is started with an empty slate, not forked: it inherits no lock, no connection, no thread and no
secret, and can be started anew at any time.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from socket import send_fds, socket, socketpair

from bot.adapters.workers.frames import framed
from bot.errors import NoWorker

_GRACE = 0.7
"""Seconds that the server may take to see its workers off."""

_PROGRAM = """\
import sys
sys.path[:] = {path!r}
from bot.adapters.workers.process import serve
serve({control}, {line})
"""
_SECRET = "DATELINE_"  # noqa: S105 - the settings' names begin so, a token's among them
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Birth:
    """A worker that is being forked: the socket to it, and the line on which it hangs."""

    connection: socket
    line: int


@dataclass(frozen=True, slots=True)
class _Running:
    process: subprocess.Popen[bytes]
    control: socket
    line: int


class Server:
    """Forks workers, each with what `make` has opened once; starts when first needed."""

    def __init__(self, make: Callable[[], object], memory: int) -> None:
        self._given = framed(pickle.dumps((make, memory)))
        self._running: _Running | None = None

    def start(self) -> None:
        """Start the server, unless it runs; it gets ready by itself. Raise NoWorker."""
        self._started()

    def _started(self) -> _Running:
        if self._running is not None and self._running.process.poll() is None:
            return self._running
        self.close()
        control, theirs = socketpair()
        near, line = os.pipe()
        program = _PROGRAM.format(path=sys.path, control=theirs.fileno(), line=near)
        try:
            process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-P", "-c", program],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # what a library prints is no brief
                pass_fds=(theirs.fileno(), near),
                env=_ONE_THREAD | {k: v for k, v in os.environ.items() if not _is_secret(k)},
                process_group=0,  # the terminal's interrupt is the parent's to handle
            )
        except OSError as error:
            control.close()
            os.close(line)
            raise NoWorker(f"no process can be started: {error}") from error
        finally:
            theirs.close()
            os.close(near)
        self._running = _Running(process, control, line)
        with suppress(OSError):  # it has died already, which the next fork will find
            control.sendall(self._given)
        return self._running

    def fork(self) -> Birth:
        """Ask for a worker, which says a word over its socket when it is ready.

        Raise NoWorker where the server cannot be started.
        """
        control = self._started().control
        ours, theirs = socketpair()
        near, line = os.pipe()
        try:
            send_fds(control, [b"+"], [theirs.fileno(), near])
        except OSError:
            pass  # it has just died: the socket to the worker is at its end, as it is read
        finally:
            theirs.close()
            os.close(near)
        ours.setblocking(False)  # noqa: FBT003 - the standard library's
        return Birth(ours, line)

    def close(self) -> None:
        """End the server; its workers have been killed. Returns within a second."""
        if self._running is None:
            return
        running, self._running = self._running, None
        running.control.close()
        with suppress(subprocess.TimeoutExpired):
            running.process.wait(_GRACE)
        os.close(running.line)  # which kills it, if it still lives
        running.process.kill()
        with suppress(subprocess.TimeoutExpired):
            running.process.wait(1 - _GRACE)


def _is_secret(name: str) -> bool:
    return name.upper().startswith(_SECRET)
