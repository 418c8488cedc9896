"""Policy: what the operator decides about deliveries that do not go well."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Uncertain(StrEnum):
    """What becomes of a message that may or may not have arrived."""

    REPEAT = "repeat"
    SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The operator's decisions; see `delivery.*` in the settings."""

    uncertain: Uncertain = Uncertain.REPEAT
    max_age: timedelta = timedelta(hours=48)
    late_silent: timedelta = timedelta(hours=1)
