"""What came of a trial: what was due, what arrived, what of it twice, and with what excuse."""

from collections import Counter
from dataclasses import dataclass

from tests.soak.witness import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What came of it all: what was due to whom, and what arrived how often.

    `ambiguous` counts, for each thing due, the attempts that may or may not have worked: under
    way when the bot was killed, or taken without an answer. `aside` is how many files had to be
    set aside and were, `not_aside` those that were not, `left` how many processes outlived the bot.
    """

    kills: int
    faults: Counter[str]
    due: frozenset[Key]
    arrived: Counter[Key]
    ambiguous: Counter[Key]
    expired: dict[Key, str]
    out_of_order: tuple[int, ...]
    damage: tuple[str, ...]
    unsubscribed: frozenset[int]
    stale: tuple[Key, ...]
    aside: int
    not_aside: tuple[str, ...]
    left: int

    @property
    def lost(self) -> set[Key]:
        """What was due and never arrived, though nobody gave it up for its uncertainty."""
        return {
            key
            for key in self.due
            if not self.arrived[key] and not (key in self.expired and self.ambiguous[key])
        }

    @property
    def repeated(self) -> int:
        """How many messages came that had come before."""
        return sum(count - 1 for count in self.arrived.values() if count > 1)

    @property
    def unexcused(self) -> dict[Key, int]:
        """What came more often than its ambiguous attempts allow, and by how much."""
        return {
            key: over
            for key, count in self.arrived.items()
            if (over := count - 1 - self.ambiguous[key]) > 0
        }
