"""Long polling that confirms updates only when they are kept.

python-telegram-bot's Updater tells Telegram that updates arrived as soon as they are in memory,
so a crash loses them. Here the next request, whose offset confirms them, leaves only after `keep`
has committed them.
"""

import asyncio
import json
import logging
import math
import time
from collections.abc import Awaitable, Callable, Sequence

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type
from tenacity.wait import wait_random_exponential

from bot.adapters.telegram.translation import OtherPoller
from bot.adapters.telegram.values import Json, positive
from bot.errors import DeliveryError, TryLater
from bot.model import Update

Fetch = Callable[[int | None], Awaitable[Sequence[Json]]]
"""Asks for the updates from an offset on, which confirms those before it."""

Keep = Callable[[Sequence[Update]], Awaitable[None]]
"""Commits updates to the store; one that is known already is passed over."""

TROUBLES = (DeliveryError, OtherPoller)
"""What passes: a proxy or gateway on the way may answer anything."""

CONFLICT = (
    "Another process takes this bot's updates, or a webhook is set: commands may be answered "
    "late or twice. Stop the other one, or give each its own token. (%s)"
)

CONFLICT_AGAIN = 600.0  # seconds

AT_ONCE = 1.0
"""Seconds within which nobody can have waited for updates: an answer with none is odd then."""

LONGEST_PAUSE = 30.0
"""Seconds between two polls that bring nothing, each at once."""

LONGEST_ASKED = 300.0
"""Seconds that a poll waits at most because Telegram asks: too early, it only asks again."""

log = logging.getLogger(__name__)

_backoff = wait_random_exponential(multiplier=0.5, max=30)


async def poll(fetch: Fetch, keep: Keep) -> None:
    """Fetch and keep updates until cancelled; raise TokenRefused when Telegram does."""
    reporter = _Reporter()
    offset: int | None = None
    idle = 0
    while True:
        asked, offset_then = time.monotonic(), offset
        updates = await _persistently(fetch, offset, reporter)
        if updates:
            await _persistently_keep(keep, updates)
            offset = max(update["update_id"] for update in updates) + 1
        # A server that does not hold a poll open, or that repeats itself, is not asked in a spin.
        brought = offset != offset_then or time.monotonic() - asked > AT_ONCE
        idle = 0 if brought else idle + 1
        if idle:
            await asyncio.sleep(min(LONGEST_PAUSE, 0.25 * 2 ** min(idle, 10)))


def numbered(updates: object) -> Sequence[Json]:
    """Return those of the updates received that have a number; without one, none can be confirmed.

    Raise TypeError for what are no updates, and ValueError where not one has a number.
    """
    if not isinstance(updates, list):
        raise TypeError("no list of updates")
    found = [update for update in updates if _is_numbered(update)]
    if updates and not found:
        raise ValueError("no update has a number")
    return found


def _is_numbered(update: object) -> bool:
    try:
        return isinstance(update, dict) and bool(positive(update["update_id"]))
    except (LookupError, TypeError, ValueError):
        return False


async def _persistently(fetch: Fetch, offset: int | None, reporter: "_Reporter") -> Sequence[Json]:
    retrying = AsyncRetrying(
        retry=retry_if_exception_type(TROUBLES),
        wait=wait,
        before_sleep=reporter.trouble,
    )
    updates: Sequence[Json] = await retrying(fetch, offset)
    reporter.well()
    return updates


async def _persistently_keep(keep: Keep, updates: Sequence[Json]) -> None:
    kept = tuple(_kept(update) for update in updates)
    retrying = AsyncRetrying(
        retry=retry_if_exception_type(Exception), wait=wait, before_sleep=_full
    )
    await retrying(keep, kept)


def _kept(update: Json) -> Update:
    """Return an update as it is kept; of one that cannot be written down, its number."""
    try:
        payload = json.dumps(update)
    except (RecursionError, ValueError) as error:
        log.warning("update %d cannot be kept: %s", update["update_id"], type(error).__name__)
        payload = "{}"
    return Update(id=update["update_id"], payload=payload)


def wait(state: RetryCallState) -> float:
    """Return the seconds before the next attempt: ever longer, at random, and as long as asked."""
    error = state.outcome.exception() if state.outcome else None
    asked = min(error.seconds, LONGEST_ASKED) if isinstance(error, TryLater) else 0.0
    return max(asked, _backoff(state))


def _full(state: RetryCallState) -> None:
    error = state.outcome.exception() if state.outcome else None
    log.error("updates from Telegram cannot be kept, trying again: %r", error)


class _Reporter:
    """Says once that there is trouble, and once that it is over.

    Two who poll for the same bot cut in on each other for ever: that is said once in a while.
    """

    def __init__(self) -> None:
        self._reported: type[BaseException] | None = None
        self._conflict_at = -math.inf

    def trouble(self, state: RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, OtherPoller):
            if time.monotonic() - self._conflict_at > CONFLICT_AGAIN:
                self._conflict_at = time.monotonic()
                log.error(CONFLICT, error)
        elif error is not None and type(error) is not self._reported:
            self._reported = type(error)
            log.warning("no updates from Telegram for now, trying again: %s", error)

    def well(self) -> None:
        if self._reported is not None:
            log.info("updates from Telegram come again")
            self._reported = None
