"""A pipe on which a process's life hangs: when its other end is closed, the process is killed.

The system closes it whatever way the parent ends, and kills without asking: a process that hangs
in a library's loop, where no other thread of it gets a turn, goes as well.
"""

import fcntl
import os
import select
import signal
import sys
import threading


def hang_on(line: int) -> None:
    """Have this process killed when nobody holds the other end of a pipe any more."""
    if sys.platform == "linux":
        fcntl.fcntl(line, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(line, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(line, fcntl.F_SETFL, fcntl.fcntl(line, fcntl.F_GETFL) | os.O_ASYNC)
        if select.select([line], [], [], 0)[0]:  # it was closed before the signal was asked for
            os._exit(1)
    else:  # the best there is: it waits for its turn
        threading.Thread(target=_outlive_nobody, args=(line,), daemon=True).start()


def _outlive_nobody(line: int) -> None:
    os.read(line, 1)
    os._exit(1)
