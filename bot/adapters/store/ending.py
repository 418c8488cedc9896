"""What it means for a delivery to end, in columns."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.model import DeliveryState


def ended(state: DeliveryState, reason: str | None = None) -> Mapping[str, object]:
    """Return the values of a delivery that has ended: in no line, claimed by nobody."""
    return {
        "state": state,
        "reason": reason,
        "finished_at": datetime.now(UTC),
        "line": None,
        "owner": None,
    }
