"""The chats met, and their subscriptions."""

from dataclasses import replace

import pytest

from bot.adapters.store import DatabaseStore
from bot.adapters.store.store import StoreTransaction
from bot.model import (
    Address,
    Chat,
    ChatKind,
    DeliveryKind,
    DeliveryState,
    SubscriptionState,
)
from tests.bot.adapters.store.samples import (
    ANN,
    BOB,
    GROUP,
    NOW,
    TOPIC,
    after,
    claim,
    file_it,
    owe,
    reply,
)


async def state_of(work: StoreTransaction, address: Address) -> SubscriptionState | None:
    """Return the state of an address's subscription."""
    subscription = await work.chats.subscription(address)
    return None if subscription is None else subscription.state


async def test_meeting(store: DatabaseStore) -> None:
    """A chat met again has its newer title, but the zone that it has set."""
    async with store.transaction() as work:
        chat = Chat(id=2**45, kind=ChatKind.PRIVATE, title="Ann", username="ann", language="en")
        await work.chats.meet(chat)
        assert await work.chats.get(chat.id) == chat
        await work.chats.set_timezone(chat.id, "Asia/Tashkent")
        await work.chats.meet(replace(chat, title="Anna", username=None))
        assert await work.chats.get(chat.id) == replace(
            chat, title="Anna", username=None, timezone="Asia/Tashkent"
        )
        assert await work.chats.get(1) is None


async def test_subscribing(store: DatabaseStore) -> None:
    """An address subscribes once, ends once, and can come back; its topics are its own affair."""
    async with store.transaction() as work:
        assert await state_of(work, GROUP) is None
        assert not await work.chats.end(GROUP, "unsubscribed")
        assert await work.chats.subscribe(GROUP, NOW)
        assert not await work.chats.subscribe(GROUP, after(1))
        assert await work.chats.subscribe(TOPIC, NOW)
        assert await work.chats.end(TOPIC, "unsubscribed")
        assert not await work.chats.end(TOPIC, "again")
        ended = await work.chats.subscription(TOPIC)
        assert ended is not None
        assert (ended.address, ended.state, ended.since, ended.reason) == (
            TOPIC,
            SubscriptionState.ENDED,
            NOW,
            "unsubscribed",
        )
        assert await state_of(work, GROUP) is SubscriptionState.ACTIVE
        assert await work.chats.subscribe(TOPIC, after(5))
        again = await work.chats.subscription(TOPIC)
        assert again == replace(ended, state=SubscriptionState.ACTIVE, since=after(5), reason=None)


async def test_a_closed_chat(store: DatabaseStore) -> None:
    """When a chat closes itself to the bot all its topics end, and nothing is owed to it."""
    async with store.transaction() as work:
        for address in (GROUP, TOPIC, ANN):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain", "Snow")
        await reply(work, GROUP)
        filing = await file_it(work, "Fog")
        await work.outbox.hold_briefs([filing.id], NOW)
        assert await work.chats.end_all(GROUP.chat_id, "kicked") == 2
        assert await work.chats.end_all(GROUP.chat_id, "kicked again") == 0
        assert {delivery.address for delivery in await claim(work)} == {ANN}
        assert (await work.queue.counts())[DeliveryState.CANCELLED] == 7
        troubled = await work.chats.troubled()
        assert [(one.address, one.reason) for one in troubled] == [
            (GROUP, "kicked"),
            (TOPIC, "kicked"),
        ]


async def test_who_left_is_no_trouble(store: DatabaseStore) -> None:
    """Only what ended unasked, or is paused, is shown as trouble, until it is mended."""
    async with store.transaction() as work:
        for address in (GROUP, TOPIC, ANN):
            await work.chats.subscribe(address, NOW)
        await work.chats.end(ANN, "unsubscribed")
        await work.chats.pause(GROUP, "no right to post")
        await work.chats.end_all(TOPIC.chat_id, "kicked")
        assert len(await work.chats.troubled()) == 2
        await work.chats.subscribe(GROUP, NOW)
        await work.chats.subscribe(TOPIC, NOW)
        assert await work.chats.troubled() == ()


async def test_a_pause(store: DatabaseStore) -> None:
    """A paused subscription is owed nothing new, keeps what it was owed, and answers go on."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        assert await work.chats.pause(ANN, "no right to post")
        assert not await work.chats.pause(ANN, "no right to post")
        assert not await work.chats.pause(BOB, "never met")
        await owe(work, "Snow")
        await reply(work, ANN)
        assert [one.kind for one in await claim(work)] == [DeliveryKind.REPLY]
        assert await work.queue.outstanding(before=after(9e6)) == 1
        assert await work.chats.resume(ANN.chat_id, after(50)) == 1
        assert await work.chats.resume(ANN.chat_id, after(50)) == 0
        assert await claim(work, seconds=49) == ()
        assert [one.kind for one in await claim(work, seconds=50)] == [DeliveryKind.BRIEF]
        assert await state_of(work, ANN) is SubscriptionState.ACTIVE


async def test_subscribing_ends_a_pause(store: DatabaseStore) -> None:
    """Whoever subscribes during a pause gets what was owed before it."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        await work.chats.pause(ANN, "no right to post")
        assert await work.chats.subscribe(ANN, NOW)
        assert len(await claim(work)) == 1


async def test_a_move(store: DatabaseStore) -> None:
    """A chat that moves takes its settings, subscriptions, posts and debts along."""
    async with store.transaction() as work:
        await work.chats.meet(Chat(id=ANN.chat_id, kind=ChatKind.GROUP, title="Desk"))
        await work.chats.set_timezone(ANN.chat_id, "Asia/Tashkent")
        await work.chats.subscribe(ANN, NOW)
        (sent, _) = await owe(work, "Rain", "Snow")
        (head,) = await claim(work)
        await work.queue.sent({head.id: (9,)}, at=NOW)
        await work.chats.move(ANN.chat_id, GROUP.chat_id)
        moved = await work.chats.get(GROUP.chat_id)
        assert moved is not None
        assert moved.timezone == "Asia/Tashkent"
        assert await work.chats.get(ANN.chat_id) is None
        assert await state_of(work, ANN) is None
        assert await state_of(work, GROUP) is SubscriptionState.ACTIVE
        assert await work.queue.posted(sent.id, GROUP) is not None
        assert [one.address for one in await claim(work)] == [GROUP]


@pytest.mark.parametrize("old_is_active", [True, False])
@pytest.mark.parametrize("new_is_active", [True, False])
async def test_a_move_to_a_known_chat(
    store: DatabaseStore, *, old_is_active: bool, new_is_active: bool
) -> None:
    """Where both ids are known, the two become one: active if either was, owed each brief once."""
    async with store.transaction() as work:
        for address, title in ((ANN, "Desk"), (GROUP, "Super desk")):
            await work.chats.meet(Chat(id=address.chat_id, kind=ChatKind.GROUP, title=title))
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain", "Snow")
        for address, active in ((ANN, old_is_active), (GROUP, new_is_active)):
            if not active:
                await work.chats.end(address, "unsubscribed")
        await work.chats.move(ANN.chat_id, GROUP.chat_id)
        await work.chats.move(ANN.chat_id, GROUP.chat_id)
        expected = old_is_active or new_is_active
        assert (await state_of(work, GROUP) is SubscriptionState.ACTIVE) is expected
        chat = await work.chats.get(GROUP.chat_id)
        assert chat is not None
        assert chat.title == "Super desk"
        assert await work.queue.outstanding(before=NOW) == 2
