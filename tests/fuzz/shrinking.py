"""Making a file that fails as small as it can be."""

import time
from collections.abc import Callable

SECONDS = 120.0
"""How long to try; what is smallest by then is good enough."""


def shrink(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Take stretches out of the data, ever smaller ones, as long as it still fails."""
    deadline = time.monotonic() + SECONDS
    width = len(data) // 2
    while width:
        at, smaller = 0, False
        while at < len(data) and time.monotonic() < deadline:
            candidate = data[:at] + data[at + width :]
            if fails(candidate):
                data, smaller = candidate, True
            else:
                at += width
        if not smaller or width > len(data):
            width = min(width // 2, len(data))
    return data
