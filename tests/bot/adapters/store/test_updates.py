"""Telegram's updates, kept until their effect is."""

import pytest
import sqlalchemy as sa

from bot.adapters.store import DatabaseStore, tables
from bot.errors import StoreTrouble
from bot.model import Update
from tests.bot.adapters.store.samples import NOW


async def test_updates_are_handled_once(store: DatabaseStore) -> None:
    """An update waits until it is handled, in order, and is passed over when it comes again."""
    one, two, three = (Update(id=number, payload=f'{{"n": "\0{number}"}}') for number in (1, 2, 3))
    async with store.transaction() as work:
        await work.updates.receive([])
        await work.updates.receive([three, one])
        await work.updates.receive([one, two])
        assert await work.updates.pending(9) == (one, two, three)
        assert await work.updates.pending(2) == (one, two)
        await work.updates.handled(two.id)
        await work.updates.receive([one, two, three])
        assert await work.updates.pending(9) == (one, three)


async def test_an_effect_is_kept_once(store: DatabaseStore) -> None:
    """Of two that handle an update at once the second is undone; an unknown one is no fault."""
    async with store.transaction() as work:
        await work.updates.receive([Update(id=7, payload="{}")])
        await work.updates.handled(7)
        await work.updates.handled(8)
    with pytest.raises(StoreTrouble, match="7"):
        async with store.transaction() as work:
            await work.updates.handled(7)


async def test_what_is_old_by_the_clock_alone_is_not_forgotten(store: DatabaseStore) -> None:
    """After the clock was set ahead an update that Telegram offers again is known; a far one is not."""
    seven = Update(id=7, payload="{}")
    async with store.transaction() as work:
        await work.updates.receive([seven])
        await work.updates.handled(7)
        long_ago = sa.update(tables.updates).values(received_at=NOW.replace(year=2001))
        await work._connection.execute(long_ago)
        await work.updates.receive([Update(id=8, payload="{}")])
        await work.updates.handled(8)
        await work.updates.receive([seven])
        assert await work.updates.pending(9) == ()
        await work.updates.receive([Update(id=9000, payload="{}")])
        await work.updates.handled(9000)
        await work.updates.receive([seven])
        assert await work.updates.pending(9) == (seven,)
