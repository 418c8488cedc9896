"""A brief's way from its filing to the chats, as the store keeps it."""

from datetime import UTC, datetime, timedelta

from bot.adapters.store import DatabaseStore
from bot.delivery.ports import QueueStore
from bot.model import Address, DeliveryKind, Post
from bot.ports import Store
from summarizer.model import Article, Brief, Copy

NOW = datetime(2031, 5, 6, 7, 8, tzinfo=UTC)
CHAT = Address(5)


def a_brief(text: str) -> Brief:
    """Give the least brief of a text."""
    return Brief(copy=Copy(article=Article(text=text), language="en", passages=(), sentences=()))


def test_satisfies_the_protocols(store: DatabaseStore) -> None:
    """The store is what the rest asks for; mypy sees to it."""
    everyones: Store = store
    deliverys: QueueStore = store
    assert everyones
    assert deliverys


async def test_a_brief_is_delivered(store: DatabaseStore) -> None:
    """A filing is held, released, claimed behind a reply, begun, and sent once."""
    async with store.transaction() as work:
        await work.chats.subscribe(CHAT, NOW)
        filing = await work.filings.file(a_brief("Rain."), path="a.txt", digest="aa", at=NOW)
        assert await work.outbox.hold_brief(filing.id, NOW) == 1
        assert await work.queue.claim(9, now=NOW) == ()
        assert await work.outbox.release(backlog=20, newest=5, at=NOW) == 1
        await work.outbox.put(DeliveryKind.REPLY, CHAT, at=NOW, post=Post(parts=("hello",)))
    async with store.transaction() as work:
        reply, brief = await work.queue.claim(9, now=NOW)
        assert (reply.kind, brief.kind) == (DeliveryKind.REPLY, DeliveryKind.BRIEF)
        assert await work.queue.claim(9, now=NOW) == ()
        assert await work.queue.begin([reply.id, brief.id], at=NOW) == {reply.id, brief.id}
    async with store.transaction() as work:
        await work.queue.sent({brief.id: (7, 8)}, at=NOW)
        await work.queue.later(reply.id, NOW + timedelta(seconds=3))
        assert await work.queue.claim(9, now=NOW) == ()
        assert await work.queue.next_due(NOW) == NOW + timedelta(seconds=3)
        posted = await work.queue.posted(filing.id, CHAT)
        assert posted is not None
        assert posted.message_ids == (7, 8)
