"""Telegram's updates, kept until their effect is."""

import pytest

from bot.adapters.store import DatabaseStore
from bot.errors import StoreTrouble
from bot.model import Update


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
