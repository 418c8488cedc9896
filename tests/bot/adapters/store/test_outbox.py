"""What is owed to whom: holding, releasing, cancelling, copies and corrections."""

from collections.abc import Sequence

import pytest

from bot.adapters.store import DatabaseStore
from bot.adapters.store.store import StoreTransaction
from bot.model import Address, Delivery, DeliveryKind, DeliveryState
from tests.bot.adapters.store.samples import (
    ANN,
    BOB,
    NOW,
    TOPIC,
    after,
    claim,
    file_it,
    owe,
    reply,
)


async def all_in_turn(work: StoreTransaction, address: Address) -> Sequence[Delivery]:
    """Send everything due to an address, and return it in the order of sending."""
    in_turn: list[Delivery] = []
    while heads := [one for one in await claim(work) if one.address == address]:
        in_turn += heads
        await work.queue.sent({one.id: (1,) for one in heads}, at=NOW)
    return in_turn


async def test_a_reply_comes_back_whole(store: DatabaseStore) -> None:
    """An answer is given to delivery with its parts, the message it answers, and its address."""
    async with store.transaction() as work:
        await reply(work, TOPIC, "Wet \0 <b>hills</b> \ud83c")
        (claimed,) = await claim(work)
        assert claimed.address == TOPIC
        assert claimed.post is not None
        assert claimed.post.parts == ("Wet \0 <b>hills</b> \ud83c",)
        assert (claimed.created_at, claimed.not_before) == (NOW, NOW)
        assert (claimed.state, claimed.attempts) == (DeliveryState.DUE, 0)


async def test_only_the_subscribed_are_owed(store: DatabaseStore) -> None:
    """A brief is owed to the active subscriptions of the moment when it is filed."""
    async with store.transaction() as work:
        for address in (ANN, BOB, TOPIC):
            await work.chats.subscribe(address, NOW)
        await work.chats.end(BOB, "unsubscribed")
        filing = await file_it(work, "Rain")
        assert await work.outbox.hold_briefs([filing.id], NOW) == 2
        await work.chats.subscribe(BOB, NOW)
        assert await work.outbox.release(backlog=9, newest=5, at=after(3)) == 2
        assert await work.outbox.release(backlog=9, newest=5, at=after(3)) == 0
        assert await claim(work, seconds=2) == ()
        assert {one.address for one in await claim(work, seconds=3)} == {ANN, TOPIC}


@pytest.mark.parametrize(
    ("held", "backlog", "newest", "amount", "posts"),
    [
        (3, 3, 2, None, 3),
        (4, 3, 2, 2, 2),
        (4, 3, 0, 4, 0),
        (4, 3, 3, 1, 3),
        (9, 0, 1, 8, 1),
        (4, 2, 9, None, 4),
    ],
)
async def test_the_backlog(
    store: DatabaseStore, *, held: int, backlog: int, newest: int, amount: int | None, posts: int
) -> None:
    """Above the backlog the newest come as posts, and before them a list of the rest."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        filings = [await file_it(work, str(number)) for number in range(held)]
        for number, filing in enumerate(filings):
            if number == held - 2:
                await work.chats.subscribe(BOB, NOW)
            await work.outbox.hold_briefs([filing.id], NOW)
        await work.outbox.release(backlog=backlog, newest=newest, at=NOW)
        in_turn = await all_in_turn(work, ANN)
        if amount is not None:
            listing, *in_turn = in_turn
            assert listing.kind is DeliveryKind.LIST
            assert listing.amount == amount
            assert listing.filing_id == filings[amount - 1].id
        assert [one.kind for one in in_turn] == [DeliveryKind.BRIEF] * posts
        assert [one.filing_id for one in in_turn] == [one.id for one in filings[held - posts :]]


async def test_lists_come_after_what_was_owed_before(store: DatabaseStore) -> None:
    """What earlier scans made due is sent before a later scan's list."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        early = await owe(work, "Rain")
        late = await owe(work, *"abcdef", backlog=3)
        in_turn = await all_in_turn(work, ANN)
        assert [one.filing_id for one in in_turn] == [
            early[0].id, late[3].id, late[4].id, late[5].id,
        ]  # fmt: skip


async def test_cancelling(store: DatabaseStore) -> None:
    """Cancelling takes back what waits, held or due; not an answer, nor what is being sent."""
    async with store.transaction() as work:
        for address in (ANN, BOB):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain", "Snow")
        await reply(work, ANN)
        answer, *heads = await claim(work)
        (mine,) = (one for one in heads if one.address == ANN)
        await work.queue.begin([mine.id], at=NOW)
        filing = await file_it(work, "Fog")
        await work.outbox.hold_briefs([filing.id], NOW)
        assert await work.outbox.cancel(ANN, "unsubscribed") == 2
        assert await work.queue.begin([answer.id], at=NOW) == {answer.id}
        await work.queue.sent({mine.id: (1,), answer.id: (2,)}, at=NOW)
        assert await work.outbox.cancel(ANN, "unsubscribed") == 0
        assert await work.queue.counts() == {
            DeliveryState.CANCELLED: 2,
            DeliveryState.SENT: 2,
            DeliveryState.HELD: 1,
            DeliveryState.DUE: 2,
        }


async def test_a_cancelled_claim_is_not_begun(store: DatabaseStore) -> None:
    """What was cancelled after it was claimed may not be sent any more."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        (claimed,) = await claim(work)
        await work.outbox.cancel(ANN, "unsubscribed")
        assert await work.queue.begin([claimed.id], at=NOW) == frozenset()


async def test_copies_go_to_whom_the_original_does_not(store: DatabaseStore) -> None:
    """A copy is not owed where the original is, was sent, or stands in a list; elsewhere it is."""
    has, due, listed, expired, left = (Address(number) for number in range(1, 6))
    async with store.transaction() as work:
        await work.chats.subscribe(has, NOW)
        await work.chats.subscribe(expired, NOW)
        await work.chats.subscribe(left, NOW)
        (original,) = await owe(work, "Rain")
        mine = {one.address: one.id for one in await claim(work)}
        await work.queue.sent({mine[has]: (1,)}, at=NOW)
        await work.queue.expire([mine[expired]], "too old")
        await work.chats.end(left, "unsubscribed")
        await work.outbox.cancel(left, "unsubscribed")
        await work.chats.subscribe(left, NOW)
        await work.chats.subscribe(due, NOW)
        await work.outbox.put(DeliveryKind.BRIEF, due, at=NOW, filing_id=original.id)
        parsed = await file_it(work, "Rain again", duplicate_of=original.id)
        assert await work.outbox.hold_briefs([parsed.id], NOW, duplicate_of=original.id) == 2
        await work.outbox.release(backlog=9, newest=9, at=NOW)
        await work.chats.subscribe(listed, NOW)
        crowd = await owe(work, *"abcde", backlog=3)
        second = await file_it(work, "a again", duplicate_of=crowd[0].id)
        assert await work.outbox.hold_briefs([second.id], NOW, duplicate_of=crowd[0].id) == 0


async def test_corrections(store: DatabaseStore) -> None:
    """Who was sent a post, or is being sent it, gets its correction; the newest one only."""
    sent, claimed, due, left = (Address(number) for number in range(1, 5))
    async with store.transaction() as work:
        for address in (sent, claimed, due, left):
            await work.chats.subscribe(address, NOW)
        (filing,) = await owe(work, "Rain")
        heads = {one.address: one.id for one in await claim(work)}
        await work.queue.sent({heads[sent]: (1,), heads[left]: (2,)}, at=NOW)
        await work.queue.unclaim([heads[due]])
        await work.chats.end(left, "unsubscribed")
        assert await work.outbox.put_corrections(filing.id, 2, NOW) == 2
        assert await work.outbox.put_corrections(filing.id, 3, NOW) == 2
        corrections = [
            one for one in await all_in_turn(work, sent) if one.kind is DeliveryKind.CORRECTION
        ]
        assert [(one.filing_id, one.version) for one in corrections] == [(filing.id, 3)]


async def test_a_failed_unit_keeps_nothing(store: DatabaseStore) -> None:
    """An exception undoes the filing, its deliveries and the rest of its unit of work."""

    async def fail() -> None:
        async with store.transaction() as work:
            await work.chats.subscribe(ANN, NOW)
            await owe(work, "Rain")
            raise ValueError("the desk is closed")

    with pytest.raises(ValueError, match="closed"):
        await fail()
    async with store.transaction() as work:
        assert await work.filings.latest(1) == ()
        assert await work.queue.counts() == {}
        assert await work.chats.subscription(ANN) is None
