"""`/subscribe @channel` from a private chat: for the channel's administrator, if posts may go there."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore
from bot.chat.answering import Answering
from bot.model import Address, Chat, ChatKind, PlaceRefusal, Subscription, SubscriptionState
from tests.bot.newsroom import (
    GROUP,
    FakeMembers,
    HandClock,
    Person,
    Poked,
    a_store,
    all_owed,
    words,
)

WIRE = Chat(id=-1001, kind=ChatKind.CHANNEL, title="The Wire", username="the_wire")


@dataclass(slots=True)
class FakePlaces:
    """Knows the channels that a test names."""

    known: dict[str, Chat | PlaceRefusal] = field(default_factory=dict)
    asked: int = 0

    async def can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        """Return what the test set for a name."""
        self.asked += 1
        return self.known.get(name, PlaceRefusal.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Answering, on a store of its own."""

    answering: Answering
    store: DatabaseStore
    clock: HandClock
    places: FakePlaces

    async def says(self, person: Person, command: str, *arguments: str) -> list[str]:
        """Return the words of the answer, all of which go to whoever asked."""
        await self.answering.answer(person.types(command, *arguments))
        owed = await all_owed(self.store, self.clock)
        assert {each.address.chat_id for each in owed} <= {person.chat.id}
        return words(owed)

    async def subscription(self, chat_id: int) -> Subscription | None:
        """Return a chat's subscription."""
        async with self.store.transaction() as unit:
            return await unit.chats.subscription(Address(chat_id))


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncGenerator[Bench]:
    """Set up answering with one channel that may be posted in, and one of each refusal."""
    async with a_store(tmp_path) as store:
        clock = HandClock()
        places = FakePlaces(
            known={
                "@the_wire": WIRE,
                "@mute": PlaceRefusal.MAY_NOT_POST,
                "@foreign": PlaceRefusal.NOT_YOURS,
            }
        )
        answering = Answering(
            store=store,
            clock=clock,
            members=FakeMembers(admins=frozenset({9})),
            bot_name="dateline_bot",
            quotes=3,
            places=3,
            poke=Poked(),
            places_to_post=places,
        )
        yield Bench(answering=answering, store=store, clock=clock, places=places)


async def test_a_channel_is_subscribed_and_unsubscribed(bench: Bench) -> None:
    """Its administrator is told, the asker's own chat stays as it is, and a repeat says so."""
    [said] = await bench.says(Person(), "subscribe", "@the_wire")
    assert said.startswith("Subscribed The Wire.")
    assert "/unsubscribe @the_wire" in said
    subscription = await bench.subscription(WIRE.id)
    assert subscription
    assert subscription.state is SubscriptionState.ACTIVE
    assert await bench.subscription(Person().chat.id) is None
    [again] = await bench.says(Person(), "subscribe", "@the_wire")
    assert "already" in again
    [ended] = await bench.says(Person(), "unsubscribe", "@the_wire")
    assert ended.startswith("Unsubscribed The Wire.")
    [nothing] = await bench.says(Person(), "unsubscribe", "@the_wire")
    assert nothing == "The Wire is not subscribed."


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("@mute", "I may not post in @mute."),
        ("@foreign", "Only an administrator of @foreign"),
        ("@nobody{0}", "I cannot find @nobody{0}."),
        ("-100200", "I cannot find -100200."),
    ],
)
async def test_refusals_say_what_to_do(bench: Bench, word: str, part: str) -> None:
    """Nothing is subscribed, neither there nor here."""
    for command in ("subscribe", "unsubscribe"):
        [said] = await bench.says(Person(), command, word)
        assert part in said
    assert await bench.subscription(Person().chat.id) is None


@pytest.mark.parametrize(
    "word", ["t.me/the_wire", "https://t.me/s/the_wire/12", "“@the_wire”", "@the_wire.", "-1001234"]
)
async def test_a_channel_is_named_in_many_ways(bench: Bench, word: str) -> None:
    """By a link, in quotation marks, with a full stop, or by its id."""
    bench.places.known["-1001234"] = WIRE
    [said] = await bench.says(Person(), "subscribe", word)
    assert said.startswith("Subscribed The Wire.")
    assert await bench.subscription(Person().chat.id) is None


CONSOLE = Chat(id=0, kind=ChatKind.CONSOLE)
HERE = [Person(), Person(chat=GROUP, id=9), Person(chat=CONSOLE, is_admin=True)]
OTHER_WORDS = [
    "1002",
    "please",
    "everything please",
    "the_wire",
    "@the_wire @mute",
    "\0",
    "²",
    "👍",
]


@pytest.mark.parametrize("word", OTHER_WORDS)
@pytest.mark.parametrize("person", HERE, ids=lambda person: person.chat.kind)
async def test_other_words_change_nothing(bench: Bench, person: Person, word: str) -> None:
    """What names no chat gets one line with an example: it is not taken for the chat it is in."""
    [said] = await bench.says(person, "subscribe", *word.split(" "))
    assert "/subscribe" in said
    assert "\n" not in said
    assert await bench.subscription(person.chat.id) is None
    await bench.says(person, "subscribe")
    for command in ("unsubscribe", "stop"):
        [said] = await bench.says(person, command, *word.split(" "))
        assert "/unsubscribe" in said
    subscription = await bench.subscription(person.chat.id)
    assert subscription
    assert subscription.state is SubscriptionState.ACTIVE
    assert bench.places.asked == 0


@pytest.mark.parametrize(
    ("person", "part"),
    [(HERE[1], "in your private chat with me: /subscribe @example"), (HERE[2], "the console")],
)
async def test_another_chat_is_named_in_private_only(
    bench: Bench, person: Person, part: str
) -> None:
    """In a group or the console the name of another chat changes nothing, and they say why."""
    [said] = await bench.says(person, "subscribe", "@the_wire")
    assert part in said
    assert await bench.subscription(WIRE.id) is None
    assert await bench.subscription(person.chat.id) is None
    assert bench.places.asked == 0
