"""What a command is, and what it is given to work with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.model import Chat, Filing, PlaceRefusal, Post, Reply, Request
from bot.ports import Transaction
from bot.presentation import Block, PostOptions, brief_post, lay_out
from bot.presentation.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """What a command has at hand while it answers one request.

    What it changes is kept together with its reply, or not at all.
    """

    request: Request
    store: Transaction
    texts: Texts
    now: datetime
    bot_name: str | None
    quotes: int
    places: int
    commands: tuple["Command", ...]
    elsewhere: Chat | PlaceRefusal | None = None  # the other chat that a private request names

    @property
    def mention(self) -> str | None:
        """The bot's name where commands in a post must carry it."""
        return self.bot_name if self.request.chat.kind.has_members else None

    def say(self, *paragraphs: str) -> Post:
        """Make a post of plain paragraphs; none of their characters is markup."""
        return lay_out(Block(pieces=(paragraph,)) for paragraph in paragraphs)

    async def brief(self, filing: Filing) -> Post:
        """Make the post of a filing, as this chat gets it."""
        options = PostOptions(
            quotes=self.quotes,
            places=self.places,
            mention=self.mention,
            timezone=self.request.chat.timezone,
            texts=self.texts,
            duplicates=await self.store.filings.duplicates(filing.id),
        )
        return brief_post(filing, options)


Handler = Callable[[Conversation], Awaitable[Reply]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command: its name, what /help says of it, and who may use it."""

    name: str
    handle: Handler
    does: str
    takes: str = ""
    admins: bool = False  # in groups, for administrators alone
    elsewhere: bool = False  # from a private chat, for another chat that is named
    also: tuple[str, ...] = ()  # other words that do the same
    habits: tuple[str, ...] = ()  # words from elsewhere that lead to it, without doing it
