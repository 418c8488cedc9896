"""Whether time grows with the length of a text, not with its square."""

import time

from summarizer.model import Article
from tests.fuzz.checks import Fault, Write

_UNITS = (
    "The dam at Ostrava held on Monday, its keeper said. ",
    '"It held," said Ana Ruiz. ',
    "“It held, said Ana Ruiz.\n\n",
    "A.\n\n",
    "‘",
    "(\"'",
    "Ruiz, the mayor, ",
    "Paris, ",
    "Ana Ruiz, Mayor of Paris, Texas, ",
    "PARIS (Example Wire) — ",
    "大坝守住了。",
    "Read more: The dam holds\n",
)
SHORT, TIMES = 60_000, 5
MOST = 2.5 * TIMES
"""By its square, a text five times as long takes twenty-five times as long."""

FLOOR = 0.05
"""Seconds below which a measurement says nothing."""


def check_growth(write: Write, size: int = SHORT) -> None:
    """Write texts and the same five times as long; raises Fault for one that takes too long."""
    for unit in _UNITS:
        short, long = (_seconds(write, unit, length) for length in (size, size * TIMES))
        if long > MOST * max(short, FLOOR):
            raise Fault(
                f"{unit!r} again and again: {short:.1f} s, {TIMES} times of it {long:.1f} s"
            )


def _seconds(write: Write, unit: str, size: int) -> float:
    article = Article(text=unit * (size // len(unit)))
    began = time.process_time()
    write(article)
    return time.process_time() - began
