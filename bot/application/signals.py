"""SIGTERM and SIGINT: whoever runs ends well, and soon, whatever hangs.

A thread of its own takes the signals, since the main one may be held up in the system for long: by
a database that is locked, a mount that does not answer, a reader who does not read. What is asked
to end gets a time of grace; after it the process ends itself. Nothing else may have asyncio take
signals: there can be one who is woken by them.
"""

import asyncio
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import NoReturn

ENDING = (signal.SIGTERM, signal.SIGINT)

LAST = 1.0
"""Seconds after the time of grace in which all has ended, or is ended."""

A_MOMENT = 0.5
"""Seconds in which threads end that only wait for work, and last words can be said."""

log = logging.getLogger(__name__)


class Ending:
    """The end of this process, once a signal asks for it.

    `status` is what it then exits with; None stands for what the shell expects of a command that
    was broken off. A signal that comes before `run`, or after it, ends the process at once, and so
    does a second SIGINT.
    """

    def __init__(self, status: int | None = None) -> None:
        self._status = status
        self._number: int | None = None  # of the first signal
        self._grace = 0.0
        self._ask: Callable[[], object] | None = None  # asks the work to end, while there is any
        self._loop: asyncio.AbstractEventLoop | None = None
        self._one_at_a_time = threading.Lock()
        self._signals, self._signalled = socket.socketpair()

    def listen(self) -> None:
        """Take signals from now on; the main thread calls this."""
        self._signalled.settimeout(0)
        signal.set_wakeup_fd(self._signalled.fileno(), warn_on_full_buffer=False)
        for number in ENDING:
            signal.signal(number, lambda *_: None)
        threading.Thread(target=self._take, name="signals", daemon=True).start()

    def run(self, work: Awaitable[int], grace: float) -> int:
        """Do some work and return its exit status, or cancel it when a signal comes.

        It then has `grace` seconds to end, and gets one more to close what is open.
        """
        self._grace = grace
        idle = ThreadPoolExecutor(thread_name_prefix="work")
        with asyncio.Runner() as runner:
            self._loop = runner.get_loop()
            self._loop.set_default_executor(idle)
            try:
                status = runner.run(self._until_asked(work))
            finally:
                with self._one_at_a_time:
                    self._ask = None
            if self._number is not None:
                idle.shutdown(wait=False, cancel_futures=True)
                self._part_with_threads(status)
        return status

    async def _until_asked(self, work: Awaitable[int]) -> int:
        asked = asyncio.Event()
        loop = asyncio.get_running_loop()
        with self._one_at_a_time:
            self._ask = lambda: loop.call_soon_threadsafe(asked.set)
            if self._number is not None:
                asked.set()
        task = asyncio.ensure_future(work)
        waiting = asyncio.create_task(asked.wait())
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if task.done():
            return task.result()
        task.cancel()
        await asyncio.wait({task})
        if not task.cancelled() and (error := task.exception()):
            log.warning("while it ended: %r", error)
        log.info("stopped")
        return self._exit_status

    @property
    def _exit_status(self) -> int:
        return 128 + (self._number or 0) if self._status is None else self._status

    def _take(self) -> None:
        """Wait for a signal, ask the work to end, and see to it that it does."""
        (self._number,) = self._signals.recv(1)
        until = time.monotonic() + self._grace + LAST
        with self._one_at_a_time:
            ask = self._ask
            if ask is None:
                end_now(self._exit_status)
            ask()
        while (left := until - time.monotonic()) > 0:
            self._signals.settimeout(left)
            with suppress(TimeoutError):
                if self._signals.recv(1)[0] == signal.SIGINT:
                    end_now(self._exit_status)
        end_now(self._exit_status, f"ended by force, without {self._unended()}")

    def _part_with_threads(self, status: int) -> None:
        """End the process here if it would wait for threads that hang, or for their processes."""
        _kill_children()
        until = time.monotonic() + A_MOMENT
        for thread in _lasting_threads():
            thread.join(max(0.0, until - time.monotonic()))
        if left := _lasting_threads():
            names = ", ".join(thread.name for thread in left)
            end_now(status, f"ended without waiting for {names}")

    def _unended(self) -> str:
        names = [f"thread {thread.name}" for thread in _lasting_threads()]
        with suppress(RuntimeError):  # tasks came and went while they were looked through
            tasks = asyncio.all_tasks(self._loop) if self._loop else ()
            names += (f"task {task.get_name()}" for task in tasks)
        return ", ".join(sorted(names)) or "the interpreter"


def end_now(status: int, remark: str | None = None) -> NoReturn:
    """End the process and those it started, waiting for nothing and nobody."""
    try:
        speaker = threading.Thread(target=_say_last, args=(remark,), daemon=True)
        with suppress(RuntimeError):  # the interpreter is ending
            speaker.start()
            speaker.join(A_MOMENT)  # whoever reads what it says may hang as well
        _kill_children()
    finally:
        os._exit(status)


def _say_last(remark: str | None) -> None:
    if remark:
        log.warning("%s", remark)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()


def _kill_children() -> None:
    """Kill the processes of this one's, if it has ever started any."""
    if "multiprocessing.process" in sys.modules:
        from multiprocessing import active_children  # noqa: PLC0415 - loaded as it is

        for child in active_children():
            with suppress(OSError, ValueError):  # it ended just now
                child.kill()


def _lasting_threads() -> list[threading.Thread]:
    """Return the threads that the interpreter would wait for."""
    mine = (threading.main_thread(), threading.current_thread())
    return [each for each in threading.enumerate() if not each.daemon and each not in mine]
