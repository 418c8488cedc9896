"""One run: file after file, and what is reported of one that fails."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from bot.application.language import Opening
from summarizer.model import BriefOptions
from summarizer.ranking import ALGORITHMS
from tests.fuzz.cases import Case, make_case
from tests.fuzz.checks import Write, check
from tests.fuzz.shrinking import shrink

_SHOWN = 600

_OPTIONS = (
    BriefOptions(),
    BriefOptions(sentences=None),
    BriefOptions(sentences=1, words=40),
    BriefOptions(sentences=20),
    *(BriefOptions(algorithm=name) for name in ALGORITHMS),
)


def writers() -> tuple[Write, ...]:
    """Make the functions that write briefs, as the bot makes them, by several options."""
    return tuple(Opening(options=options, home=None)() for options in _OPTIONS)


def first_fault(seed: int, numbers: Iterable[int], *, huge: bool = True) -> str | None:
    """Check the files of these numbers; say what is wrong with the first that fails, or None."""
    made = writers()
    for number in numbers:
        case, write = make_case(seed, number, huge=huge), made[number % len(made)]
        if problem := problem_of(case, write):
            return _report(case, write, problem, seed=seed, number=number)
    return None


def problem_of(case: Case, write: Write) -> str | None:
    """Say what is wrong with a file, or None; whatever is raised is wrong."""
    try:
        check(case, write)
    except Exception as error:  # noqa: BLE001 - a crash of any kind is what is looked for
        return f"{type(error).__name__}: {error}"
    return None


def _report(case: Case, write: Write, problem: str, *, seed: int, number: int) -> str:
    kind = problem.partition(":")[0]

    def fails(data: bytes) -> bool:
        found = problem_of(Case(name=case.name, data=data), write)
        return found is not None and found.partition(":")[0] == kind

    least = shrink(case.data, fails)
    kept = Path(tempfile.gettempdir(), f"dateline-fuzz-{seed}-{number}{Path(case.name).suffix}")
    kept.write_bytes(least)
    return (
        f"file {number} of seed {seed} ({case.name}, {len(case.data)} bytes): {problem}\n"
        f"the least of it that fails ({len(least)} bytes, kept as {kept}):\n{least[:_SHOWN]!r}"
    )
