"""The engine: everything owed arrives, once, in order, and replies first."""

import asyncio

from bot.delivery import Limits, Policy
from bot.model import DeliveryState
from tests.bot.delivery.conftest import Scene


async def test_delivers_what_is_due(scene: Scene) -> None:
    """What is owed arrives, and is marked as sent."""
    await scene.owe(5, "one")
    drained = await scene.engine().drain()
    assert drained.is_complete
    assert drained.sent == 1
    assert scene.messenger.texts(5) == ["one"]
    assert await scene.states() == {DeliveryState.SENT: 1}


async def test_keeps_the_order_of_a_chat(scene: Scene) -> None:
    """Twelve posts reach a chat in the order in which they were owed."""
    for number in range(12):
        await scene.owe(5, str(number))
    await scene.engine().drain()
    assert scene.messenger.texts(5) == [str(number) for number in range(12)]


async def test_parts_arrive_in_order_and_the_first_alone_sounds(scene: Scene) -> None:
    """A long post's parts follow each other; those after the first are silent."""
    await scene.owe(5, "a", "b", "c")
    await scene.engine().drain()
    assert [(said.text, said.silent) for said in scene.messenger.said] == [
        ("a", False),
        ("b", True),
        ("c", True),
    ]


async def test_a_reply_goes_ahead_of_a_broadcast(scene: Scene) -> None:
    """A reply that comes amid a broadcast waits only for what has already begun."""
    for chat_id in range(100, 400):
        await scene.owe(chat_id, "news")
    engine = scene.engine()
    running = asyncio.create_task(engine.run())
    await scene.messenger.until(lambda: len(scene.messenger.said) >= 50)
    asked_at, before = scene.clock.seconds, len(scene.messenger.said)
    await scene.reply(7, "answer")
    engine.poke()
    await scene.messenger.until(lambda: "answer" in scene.messenger.texts())
    place = scene.messenger.texts().index("answer")
    assert place - before < 10
    assert scene.messenger.said[place].at - asked_at < 0.5
    await engine.stop(0)
    await running


async def test_holds_the_overall_rate_over_slow_roads(scene: Scene) -> None:
    """Though each message is under way for 300 ms, 150 leave at 30 a second."""
    scene.messenger.takes = 0.3
    for chat_id in range(1, 151):
        await scene.owe(chat_id, "news")
    await scene.engine().drain()
    times = [at for at, _ in scene.messenger.attempts]
    assert len(times) == 150
    assert 150 / 30 * 0.97 <= times[-1] - times[0] <= 150 / 30 / 0.95


async def test_keeps_to_a_groups_limit(scene: Scene) -> None:
    """A group gets no more than twenty messages in any minute, and all of them in the end."""
    for number in range(45):
        await scene.owe(-9, str(number))
    drained = await scene.engine(Limits(per_chat_per_second=5)).drain()
    times = [at for at, _ in scene.messenger.attempts]
    assert drained.is_complete
    assert scene.messenger.texts() == [str(number) for number in range(45)]
    assert all(later - sooner >= 60 for sooner, later in zip(times, times[20:], strict=False))


async def test_a_groups_limit_outlives_a_restart(scene: Scene) -> None:
    """Whoever sent them: no more than twenty messages in any minute."""
    for number in range(25):
        await scene.owe(-9, str(number))
    limits = Limits(per_chat_per_second=5)
    first = scene.engine(limits)
    running = asyncio.create_task(first.run())
    await scene.messenger.until(lambda: len(scene.messenger.said) >= 18)
    await first.stop()
    await running
    await scene.reopen()
    assert (await scene.engine(limits).drain()).is_complete
    times = [at for at, _ in scene.messenger.attempts]
    assert len(times) == 25
    assert all(later - sooner >= 60 for sooner, later in zip(times, times[20:], strict=False))


async def test_a_chat_that_waits_holds_up_no_other(scene: Scene) -> None:
    """While one chat's posts wait for their pace, another's arrive at once."""
    for number in range(60):
        await scene.owe(-9, str(number))
    await scene.owe(4, "mine")
    engine = scene.engine()
    running = asyncio.create_task(engine.run())
    await scene.messenger.until(lambda: scene.messenger.texts(4))
    assert scene.messenger.said[-1].at < 1
    await engine.stop(0)
    await running


async def test_late_deliveries_are_silent(scene: Scene) -> None:
    """What comes over an hour late wakes nobody."""
    await scene.owe(5, "old")
    scene.clock.seconds += 3601
    await scene.owe(6, "new")
    await scene.engine().drain()
    assert {said.text: said.silent for said in scene.messenger.said} == {"old": True, "new": False}


async def test_too_old_a_delivery_expires(scene: Scene) -> None:
    """What could not be delivered in two days is given up, with a reason."""
    await scene.owe(5, "old")
    scene.clock.seconds += 48 * 3600 + 1
    await scene.engine(policy=Policy()).drain()
    assert scene.messenger.said == []
    assert await scene.states() == {DeliveryState.EXPIRED: 1}


async def test_remembers_no_more_than_a_page(scene: Scene) -> None:
    """However many chats are owed something, few of them are in memory at once."""
    for chat_id in range(1, 201):
        await scene.owe(chat_id, "news")
    engine = scene.engine(Limits(per_second=40))
    most = 0

    def look(_: object) -> None:
        nonlocal most
        most = max(most, len(engine._rounds.pool) + len(engine._rounds.tasks) + len(engine.pace))

    scene.messenger.arrives = look
    drained = await engine.drain()
    assert drained.sent == 200
    assert most < 180
