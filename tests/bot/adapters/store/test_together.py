"""Several processes on one store: here several stores, each with connections of its own."""

import asyncio
import random
from collections import Counter, defaultdict

from bot.adapters.store import DatabaseStore, open_store
from bot.delivery.ports import ALONE, Departure
from bot.model import Address, DeliveryKind, DeliveryState
from tests.bot.adapters.store.conftest import OpenAgain
from tests.bot.adapters.store.samples import (
    ANN,
    GROUP,
    NOW,
    TOPIC,
    after,
    claim,
    file_it,
    owe,
    reply,
)
from tests.postgres import PostgresServer


async def test_units_of_work_wait_for_each_other(
    store: DatabaseStore, open_again: OpenAgain
) -> None:
    """Many units that read and then write, over two stores, all come through, none lost."""
    other = await open_again()

    async def subscribe(store: DatabaseStore, number: int) -> None:
        async with store.transaction() as work:
            await work.filings.latest(1)
            await work.chats.subscribe(Address(number), NOW)

    await asyncio.gather(
        *(subscribe(random.choice((store, other)), number) for number in range(1, 61))  # noqa: S311 - not for secrets
    )
    async with store.transaction() as work:
        filing = await file_it(work, "Rain")
        assert await work.outbox.hold_briefs([filing.id], NOW) == 60


async def test_one_chat_subscribes_once(store: DatabaseStore, open_again: OpenAgain) -> None:
    """Of many that subscribe an address at once, one makes it so."""
    stores = (store, await open_again())

    async def subscribe(number: int) -> bool:
        async with stores[number % 2].transaction() as work:
            return await work.chats.subscribe(ANN, NOW)

    assert Counter(await asyncio.gather(*(subscribe(number) for number in range(10))))[True] == 1


async def test_whoever_is_claimed_is_claimed_once(
    store: DatabaseStore, open_again: OpenAgain
) -> None:
    """Workers that claim, send, fail and cancel at random deliver all once, each line in order."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    addresses = [Address(number) for number in range(1, 13)]
    async with store.transaction() as work:
        for address in addresses:
            await work.chats.subscribe(address, NOW)
        await owe(work, *"abcdefgh")
        for address in addresses:
            await reply(work, address)
    sent: dict[tuple[Address, bool], list[int]] = defaultdict(list)
    stores = (store, await open_again())

    async def deliver(store: DatabaseStore) -> bool:
        async with store.transaction() as work:
            claimed = await work.queue.claim(chance.randint(1, 9), now=NOW)
        async with store.transaction() as work:
            going = [one.id for one in claimed if chance.random() < 0.8]
            begun = await work.queue.begin(going, at=NOW)
        async with store.transaction() as work:
            await work.queue.unclaim([one.id for one in claimed if one.id not in begun])
            for one in claimed:
                if one.id in begun and chance.random() < 0.3:
                    await work.queue.later(one.id, NOW)
                elif one.id in begun:
                    sent[one.address, one.kind is DeliveryKind.REPLY].append(one.id)
                    await work.queue.sent({one.id: (1,)}, at=NOW)
        async with store.transaction() as work:
            return await work.queue.outstanding(before=NOW) > 0

    async def work_off(store: DatabaseStore) -> None:
        while await deliver(store):
            pass

    await asyncio.gather(*(work_off(stores[number % 2]) for number in range(4)))
    assert {len(ids) for (_, is_reply), ids in sent.items() if is_reply} == {1}
    assert {len(ids) for (_, is_reply), ids in sent.items() if not is_reply} == {8}
    assert all(ids == sorted(ids) for ids in sent.values())


async def test_who_leaves_meanwhile_is_owed_nothing(
    store: DatabaseStore, open_again: OpenAgain
) -> None:
    """However an ending falls together with a filing, nothing stays owed to who has left."""
    other = await open_again()
    for number in range(12):
        async with store.transaction() as work:
            await work.chats.subscribe(ANN, NOW)

        async def leave() -> None:
            async with other.transaction() as work:
                await work.chats.end(ANN, "unsubscribed")
                await work.outbox.cancel(ANN, "unsubscribed")

        async def file_one(name: str) -> None:
            async with store.transaction() as work:
                filing = await file_it(work, name)
                await work.outbox.hold_briefs([filing.id], NOW)
                await work.outbox.release(backlog=99, newest=5, at=NOW)

        await asyncio.gather(file_one(f"story {number}"), leave())
        async with store.transaction() as work:
            assert await work.queue.outstanding(before=NOW) == 0


async def test_cancelled_tasks_leave_no_lock(store: DatabaseStore, open_again: OpenAgain) -> None:
    """A unit of work cut short anywhere is undone, and holds up nobody after it."""
    chance = random.Random(3)  # noqa: S311 - not for secrets
    other = await open_again()

    async def write(number: int) -> None:
        async with store.transaction() as work:
            await work.chats.subscribe(Address(number), NOW)
            await work.chats.subscribe(Address(number, 1), NOW)

    for number in range(1, 60):
        task = asyncio.create_task(write(number))
        for _ in range(chance.randrange(25)):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    for opened in (store, other):
        async with opened.transaction() as work:
            for number in range(1, 60):
                one = await work.chats.subscription(Address(number))
                two = await work.chats.subscription(Address(number, 1))
                assert (one is None) == (two is None)


async def test_the_chats_are_divided(postgres_url: str) -> None:
    """Each process claims its own part, and what another one has let lie for long."""
    one, two = await open_store(postgres_url), await open_store(postgres_url)
    async with one.transaction() as work:
        assert await work.queue.watch() == ALONE
        for number in range(1, 9):
            await work.chats.subscribe(Address(number), NOW)
        await owe(work, "Rain")
    watches = []
    for store in (two, one):
        async with store.transaction() as work:
            watches.append(await work.queue.watch())
    assert sorted(watch.place for watch in watches) == [0, 1]
    assert {watch.size for watch in watches} == {2}
    async with one.transaction() as work:
        mine = await work.queue.claim(99, now=NOW, watch=watches[1])
        assert {each.address.chat_id % 2 for each in mine} == {watches[1].place}
        assert len(mine) == 4
        assert await work.queue.claim(99, now=after(29), watch=watches[1]) == ()
        assert len(await work.queue.claim(99, now=after(31), watch=watches[1])) == 4
    await two.close()
    async with one.transaction() as work:
        assert await work.queue.watch() == ALONE
    await one.close()


async def test_what_left_to_groups_is_known(store: DatabaseStore) -> None:
    """What was sent, part by part, and what was under way; nothing of private chats."""
    async with store.transaction() as work:
        for address in (ANN, GROUP, TOPIC):
            await work.chats.subscribe(address, NOW)
        await owe(work, "Rain")
        heads = {one.address: one.id for one in await claim(work)}
        await work.queue.begin(heads.values(), at=NOW)
        await work.queue.sent({heads[ANN]: (1,), heads[GROUP]: (2, 3)}, at=after(2))
        left = await work.queue.departures(after(-1))
        assert set(left) == {
            Departure(GROUP.chat_id, after(2), 2),
            Departure(TOPIC.chat_id, NOW, 1),
        }
        assert len(await work.queue.departures(after(1))) == 1


async def test_the_living_are_not_recovered(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    """On PostgreSQL what a living process claims stays its own, until its connection is cut."""
    one, two = await open_store(postgres_url), await open_store(postgres_url)
    async with one.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        await owe(work, "Rain")
        (head,) = await claim(work)
        await work.queue.begin([head.id], at=NOW)
    async with two.transaction() as work:
        assert await work.queue.recover() == ()
    await asyncio.to_thread(postgres_server.cut_off, postgres_url, "dateline process%")
    async with two.transaction() as work:
        assert [lost.id for lost in await work.queue.recover()] == [head.id]
        await work.queue.later(head.id, NOW)
    async with one.transaction() as work:
        assert await work.queue.begin([head.id], at=NOW) == frozenset()
        assert (await work.queue.counts())[DeliveryState.DUE] == 1
        assert await work.queue.next_due(after(-1)) == NOW
    for store in (one, two):
        await store.close()
