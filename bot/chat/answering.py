"""From a request to its reply, in one transaction with its effect."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from bot.chat.model import Command, Desk
from bot.chat.table import BY_NAME, COMMANDS
from bot.model import Chat, ChatKind, DeliveryKind, PlaceRefusal, Reply, Request
from bot.ports import Clock, Members, PlacesToPost, Store, Transaction
from bot.presentation.texts import Texts, texts_for

NAMES_A_CHAT = ("@", "-", "t.me/", "https://t.me/")
"""How a word begins that stands for another chat."""


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

    async def answer(self, request: Request, update_id: int | None = None) -> None:
        """Carry out one request; the update it came by is handled in the same transaction."""
        command = BY_NAME.get(request.command or "")
        allowed = command is None or await self._may(request, command)
        elsewhere = await self._elsewhere(request, command)
        async with self.store.transaction() as store:
            desk = self._desk(request, store, elsewhere)
            reply = await _reply(desk, command, allowed=allowed)
            for post in reply.posts:
                await store.outbox.put(
                    DeliveryKind.REPLY,
                    request.address,
                    at=desk.now,
                    post=post,
                    reply_to=request.message_id if request.chat.kind.has_members else None,
                )
            if update_id is not None:
                await store.updates.handled(update_id)
        self.poke()

    async def apologize(self, request: Request, update_id: int | None = None) -> None:
        """Answer a request that could not be carried out for a fault of ours."""
        async with self.store.transaction() as store:
            desk = self._desk(request, store)
            await store.outbox.put(
                DeliveryKind.REPLY, request.address, at=desk.now, post=desk.say(desk.texts.trouble)
            )
            if update_id is not None:
                await store.updates.handled(update_id)
        self.poke()

    async def _may(self, request: Request, command: Command) -> bool:
        """Tell whether the sender may use a command; asks Telegram only where it matters."""
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
        word = request.arguments[0] if request.arguments else ""
        if not word.startswith(NAMES_A_CHAT):
            return None
        if request.chat.kind is not ChatKind.PRIVATE or self.places_to_post is None:
            return None
        return await self.places_to_post.can_post(word, request.sender.id)

    def _desk(
        self, request: Request, store: Transaction, elsewhere: Chat | PlaceRefusal | None = None
    ) -> Desk:
        return Desk(
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


async def _reply(desk: Desk, command: Command | None, *, allowed: bool) -> Reply:
    if command is None:
        return _unknown(desk.request, desk)
    if not allowed:
        return Reply(posts=(desk.say(desk.texts.admins_only),))
    return await command.handle(desk)


def _unknown(request: Request, desk: Desk) -> Reply:
    """Help with what is no command: in groups only when spoken to."""
    texts: Texts = desk.texts
    alone = request.chat.kind in (ChatKind.PRIVATE, ChatKind.CONSOLE)
    if not alone and not (request.addressed and request.command):
        return Reply()
    if request.command is None:
        return Reply(posts=(desk.say(texts.hint),))
    asked = request.command[:40]
    near = get_close_matches(asked.casefold(), BY_NAME, n=1, cutoff=0.5)
    if near:
        return Reply(
            posts=(desk.say(texts.unknown_command.format(command=asked, nearest=near[0])),)
        )
    return Reply(posts=(desk.say(texts.unknown_command_plain.format(command=asked)),))
