"""Reception: Telegram's updates, kept when they come and each worked off once, in fair turns."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.chat.allowance import Allowance, Verdict
from bot.chat.answering import Answering
from bot.chat.turns import Turns
from bot.errors import HandledAlready, StoreTrouble
from bot.model import ChatMove, Event, Request, Standing, StandingChange, Update
from bot.ports import Clock, Store

log = logging.getLogger(__name__)

Translate = Callable[[Update], Event | None]
"""Reads an update; None for one that asks nothing of the bot."""

PAGE = 500

AT_ONCE = 32
"""Chats worked for at once: most of that is waiting for Telegram's word on members."""

LONGEST_WAIT = 10.0
"""Seconds between two tries while the store fails."""

MOST_TRIES = 8
"""So often is an update tried on a store that fails; then it is the update."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """An update that waits for its turn; `declined` is a request beyond the chat's allowance."""

    update_id: int
    event: Event
    declined: bool = False

    @property
    def chat_id(self) -> int:
        """Whose turn it waits for: of a move, that of the chat that is gone."""
        match self.event:
            case ChatMove(old_chat_id=chat_id):
                return chat_id
            case Request(chat=chat) | StandingChange(chat=chat):
                return chat.id


@dataclass(slots=True, kw_only=True)
class Reception:
    """Keeps updates before Telegram is told that they arrived, then carries them out.

    An update is handled in the transaction of its effect, so that a crash at any point neither
    loses it nor carries it out twice. Those of one chat are carried out in order, one at a time;
    the chats take turns.
    """

    store: Store
    clock: Clock
    translate: Translate
    answering: Answering
    allowance: Allowance
    _turns: Turns[_Waiting] = field(init=False, default_factory=Turns)
    _dismissed: list[int] = field(init=False, default_factory=list)  # of which nothing comes
    _dismissing: asyncio.Event = field(init=False, default_factory=asyncio.Event)
    _held: set[int] = field(init=False, default_factory=set)  # the ids of what waits
    _entry: asyncio.Lock = field(init=False, default_factory=asyncio.Lock)
    _is_loaded: bool = field(init=False, default=False)  # whether all that is kept waits here
    _is_troubled: bool = field(init=False, default=False)

    async def keep(self, updates: Sequence[Update]) -> None:
        """Commit updates to the store; only then may their receipt be confirmed."""
        async with self._entry:
            await self._load()  # what came before goes before
            try:
                async with self.store.transaction() as store:
                    new = await store.updates.receive(updates)
            except BaseException:
                self._is_loaded = False  # whether they are kept is open
                raise
            self._take_in(new)

    async def run(self) -> None:
        """Work off what is kept, and what comes, until cancelled; wait while the store fails."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._load_at_last())
            tasks.create_task(self._dismiss())
            for _ in range(AT_ONCE):
                tasks.create_task(self._serve())

    # Taking in.

    async def _load_at_last(self) -> None:
        tries = 0
        while True:
            try:
                async with self._entry:
                    await self._load()
            except StoreTrouble as error:
                tries += 1
                await self._wait(error, tries)
            else:
                return

    async def _load(self) -> None:
        """Take in everything that is kept and not carried out, page by page."""
        after = 0
        while not self._is_loaded:
            async with self.store.transaction() as store:
                page = await store.updates.pending(PAGE, after=after)
            self._take_in(page)
            self._is_loaded = len(page) < PAGE
            after = page[-1].id if page else after

    def _take_in(self, updates: Sequence[Update]) -> None:
        for update in updates:
            if update.id in self._held:
                continue
            self._held.add(update.id)
            waiting = self._judged(update)
            if waiting is None:
                self._dismissed.append(update.id)
                self._dismissing.set()
            else:
                self._turns.add(waiting.chat_id, waiting)

    def _judged(self, update: Update) -> _Waiting | None:
        """Decide what comes of an update; None for nothing."""
        try:
            event = self.translate(update)
        except Exception:
            log.exception("update %d cannot be read", update.id)
            return None
        if event is None:
            return None
        if not isinstance(event, Request):
            return _Waiting(update_id=update.id, event=event)
        verdict = self.allowance.judge(event.chat.id)
        if verdict is Verdict.PASS_BY:
            return None
        declined = verdict is Verdict.DECLINE
        if declined:
            log.info("chat %d asks too much: it has to wait for a minute", event.chat.id)
        return _Waiting(update_id=update.id, event=event, declined=declined)

    # Working off.

    async def _dismiss(self) -> None:
        """Mark as handled, many at a time, what nothing comes of."""
        tries = 0
        while True:
            await self._dismissing.wait()
            ids = self._dismissed[:PAGE]
            try:
                async with self.store.transaction() as store:
                    await store.updates.dismiss(ids)
            except StoreTrouble as error:
                tries += 1
                await self._wait(error, tries)
                continue
            except Exception:
                log.exception("updates could not be marked as handled")
            tries = 0
            del self._dismissed[: len(ids)]
            self._held.difference_update(ids)
            if not self._dismissed:
                self._dismissing.clear()

    async def _serve(self) -> None:
        while True:
            async with self._turns.next() as waiting:
                await self._see_to(waiting)
                self._held.discard(waiting.update_id)

    async def _see_to(self, waiting: _Waiting) -> None:
        """Carry an update out, or see to it at least that it is handled."""
        tries = 0
        while True:
            try:
                await self._try(waiting, tries)
            except HandledAlready:
                return  # by another process: what was done here is undone
            except StoreTrouble as error:
                # Nothing is kept and nothing lost; but one update must not come again for ever.
                tries += 1
                await self._wait(error, tries)
            except Exception:
                log.exception("update %d cannot even be marked as handled", waiting.update_id)
                return
            else:
                self._is_troubled = False
                return

    async def _try(self, waiting: _Waiting, tries: int) -> None:
        try:
            await self._carry_out(waiting)
        except HandledAlready:
            raise
        except Exception as error:
            if isinstance(error, StoreTrouble) and tries < MOST_TRIES:
                raise
            # A request that fails must not stop those behind it, nor come again for ever.
            if tries <= MOST_TRIES:
                log.exception("update %d could not be carried out", waiting.update_id)
            await self._give_up(waiting, is_said=tries > MOST_TRIES)

    async def _give_up(self, waiting: _Waiting, *, is_said: bool) -> None:
        """Apologize; where that fails too, mark the update as handled without a word."""
        if isinstance(waiting.event, Request):
            try:
                await self.answering.apologize(waiting.event, waiting.update_id)
            except HandledAlready:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not come again
                if not is_said:
                    log.warning("update %d: no apology either: %r", waiting.update_id, error)
            else:
                return
        async with self.store.transaction() as store:
            await store.updates.handled(waiting.update_id)

    async def _carry_out(self, waiting: _Waiting) -> None:
        event, update_id = waiting.event, waiting.update_id
        if isinstance(event, Request):
            if waiting.declined:
                per_minute = self.allowance.per_minute
                await self.answering.decline(event, update_id, per_minute=per_minute)
            else:
                await self.answering.answer(event, update_id)
            return
        async with self.store.transaction() as store:
            match event:
                case StandingChange(chat=chat, standing=Standing.OUT, reason=reason):
                    await store.chats.meet(chat)
                    await store.chats.end_all(chat.id, reason)
                case StandingChange(chat=chat, standing=Standing.WELCOME):
                    await store.chats.meet(chat)
                    await store.chats.resume(chat.id, self.clock.now())
                case ChatMove(old_chat_id=old, new_chat_id=new):
                    await store.chats.move(old, new)
                case StandingChange():
                    pass  # a muted bot finds out when it posts, and the subscription pauses then
            await store.updates.handled(update_id)

    async def _wait(self, error: StoreTrouble, tries: int) -> None:
        """Wait ever longer while the store fails, which is said once."""
        if not self._is_troubled:
            self._is_troubled = True
            log.warning("commands have to wait: %s", error)
        await self.clock.sleep(min(LONGEST_WAIT, 0.5 * 2.0 ** min(tries, 10)))
