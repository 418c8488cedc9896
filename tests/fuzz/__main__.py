"""`python -m tests.fuzz [COUNT] [--seed SEED] [--first NUMBER] [--patterns NUMBER]`.

Status 1 where a file fails, or where a pattern takes time by the square of its length.
"""

import argparse
import random
import sys

from tests.fuzz.checks import Fault
from tests.fuzz.growth import check_growth, reading, writing
from tests.fuzz.patterns import patterns
from tests.fuzz.run import first_fault, writers

STEP = 500


def main() -> int:
    """Check as many files as asked, then how time grows."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--first", type=int, default=0, help="the number to begin with")
    parser.add_argument("--patterns", type=int, default=200, help="how many by chance to time")
    asked = parser.parse_args()
    end = asked.first + asked.count
    for start in range(asked.first, end, STEP):
        if fault := first_fault(asked.seed, range(start, min(start + STEP, end))):
            print(fault, file=sys.stderr)
            return 1
        print(f"seed {asked.seed}: {min(start + STEP, end) - asked.first} files hold", flush=True)
    rng = random.Random(asked.seed)  # noqa: S311 - repeatable chance is wanted
    timed = list(patterns(rng, asked.patterns))
    for start in range(0, len(timed), STEP // 5):
        some = timed[start : start + STEP // 5]
        try:
            check_growth(some, writing(writers()[0]))
            check_growth(some, reading)
        except Fault as fault:
            print(fault, file=sys.stderr)
            return 1
        print(f"seed {asked.seed}: time grows as {start + len(some)} patterns do", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
