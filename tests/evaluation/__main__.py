"""`python -m tests.evaluation [PART...]`: print every part's tables, fail below a floor.

A part is a module of this package with `evaluate() -> Sequence[Table]`.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from tests.evaluation.limits import missed, read_limits
from tests.evaluation.table import DEVELOPMENT, Table

PARTS = ("places", "quotes", "summaries")


def measure(part: str) -> Sequence[Table]:
    """Evaluate a part."""
    tables: Sequence[Table] = import_module(f"tests.evaluation.{part}").evaluate()
    return tables


def main(parts: Sequence[str]) -> int:
    """Evaluate the parts; return 1 where a score misses its limit, else 0."""
    limits = read_limits()
    sets = ("samples", "development") if DEVELOPMENT.is_dir() else ("samples",)
    faults = []
    for part in parts:
        if find_spec(f"tests.evaluation.{part}") is None:
            faults.append(f"{part}: no such part")
            continue
        tables = measure(part)
        print(*(f"{table}\n" for table in tables), sep="\n", flush=True)
        scores = {name: score for table in tables for name, score in table.scores.items()}
        faults += missed(part, limits.get(part, {}), scores, sets=sets)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or PARTS))
