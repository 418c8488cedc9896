"""Time and memory, measured so that what else the machine does counts least."""

import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path


def fastest(work: Callable[[], object], *, times: int = 7, most: float = 3.0) -> float:
    """Return the processor time in seconds of the fastest of some runs, `most` seconds in all.

    A run before them, where there are several, loads what is loaded once.
    """
    if times > 1:
        work()
    best, spent = float("inf"), 0.0
    for _ in range(times):
        began = time.process_time()
        work()
        took = time.process_time() - began
        best, spent = min(best, took), spent + took
        if spent > most:
            break
    return best


def fastest_process(command: Sequence[str], *, times: int = 5) -> float:
    """Return the processor time in seconds of the fastest of some runs of a command."""
    best = float("inf")
    for _ in range(times):
        before = time_of_children()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own commands
        best = min(best, time_of_children() - before)
    return best


def time_of_children() -> float:
    """Return the processor time in seconds of the processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory_of_tree(process: int) -> int:
    """Return the resident memory, in MB, of a process and all below it (Linux)."""
    total, waiting = 0, [process]
    while waiting:
        one = waiting.pop()
        try:
            status = Path(f"/proc/{one}/status").read_text("utf-8")
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (task / "children").read_text("utf-8").split())
        except OSError:  # it has ended
            continue
        total += next((int(s.split()[1]) for s in status.splitlines() if s.startswith("VmRSS")), 0)
    return total // 1024
