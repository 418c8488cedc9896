"""Reception: Telegram's updates, kept when they come and each worked off once, in order."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.chat.answering import Answering
from bot.errors import StoreTrouble
from bot.model import ChatMove, Event, Request, Standing, StandingChange, Update
from bot.ports import Clock, Store, Transaction

log = logging.getLogger(__name__)

Translate = Callable[[Update], Event | None]
"""Reads an update; None for one that asks nothing of the bot."""

PAGE = 50

LONGEST_WAIT = 10.0
"""Seconds between two tries while the store fails."""

MOST_TRIES = 8
"""So often is an update tried on a store that fails; then it is the update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """Keeps updates before Telegram is told that they arrived, then carries them out.

    An update is handled in the transaction of its effect, so that a crash at any point neither
    loses it nor carries it out twice.
    """

    store: Store
    clock: Clock
    translate: Translate
    answering: Answering
    _tries: Counter[int] = field(default_factory=Counter)  # by update, while the store fails
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self, updates: Sequence[Update]) -> None:
        """Commit updates to the store; only then may their receipt be confirmed."""
        async with self.store.transaction() as store:
            await store.updates.receive(updates)
        self._news.set()

    async def run(self) -> None:
        """Work off what is kept, and what comes, until cancelled; wait while the store fails."""
        failures = 0
        while True:
            self._news.clear()
            try:
                while await self.work():
                    failures = 0
            except StoreTrouble as error:
                failures += 1
                log.warning("commands have to wait: %s", error)
                await self.clock.sleep(min(LONGEST_WAIT, 0.5 * 2**failures))
            else:
                await self._news.wait()

    async def work(self) -> int:
        """Work off some of the updates that are kept; gives how many."""
        async with self.store.transaction() as store:
            updates = await store.updates.pending(PAGE)
        for update in updates:
            await self._one(update)
        return len(updates)

    async def _one(self, update: Update) -> None:
        event: Event | None = None
        try:
            event = self.translate(update)
            if isinstance(event, Request):
                await self.answering.answer(event, update.id)
                return
            async with self.store.transaction() as store:
                await self._apply(store, event)
                await store.updates.handled(update.id)
        except StoreTrouble:
            # Nothing is kept and nothing lost; but one update alone must not stop all others.
            self._tries[update.id] += 1
            if self._tries[update.id] < MOST_TRIES:
                raise
            log.exception("update %d cannot be carried out", update.id)
            await self._give_up(update, event)
        except Exception:
            # A request that fails must not stop those behind it, nor come again for ever.
            log.exception("update %d could not be carried out", update.id)
            await self._give_up(update, event)

    async def _give_up(self, update: Update, event: Event | None) -> None:
        if isinstance(event, Request):
            await self.answering.apologize(event, update.id)
            return
        async with self.store.transaction() as store:
            await store.updates.handled(update.id)

    async def _apply(self, store: Transaction, event: StandingChange | ChatMove | None) -> None:
        match event:
            case StandingChange(chat=chat, standing=Standing.OUT, reason=reason):
                await store.chats.meet(chat)
                await store.chats.end_all(chat.id, reason)
            case StandingChange(chat=chat, standing=Standing.WELCOME):
                await store.chats.meet(chat)
                await store.chats.resume(chat.id, self.clock.now())
            case ChatMove(old_chat_id=old, new_chat_id=new):
                await store.chats.move(old, new)
            case StandingChange() | None:
                pass  # a muted bot finds out when it posts, and the subscription pauses then
