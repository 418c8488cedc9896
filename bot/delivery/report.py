"""What a run of delivery came to."""

from dataclasses import dataclass, field

NAMED = 20
"""How many failures are named; the others are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A delivery that will not arrive, or not soon, and why."""

    delivery_id: int
    chat_id: int
    reason: str


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts since the start: deliveries sent, and ended without."""

    sent: int = 0
    failed: int = 0
    failures: list[Failure] = field(default_factory=list)  # the first of them

    def fail(self, failure: Failure) -> None:
        """Count a failure."""
        self.failed += 1
        if len(self.failures) < NAMED:
            self.failures.append(failure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drained:
    """What draining came to; `left` is what is still owed, for a later run."""

    sent: int
    failed: int
    left: int
    failures: tuple[Failure, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether everything due has arrived."""
        return not self.failed and not self.left
