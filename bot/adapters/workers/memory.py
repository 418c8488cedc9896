"""How much memory a process has, and the most that it may ask the system for."""

import os
import resource
from contextlib import suppress
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")


def resident(process: int) -> int:
    """Return a process's resident memory in bytes; 0 where there is none or no /proc."""
    return _pages(process)[0] * _PAGE


def own(process: int) -> int:
    """Return how much of it is no file's, such as a library or the gazetteer."""
    whole, files = _pages(process)
    return (whole - files) * _PAGE


def _pages(process: int) -> tuple[int, int]:
    try:
        with open(f"/proc/{process}/statm", "rb") as file:  # noqa: PTH123 - ten times a second
            _, whole, files, *_ = map(int, file.read().split())
            return whole, files
    except (OSError, ValueError):
        return 0, 0


def limit_growth(memory: int) -> None:
    """Limit by how many bytes this process may grow from now on; beyond them is a MemoryError.

    Whoever watches it looks now and then, and one allocation could take all memory in between.
    """
    with suppress(OSError, ValueError):  # a system without such a limit, or with a lower one
        most = _data() + memory
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _data() -> int:
    """Return how many bytes of data this process has asked for."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    raise ValueError("the system does not say")
