"""Telegram's updates, kept until their effect is."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.adapters.store import DatabaseStore, tables
from bot.adapters.store.updates import KEPT
from bot.errors import HandledAlready
from bot.model import Update


async def test_updates_are_handled_once(store: DatabaseStore) -> None:
    """An update waits until it is handled, in order, and is passed over when it comes again."""
    one, two, three = (Update(id=number, payload=f'{{"n": "\0{number}"}}') for number in (1, 2, 3))
    async with store.transaction() as work:
        assert await work.updates.receive([]) == ()
        assert await work.updates.receive([three, one]) == (three, one)
        assert await work.updates.receive([one, two]) == (two,)
        assert await work.updates.pending(9) == (one, two, three)
        assert await work.updates.pending(2) == (one, two)
        await work.updates.handled(two.id)
        assert await work.updates.receive([one, two, three]) == ()
        assert await work.updates.pending(9) == (one, three)
        assert await work.updates.pending(9, after=one.id) == (three,)
        await work.updates.dismiss([one.id, 99])
        await work.updates.dismiss([])
        assert await work.updates.pending(9) == (three,)
        assert await work.updates.receive([one]) == ()


async def test_an_effect_is_kept_once(store: DatabaseStore) -> None:
    """Of two that handle an update at once the second is undone; an unknown one is no fault."""
    async with store.transaction() as work:
        await work.updates.receive([Update(id=7, payload="{}")])
        await work.updates.handled(7)
        await work.updates.handled(8)
    with pytest.raises(HandledAlready, match="7"):
        async with store.transaction() as work:
            await work.updates.handled(7)


async def test_what_was_handled_long_ago_is_forgotten(store: DatabaseStore) -> None:
    """With the next receipt; not what waits still, nor what Telegram may offer again."""
    old = datetime.now(UTC) - KEPT - timedelta(hours=1)
    first, second, third = (Update(id=number, payload="{}") for number in (1, 2, 3))
    async with store.transaction() as work:
        await work.updates.receive([first, second, third])
        await work.updates.handled(first.id)
        await work.updates.handled(third.id)
        of_two = tables.updates.c.id < third.id
        await work.updates._connection.execute(
            sa.update(tables.updates).where(of_two).values(received_at=old)
        )
        assert await work.updates.receive([first]) == ()
        assert await work.updates.receive([first, second, third]) == (first,)
