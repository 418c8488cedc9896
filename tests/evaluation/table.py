"""What a part's evaluation gives: a table to print, and named scores to hold to their limits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

# Articles annotated elsewhere, which stay outside the project; measured where they are at hand.
DEVELOPMENT = Path(__file__).resolve().parents[3] / "shared" / "evaluation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A printed table; a score is named "<data set>.<measure>", the set "development" or "samples"."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    scores: Mapping[str, float] = field(default_factory=dict)

    def __str__(self) -> str:
        """Lay the table out in columns, the first flush left, the others flush right."""
        lines = [list(self.columns), *map(list, self.rows)]
        widths = [max(len(line[i]) for line in lines) for i in range(len(self.columns))]
        laid = [
            "  ".join(
                cell.ljust(width) if i == 0 else cell.rjust(width)
                for i, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        ]
        return "\n".join([self.title, laid[0], "-" * len(laid[0]), *laid[1:]])
