"""The updates that wait for the bot, handed out by long polling as Telegram does."""

import asyncio
import json
from dataclasses import dataclass, field

from tests.botapi.world import Json, Refusal

WITHOUT_ASKING = frozenset(
    (
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "chosen_inline_result",
        "my_chat_member",
        "poll",
        "poll_answer",
        "chat_join_request",
    )
)
"""The kinds that a bot gets when it does not say which it wants."""


@dataclass(slots=True)
class _Poll:
    done: asyncio.Future[list[Json]]
    limit: int


@dataclass(slots=True)
class Mailbox:
    """A row of updates; an offset confirms, and so forgets, all before it."""

    waiting: list[Json] = field(default_factory=list)
    next_id: int = 100_001
    allowed: frozenset[str] = WITHOUT_ASKING
    webhook: str = ""
    confirmed: int = 0  # the greatest update id that the bot has confirmed
    _poll: _Poll | None = None

    def put(self, update: Json) -> int | None:
        """Add an update; return its id, or None where the bot does not want its kind."""
        if not self.allowed.intersection(update):
            return None
        update = {"update_id": self.next_id, **update}
        self.next_id += 1
        self.waiting.append(update)
        if self._poll is not None and not self._poll.done.done():
            self._poll.done.set_result(self.waiting[: self._poll.limit])
        return self.next_id - 1

    async def get(self, parameters: Json) -> list[Json]:
        """Answer `getUpdates`: at once where something waits, else after `timeout` seconds."""
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if self._poll is not None and not self._poll.done.done():
            self._poll.done.set_exception(
                Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; "
                    "make sure that only one bot instance is running",
                )
            )
        self._note(parameters)
        limit = min(100, max(1, int(parameters.get("limit") or 100)))
        timeout = min(50.0, float(parameters.get("timeout") or 0))
        if self.waiting or not timeout:
            return self.waiting[:limit]
        poll = self._poll = _Poll(asyncio.get_running_loop().create_future(), limit)
        try:
            return await asyncio.wait_for(poll.done, timeout)
        except TimeoutError:
            return []

    def _note(self, parameters: Json) -> None:
        offset = int(parameters.get("offset") or 0)
        if offset > 0:
            self.confirmed = max(self.confirmed, min(offset, self.next_id) - 1)
            self.waiting = [update for update in self.waiting if update["update_id"] >= offset]
        elif offset < 0:
            self.waiting = self.waiting[offset:]
        wanted = parameters.get("allowed_updates")
        if wanted is not None:
            kinds = json.loads(wanted) if isinstance(wanted, str) else wanted
            self.allowed = frozenset(kinds) or WITHOUT_ASKING

    def hang_up(self) -> None:
        """End the open poll with nothing, as when Telegram's server goes away."""
        if self._poll is not None:
            self._poll.done.cancel()
