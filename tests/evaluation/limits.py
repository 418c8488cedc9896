"""The limits in floors.toml, and which scores miss them."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def read_limits(path: Path = FLOORS) -> dict[str, dict[str, dict[str, float]]]:
    """Read the limits: part -> "at_least" or "at_most" -> score's name -> limit."""
    limits: dict[str, dict[str, dict[str, float]]] = tomllib.loads(path.read_text("utf-8"))
    return limits


def missed(
    part: str,
    limits: Mapping[str, Mapping[str, float]],
    scores: Mapping[str, float],
    *,
    sets: Iterable[str],
) -> list[str]:
    """Say which limits the part's scores miss, of the data sets that are at hand.

    A limit on a score that was not measured is missed too, so that no limit can go stale.
    """
    faults = []
    for direction, sign in (("at_least", 1), ("at_most", -1)):
        for name, limit in limits.get(direction, {}).items():
            if name.split(".")[0] not in set(sets):
                continue
            score = scores.get(name)
            if score is None:
                faults.append(f"{part}: {name} was not measured")
            elif sign * score < sign * limit:
                faults.append(
                    f"{part}: {name} is {score:.3f}, {direction.replace('_', ' ')} {limit}"
                )
    return faults
