"""`/subscribe @channel` from a private chat: for the channel's administrator, if posts may go there."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.adapters.store import DatabaseStore
from bot.chat.answering import Answering
from bot.model import Address, Chat, ChatKind, PlaceRefusal, Subscription, SubscriptionState
from tests.bot.desk import GROUP, FakeMembers, HandClock, Person, Poked, a_store, all_owed, words

WIRE = Chat(id=-1001, kind=ChatKind.CHANNEL, title="The Wire", username="the_wire")


@dataclass(slots=True)
class FakePlaces:
    """Knows the channels that a test names."""

    known: dict[str, Chat | PlaceRefusal] = field(default_factory=dict)
    asked: int = 0

    async def can_post(self, name: str, user_id: int) -> Chat | PlaceRefusal:
        """Give what the test set for a name."""
        self.asked += 1
        return self.known.get(name, PlaceRefusal.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Answering, on a store of its own."""

    answering: Answering
    store: DatabaseStore
    clock: HandClock
    places: FakePlaces

    async def says(self, person: Person, command: str, word: str) -> list[str]:
        """Give the words of the answer, all of which go to whoever asked."""
        await self.answering.answer(person.types(command, word))
        owed = await all_owed(self.store, self.clock)
        assert {each.address.chat_id for each in owed} <= {person.chat.id}
        return words(owed)

    async def subscription(self, chat_id: int) -> Subscription | None:
        """Give a chat's subscription."""
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


async def test_other_words_mean_this_chat(bench: Bench) -> None:
    """`/subscribe please` subscribes here, and in a group a name changes nothing."""
    [said] = await bench.says(Person(), "subscribe", "please")
    assert said.startswith("Subscribed. ")
    [said] = await bench.says(Person(chat=GROUP, id=9), "subscribe", "@the_wire")
    assert said.startswith("Subscribed. ")
    assert await bench.subscription(WIRE.id) is None
    assert bench.places.asked == 0
