"""What it means for a delivery to end, in columns."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.model import DeliveryState


def ended(state: DeliveryState, reason: str | None = None) -> Mapping[str, object]:
    """Give the values of a delivery that has ended: it stands in no line, and nobody claims it."""
    return {
        "state": state,
        "reason": reason,
        "finished_at": datetime.now(UTC),
        "line": None,
        "owner": None,
    }
