"""Turns: fair between chats, in order within one, and never two of one at once."""

import asyncio

from bot.chat.turns import Turns


async def test_chats_take_turns() -> None:
    """A long line delays another chat's first by one of its own."""
    turns: Turns[str] = Turns()
    for number in range(3):
        turns.add(1, f"a{number}")
    turns.add(2, "b0")
    turns.add(3, "c0")
    turns.add(2, "b1")
    taken = []
    for _ in range(6):
        async with turns.next() as item:
            taken.append(item)
    assert taken == ["a0", "b0", "c0", "a1", "b1", "a2"]
    assert not turns._lines


async def test_two_of_one_chat_are_never_in_hand() -> None:
    """The second waits for the end of the first, whatever else goes on."""
    turns: Turns[str] = Turns()
    turns.add(1, "a0")
    turns.add(1, "a1")
    async with turns.next() as first:
        waiting = asyncio.create_task(_take(turns))
        turns.add(2, "b0")
        assert (first, await waiting) == ("a0", "b0")
    assert await _take(turns) == "a1"


async def _take(turns: Turns[str]) -> str:
    async with turns.next() as item:
        return item
