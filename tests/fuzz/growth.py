"""Whether time grows with the length of a text, not with its square."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from bot.adapters.fingerprints import fingerprint_of
from bot.adapters.readers import read_article
from bot.errors import UnusableArticle
from bot.intake.corrections import compare
from bot.model import Filing
from bot.presentation import PostOptions, brief_post
from bot.presentation.interchange import brief_json
from summarizer.model import Article
from tests.fuzz.checks import Fault, Write, no_hang
from tests.fuzz.patterns import Pattern

SIZES = (10_000, 40_000, 160_000)
"""Characters of a pattern's texts, each four times as long as the one before."""

MOST = 6.0
"""How many times as long each may take; with the square of its length it would be sixteen."""

FLOOR = 0.02
"""Seconds below which a measurement says nothing."""

AGAIN = 15
"""How often to measure what seems to grow too fast; the least counts."""

_POST = PostOptions(quotes=50, places=50)

Step = Callable[[Pattern, int], None]


def check_growth(patterns: Iterable[Pattern], step: Step, sizes: Sequence[int] = SIZES) -> None:
    """Time a step on the texts of patterns; raise Fault with all that take too long."""
    faults = [fault for pattern in patterns if (fault := _fault(pattern, step, sizes))]
    if faults:
        raise Fault("\n".join(faults))


def writing(write: Write) -> Step:
    """Make the step from a text to all that is made of it."""

    def step(pattern: Pattern, size: int) -> None:
        brief = write(Article(text=pattern.text(size), language=pattern.language))
        fingerprint_of(brief)
        compare(brief, brief)
        brief_json("a.txt", brief)
        filing = Filing(
            id=1, brief=brief, path="a.txt", digest="0" * 64, filed_at=datetime.now(UTC)
        )
        brief_post(filing, _POST)

    return step


def reading(pattern: Pattern, size: int) -> None:
    """Read a text as a Markdown file, and as plain text in an encoding that must be guessed."""
    text = pattern.text(size)
    for name, data in (("a.md", text.encode()), ("a.txt", text.encode("utf-16-le"))):
        try:
            read_article(name, data)
        except UnusableArticle:
            continue


def _fault(pattern: Pattern, step: Step, sizes: Sequence[int]) -> str | None:
    """Say what is wrong with a pattern, or None.

    Another program on the machine can make any measurement too long: what seems to grow too fast
    is measured again and again, unless it grows so fast that this explains nothing.
    """
    least: dict[int, float] = {}
    with _nothing_between():
        try:
            step(pattern, 300)  # what is read once is read
            for before, size in zip((0, *sizes), sizes, strict=False):
                least[size] = _seconds(pattern, step, size)
                for again in range(AGAIN):
                    times = least[size] / max(least[before], FLOOR) if before else 0.0
                    if times <= MOST or (again > 1 and times > 2 * MOST):
                        break
                    for one in (before, size):
                        least[one] = min(least[one], _seconds(pattern, step, one))
                if before and least[size] > MOST * max(least[before], FLOOR):
                    took = ", ".join(f"{one}: {seconds:.3f} s" for one, seconds in least.items())
                    return f"{pattern} takes too much longer the longer it is: {took}"
        except Fault as hung:
            return f"{pattern} {hung}"
    return None


def _seconds(pattern: Pattern, step: Step, size: int) -> float:
    gc.collect()
    began = time.process_time()
    with no_hang():
        step(pattern, size)
    return time.process_time() - began


@contextmanager
def _nothing_between() -> Iterator[None]:
    """Keep the collector out of what is measured: it takes longer the more there is."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
