"""`python -m tests.bench [FILES]`: print how fast Dateline is beside sumy, and write table.md.

FILES is how many articles the measure of many files is given (default 10,000). Times are processor
times of one core, the fastest of several runs. The exit status is 1 where a limit is missed.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench.many import many_files
from tests.bench.single import memory, start_up, summaries, whole_brief

TABLE = Path(__file__).with_name("table.md")


class Row(NamedTuple):
    """A measure, what was found, what it may be at most, and what it is compared with."""

    measure: str
    found: float
    unit: str
    limit: float | None = None
    at_least: bool = False
    beside: str = ""

    @property
    def holds(self) -> bool:
        """Whether the limit is kept."""
        if self.limit is None:
            return True
        return self.found >= self.limit if self.at_least else self.found <= self.limit

    def cells(self) -> tuple[str, ...]:
        """Return what stands in the table."""
        sign = "≥" if self.at_least else "≤"
        missed = "" if self.holds else " (missed)"
        wanted = "" if self.limit is None else f"{sign} {self.limit:,g}{missed}"
        return self.measure, f"{self.found:,.3g} {self.unit}", wanted, self.beside


def main(arguments: Sequence[str]) -> int:
    """Measure everything."""
    files = int(arguments[0]) if arguments else 10_000
    parts: Sequence[Callable[[], Iterator[Row]]] = (
        lambda: (Row(*row) for row in summaries()),
        lambda: (Row(*row) for row in whole_brief()),
        lambda: (Row(*row) for row in memory()),
        lambda: (Row(*row) for row in start_up()),
        lambda: (Row(*row) for row in many_files(files)),
    )
    rows = []
    for part in parts:
        for row in part():
            rows.append(row)
            print("  ".join(row.cells()), flush=True)
    lines = ["| measure | found | wanted | beside |", "|---|---|---|---|"]
    lines += [f"| {' | '.join(row.cells())} |" for row in rows]
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
