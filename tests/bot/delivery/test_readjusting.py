"""Whatever the clock is set to, what is owed arrives soon, and nothing is lost."""

import asyncio
from datetime import timedelta

import pytest

from bot.delivery import Policy
from bot.errors import AnswerLost, MayNotPost, NotSent
from bot.model import DeliveryState
from tests.bot.delivery.conftest import Scene

SENT, DUE = DeliveryState.SENT, DeliveryState.DUE
BACK, AHEAD = timedelta(hours=-3), timedelta(days=3650)


@pytest.mark.parametrize("by", [BACK, AHEAD])
async def test_what_is_to_be_repeated_is(scene: Scene, by: timedelta) -> None:
    """A post that failed, one behind it, and a reply arrive within seconds of the clock's jump."""
    scene.messenger.troubles[5] = [NotSent("no route")] * 8
    engine = scene.engine()
    running = asyncio.create_task(engine.run())
    await scene.owe(5, "a")
    await scene.owe(5, "b")
    engine.poke()
    while len(scene.messenger.attempts) < 8:
        await scene.clock.sleep(1)
    before = scene.clock.seconds
    scene.clock.set(by)
    await scene.clock.sleep(0)
    await scene.reply(5, "answer")
    engine.poke()
    await scene.messenger.until(lambda: len(scene.messenger.said) == 3)
    assert scene.clock.seconds - before < 10
    assert sorted(scene.messenger.texts(5)) == ["a", "answer", "b"]
    await engine.stop()
    await running
    assert await scene.states() == {SENT: 3}


async def test_what_is_being_sent_when_the_clock_is_set_is_not_too_old(scene: Scene) -> None:
    """Its age counts until its end as it did at its beginning."""
    scene.messenger.takes = 5
    scene.messenger.troubles[5] = [AnswerLost("cut")]
    engine = scene.engine()
    running = asyncio.create_task(engine.run())
    await scene.owe(5, "a")
    engine.poke()
    while not scene.messenger.attempts:
        await scene.clock.sleep(0.5)
    scene.clock.set(AHEAD)
    await scene.messenger.until(lambda: scene.messenger.said)
    await engine.stop()
    await running
    assert await scene.states() == {SENT: 1}
    assert not engine.tally.failures


@pytest.mark.parametrize("by", [BACK, AHEAD])
async def test_the_clock_is_set_while_nothing_runs(scene: Scene, by: timedelta) -> None:
    """What is owed from the future, or for ten years, is owed from now."""
    scene.messenger.troubles[5] = [NotSent("no route")] * 12
    engine = scene.engine()
    running = asyncio.create_task(engine.run())
    await scene.owe(5, "a")
    await scene.owe(5, "b")
    engine.poke()
    while len(scene.messenger.attempts) < 12:
        await scene.clock.sleep(1)
    await engine.stop()
    await running
    scene.clock.set(by)
    scene.clock.follow()
    before = scene.clock.seconds
    assert (await scene.engine().drain()).is_complete
    assert scene.messenger.texts(5) == ["a", "b"]
    assert scene.clock.seconds - before < 10


async def test_a_group_is_not_held_up_by_what_left_in_the_future(scene: Scene) -> None:
    """What a group was sent before the clock was set back says nothing about its present pace."""
    for number in range(15):
        await scene.owe(-5, f"{number}")
    assert (await scene.engine().drain()).is_complete
    scene.clock.set(BACK)
    scene.clock.follow()
    await scene.owe(-5, "news")
    before = scene.clock.seconds
    assert (await scene.engine().drain()).is_complete
    assert scene.clock.seconds - before < 10


@pytest.mark.parametrize("by", [BACK, AHEAD])
async def test_what_sleeps_sleeps_on(scene: Scene, by: timedelta) -> None:
    """A paused subscription is not woken by the clock."""
    await scene.subscribe(-5)
    scene.messenger.troubles[-5] = [MayNotPost("topic closed")]
    await scene.file("Rain in Brno\n\nIt rained in Brno.")
    engine = scene.engine()
    await engine.drain()
    scene.clock.set(by)
    await engine.drain()
    assert await scene.states() == {DUE: 1}
    assert len(scene.messenger.attempts) == 1


async def test_what_grows_old_by_itself_is_given_up_still(scene: Scene) -> None:
    """Two days too late it is not worth sending, if no clock was set."""
    await scene.owe(5, "a")
    await scene.clock.sleep(Policy().max_age.total_seconds() + 60)
    await scene.engine().drain()
    assert await scene.states() == {DeliveryState.EXPIRED: 1}
