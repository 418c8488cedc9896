"""A brief's way from its filing to the chats, as the store keeps it."""

from bot.adapters.store import DatabaseStore
from bot.delivery.ports import QueueStore
from bot.model import DeliveryKind
from bot.ports import Store
from tests.bot.adapters.store.samples import ANN, NOW, after, claim, file_it, reply


def test_satisfies_the_protocols(store: DatabaseStore) -> None:
    """The store is what the rest asks for, as mypy sees at these lines."""
    everyones: Store = store
    deliverys: QueueStore = store
    assert everyones.leadership
    assert deliverys.transaction()


async def test_a_brief_is_delivered(store: DatabaseStore) -> None:
    """A filing is held, released, claimed behind a reply, begun, and sent once."""
    async with store.transaction() as work:
        await work.chats.subscribe(ANN, NOW)
        filing = await file_it(work, "Rain")
        assert await work.outbox.hold_briefs([filing.id], NOW) == 1
        assert await claim(work) == ()
        assert await work.outbox.release(backlog=20, newest=5, at=NOW) == 1
        await reply(work, ANN)
    async with store.transaction() as work:
        answer, brief = await claim(work)
        assert (answer.kind, brief.kind) == (DeliveryKind.REPLY, DeliveryKind.BRIEF)
        assert await claim(work) == ()
        assert await work.queue.begin([answer.id, brief.id], at=NOW) == {answer.id, brief.id}
    async with store.transaction() as work:
        await work.queue.sent({brief.id: (7, 8)}, at=NOW)
        await work.queue.later(answer.id, after(3))
        assert await claim(work) == ()
        assert await work.queue.next_due(NOW) == after(3)
        posted = await work.queue.posted(filing.id, ANN)
        assert posted is not None
        assert posted.message_ids == (7, 8)
        assert [again.id for again in await claim(work, seconds=3)] == [answer.id]
