"""From a request to its reply, in one transaction with its effect."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import get_close_matches

from bot.chat.model import Command, Conversation
from bot.chat.naming import named_chat
from bot.chat.numbers import number
from bot.chat.table import BY_NAME, COMMANDS, HABITS
from bot.errors import DeliveryError
from bot.model import Chat, ChatKind, DeliveryKind, PlaceRefusal, Reply, Request
from bot.ports import Clock, Members, PlacesToPost, Store, Transaction
from bot.presentation.texts import Texts, texts_for

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Answers put together at once: the store has others to serve, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Answers requests: its replies go into the outbox, ahead of everything else.

    `poke` is called after each answer, so that the outbox is looked at.
    """

    store: Store
    clock: Clock
    members: Members
    bot_name: str | None
    quotes: int
    places: int
    poke: Callable[[], None]
    places_to_post: PlacesToPost | None = None

    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def answer(self, request: Request, update_id: int | None = None) -> None:
        """Carry out one request; the update it came by is handled in the same transaction."""
        command = BY_NAME.get(request.command or "")
        try:
            allowed = command is None or await self._may(request, command)
            elsewhere = await self._elsewhere(request, command)
        except DeliveryError as error:
            log.warning("who is an administrator cannot be asked now: %s", error)
            await self._say(request, lambda texts: texts.admins_unknown, update_id)
            return
        async with self._turns, self.store.transaction() as store:
            conversation = self._desk(request, store, elsewhere)
            reply = await _reply(conversation, command, allowed=allowed)
            await _put(conversation, reply, update_id)
        self.poke()

    async def apologize(self, request: Request, update_id: int) -> None:
        """Answer a request that could not be carried out for a fault of ours."""
        await self._say(request, lambda texts: texts.trouble, update_id)

    async def decline(self, request: Request, update_id: int, *, per_minute: int) -> None:
        """Say once that a chat asks for too much."""
        await self._say(request, lambda texts: texts.too_often.format(count=per_minute), update_id)

    async def _say(
        self, request: Request, said: Callable[[Texts], str], update_id: int | None
    ) -> None:
        """Answer with a line, whatever was asked for."""
        async with self._turns, self.store.transaction() as store:
            conversation = self._desk(request, store)
            await _put(
                conversation, Reply(posts=(conversation.say(said(conversation.texts)),)), update_id
            )
        self.poke()

    async def _may(self, request: Request, command: Command) -> bool:
        """Return whether the sender may use a command; asks Telegram only where it matters."""
        if not command.admins or not request.chat.kind.has_members:
            return True
        if request.sender.is_admin is not None:
            return request.sender.is_admin
        return await self.members.is_admin(request.chat.id, request.sender.id)

    async def _elsewhere(
        self, request: Request, command: Command | None
    ) -> Chat | PlaceRefusal | None:
        """Look up the other chat that a private request names, where the command may be for one."""
        if command is None or not command.elsewhere:
            return None
        word = named_chat(request.arguments)
        if word is None or request.chat.kind is not ChatKind.PRIVATE or self.places_to_post is None:
            return None
        return await self.places_to_post.can_post(word, request.sender.id)

    def _desk(
        self, request: Request, store: Transaction, elsewhere: Chat | PlaceRefusal | None = None
    ) -> Conversation:
        return Conversation(
            request=request,
            store=store,
            texts=texts_for(request.chat.language),
            now=self.clock.now(),
            bot_name=self.bot_name,
            quotes=self.quotes,
            places=self.places,
            commands=COMMANDS,
            elsewhere=elsewhere,
        )


async def _put(conversation: Conversation, reply: Reply, update_id: int | None) -> None:
    """Owe a reply to whoever asked, and mark the update it came by as handled."""
    request, store = conversation.request, conversation.store
    for post in reply.posts:
        await store.outbox.put(
            DeliveryKind.REPLY,
            request.address,
            at=conversation.now,
            post=post,
            reply_to=request.message_id if request.chat.kind.has_members else None,
        )
    if update_id is not None:
        await store.updates.handled(update_id)


async def _reply(conversation: Conversation, command: Command | None, *, allowed: bool) -> Reply:
    if command is None:
        return _unknown(conversation.request, conversation)
    if not allowed:
        return Reply(posts=(conversation.say(conversation.texts.admins_only),))
    return await command.handle(conversation)


def _unknown(request: Request, conversation: Conversation) -> Reply:
    """Help with what is no command: in groups only when spoken to."""
    texts: Texts = conversation.texts
    alone = request.chat.kind in (ChatKind.PRIVATE, ChatKind.CONSOLE)
    if not alone and not (request.addressed and request.command):
        return Reply()
    asked = (request.command or "")[:40]
    if article := number(" ".join((asked, *request.arguments))):
        said = texts.lone_number.format(id=article)
    elif not asked:
        said = texts.hint
    elif near := _nearest(asked):
        said = texts.unknown_command.format(command=asked, nearest=near.name)
    else:
        said = texts.unknown_command_plain.format(command=asked)
    return Reply(posts=(conversation.say(said),))


def _nearest(asked: str) -> Command | None:
    """Find the command that somebody means who types one that is none."""
    if asked in HABITS:
        return HABITS[asked]
    near = get_close_matches(asked, BY_NAME, n=1, cutoff=0.5)
    return BY_NAME[near[0]] if near else None
