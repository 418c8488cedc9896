"""The outbox as delivery works it off."""

import pytest

from bot.adapters.store import DatabaseStore
from bot.model import CONSOLE_CHAT, Address, DeliveryKind, DeliveryState
from tests.bot.adapters.store.conftest import OpenAgain
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

CONSOLE = Address(CONSOLE_CHAT)


async def test_lines_keep_their_order(store: DatabaseStore) -> None:
    """Only the oldest of an address is given, until it is finished; other addresses go on."""
    async with store.transaction() as work:
        for address in (ANN, TOPIC):
            await work.chats.subscribe(address, NOW)
        filings = await owe(work, "Rain", "Snow", "Fog")
        anns, topics = await claim(work)
        assert (anns.filing_id, topics.filing_id) == (filings[0].id, filings[0].id)
        await work.queue.sent({topics.id: (1,)}, at=NOW)
        (topics,) = await claim(work)
        assert (topics.address, topics.filing_id) == (TOPIC, filings[1].id)
        await work.queue.begin([topics.id], at=NOW)
        await work.queue.later(topics.id, after(60))
        await work.queue.sent({anns.id: (2,)}, at=NOW)
        (anns,) = await claim(work, seconds=59)
        assert (anns.address, anns.filing_id) == (ANN, filings[1].id)
        await work.queue.expire([anns.id], "too old")
        both = await claim(work, seconds=60)
        assert {(one.address, one.filing_id, one.attempts) for one in both} == {
            (ANN, filings[2].id, 0),
            (TOPIC, filings[1].id, 1),
        }


async def test_replies_go_first(store: DatabaseStore) -> None:
    """Answers are given before any brief, and are not held up by the briefs of their address."""
    async with store.transaction() as work:
        for number in range(5):
            await work.chats.subscribe(Address(number + 10), NOW)
        await owe(work, "Rain")
        first = await claim(work, 2)
        await work.queue.begin([one.id for one in first], at=NOW)
        await work.queue.later(first[0].id, after(60))
        ids = [await reply(work, one.address) for one in first]
        behind = await reply(work, first[0].address)
        assert [one.id for one in await claim(work, 2)] == ids
        await work.queue.sent({ids[0]: (1,)}, at=NOW)
        (only,) = await work.queue.claim(9, now=NOW, replies_only=True)
        assert only.id == behind
        assert {one.kind for one in await claim(work)} == {DeliveryKind.BRIEF}


async def test_the_longest_due_go_first(store: DatabaseStore) -> None:
    """Among the heads the one that has been due longest is given first."""
    async with store.transaction() as work:
        filing = await file_it(work, "Rain")
        ids = [
            await work.outbox.put(
                DeliveryKind.BRIEF, Address(10 + seconds), at=after(seconds), filing_id=filing.id
            )
            for seconds in (3, 1, 2)
        ]
        assert [one.id for one in await claim(work, seconds=2)] == [ids[1], ids[2]]


@pytest.mark.parametrize(("console", "expected"), [(True, 1), (False, 2), (None, 3)])
async def test_the_consoles_share(
    store: DatabaseStore, *, console: bool | None, expected: int
) -> None:
    """The terminal's chat can be served alone, or left out."""
    async with store.transaction() as work:
        for address in (CONSOLE, ANN, BOB):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain")
        assert await work.queue.outstanding(before=NOW, console=console) == expected
        due = await work.queue.next_due(after(-1), console=console)
        claimed = await work.queue.claim(9, now=NOW, console=console)
        assert due == NOW
        assert len(claimed) == expected
        assert {one.address == CONSOLE for one in claimed} <= {console, console is None, False}


async def test_parts_are_resumed(store: DatabaseStore) -> None:
    """The ids of the parts sent so far are kept while a post is under way, and given again."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        (head,) = await claim(work)
        await work.queue.begin([head.id], at=NOW)
        await work.queue.progress(head.id, (2**52,))
        await work.queue.progress(head.id, (2**52, 12))
        await work.queue.later(head.id, NOW)
        (head,) = await claim(work)
        assert (head.message_ids, head.attempts) == ((2**52, 12), 1)
        await work.queue.begin([head.id], at=NOW)
        await work.queue.later(head.id, NOW, was_tried=False)
        (head,) = await claim(work)
        assert head.attempts == 1


async def test_a_chat_is_held(store: DatabaseStore) -> None:
    """A chat told to wait waits with all its topics and answers; a nearer hold changes nothing."""
    async with store.transaction() as work:
        for address in (ANN, GROUP, TOPIC):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain", "Snow")
        await reply(work, TOPIC)
        await work.queue.hold(GROUP.chat_id, after(30))
        await work.queue.hold(GROUP.chat_id, after(10))
        assert {one.address for one in await claim(work, seconds=29)} == {ANN}
        assert await work.queue.next_due(NOW) == after(30)
        assert len(await claim(work, seconds=30)) == 3


async def test_old_ones_expire(store: DatabaseStore) -> None:
    """What is older than allowed expires with its reason, unless it is claimed."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain", "Snow", "Fog")
        await claim(work)
        assert await work.queue.expire_older(NOW, "too old") == 0
        assert await work.queue.expire_older(after(1), "too old") == 2
        assert (await work.queue.counts())[DeliveryState.EXPIRED] == 2


async def test_what_is_owed_is_owed_from_now(store: DatabaseStore) -> None:
    """Waits end and ages begin anew when the clock is set; what is of a time that cannot be, alone."""
    async with store.transaction() as work:
        first = await reply(work, ANN)
        old, late = await reply(work, BOB), await reply(work, GROUP)
        for each in await claim(work):
            await work.queue.begin([each.id], at=NOW)
            await work.queue.later(each.id, after(3600))
        assert await work.queue.readjust(NOW, believed=(NOW, after(60))) == 0
        believed = (after(-60), after(-1))
        assert await work.queue.readjust(after(-10), believed=believed) == 3
        assert [one.id for one in await claim(work, seconds=-10)] == [first, old, late]
        await work.queue.unclaim([first, old, late])
        assert await work.queue.readjust(after(5000)) == 3
        assert await work.queue.expire_older(after(5000), "old") == 0
        assert {one.created_at for one in await claim(work, seconds=5000)} == {after(5000)}


async def test_a_pause_expires_too(store: DatabaseStore) -> None:
    """What a paused subscription was owed expires when it is too old."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        await work.chats.pause(ANN, "no right to post")
        assert await work.queue.expire_older(after(1), "too old") == 1


async def test_letting_go(store: DatabaseStore) -> None:
    """What was claimed and not begun can be let go; what is being sent cannot."""
    async with store.transaction() as work:
        for address in (ANN, BOB):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain")
        one, two = await claim(work)
        await work.queue.begin([one.id], at=NOW)
        await work.queue.unclaim([one.id, two.id])
        assert await work.queue.begin([two.id], at=NOW) == frozenset()
        assert [again.id for again in await claim(work)] == [two.id]


async def test_finished_is_finished(store: DatabaseStore) -> None:
    """What has ended is not put back, nor ended anew with another reason."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        (head,) = await claim(work)
        await work.queue.cancel([head.id], "unsubscribed")
        await work.queue.expire([head.id], "too old")
        await work.queue.later(head.id, NOW)
        assert await work.queue.counts() == {DeliveryState.CANCELLED: 1}


async def test_nothing_is_asked_of_nothing(store: DatabaseStore) -> None:
    """Empty batches and an empty queue are no trouble."""
    async with store.transaction() as work:
        assert await claim(work) == ()
        assert await work.queue.begin([], at=NOW) == frozenset()
        await work.queue.sent({}, at=NOW)
        await work.queue.expire([], "too old")
        await work.queue.later(99, NOW)
        assert await work.queue.recover() == ()
        assert await work.queue.next_due(NOW) is None
        assert await work.outbox.release(backlog=9, newest=5, at=NOW) == 0


async def test_after_a_crash(store: DatabaseStore, open_again: OpenAgain) -> None:
    """The next process gets what the dead one was sending, and may claim what it had claimed."""
    async with store.transaction() as work:
        for address in (ANN, BOB):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain")
        sending, claimed = await claim(work)
        await work.queue.begin([sending.id], at=NOW)
        await work.queue.progress(sending.id, (5,))
    await store.close()
    store = await open_again()
    async with store.transaction() as work:
        assert await claim(work) == ()
        (lost,) = await work.queue.recover()
        assert (lost.id, lost.attempts, lost.message_ids) == (sending.id, 1, (5,))
        assert await work.queue.recover() == ()
        assert [one.id for one in await claim(work)] == [claimed.id]
        await work.queue.later(lost.id, NOW)
        assert [one.id for one in await claim(work)] == [sending.id]
