"""How many processes can work at once: the cores, as far as this process may use them."""

import math
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_GROUPS = Path("/sys/fs/cgroup")


def usable_cores(groups: Path = _GROUPS) -> int:
    """Return how many cores this process may use, by its affinity and its container's limit."""
    return max(1, min([_cores(), *_quotas(groups)]))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _quotas(groups: Path) -> Iterator[int]:
    """Yield the limit of the control group, of version 2 and of version 1, where there is one."""
    with suppress(OSError, ValueError, ZeroDivisionError):
        quota, period = (groups / "cpu.max").read_text("ascii").split()
        if quota != "max":
            yield math.ceil(int(quota) / int(period))
    with suppress(OSError, ValueError, ZeroDivisionError):
        quota, period = (
            (groups / "cpu" / f"cpu.cfs_{name}_us").read_text("ascii")
            for name in ("quota", "period")
        )
        if int(quota) > 0:
            yield math.ceil(int(quota) / int(period))
