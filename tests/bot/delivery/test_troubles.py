"""Every error that the messenger can raise, and what the engine makes of it."""

import asyncio
import logging
from dataclasses import replace

import pytest

from bot.delivery import Limits, Policy, Uncertain
from bot.errors import (
    AnswerLost,
    ChatGone,
    ChatMoved,
    EditRefused,
    MayNotPost,
    NotSent,
    PostRejected,
    ServerTrouble,
    TokenRefused,
    TryLater,
)
from bot.model import Address, DeliveryKind, DeliveryState, SubscriptionState
from tests.bot.delivery.conftest import Scene
from tests.bot.delivery.fakes import Said

SENT, DUE = DeliveryState.SENT, DeliveryState.DUE


async def test_a_chat_waits_as_long_as_asked_and_no_other_does(scene: Scene) -> None:
    """TryLater: that chat's next message leaves when asked to; others are not held up."""
    scene.messenger.troubles[5] = [TryLater(12)]
    for text in ("a", "b"):
        await scene.owe(5, text)
        await scene.owe(6, text)
    assert (await scene.engine().drain()).is_complete
    assert scene.messenger.texts(5) == scene.messenger.texts(6) == ["a", "b"]
    times = {said.address.chat_id: said.at for said in reversed(scene.messenger.said)}
    assert times[6] < 1
    assert 12 <= times[5] < 12.5


async def test_all_wait_when_telegrams_overall_limit_is_meant(scene: Scene) -> None:
    """TryLater from one chat after another: nobody is tried before the time is over."""
    for chat_id in range(1, 31):
        scene.messenger.troubles[chat_id] = [TryLater(20)]
        await scene.owe(chat_id, "news")
    assert (await scene.engine().drain()).is_complete
    early = [at for at, _ in scene.messenger.attempts if at < 20]
    assert len(early) <= 8


@pytest.mark.parametrize("error", [NotSent("no route"), ServerTrouble("502"), AnswerLost("slow")])
async def test_repeats_until_it_arrives(scene: Scene, error: Exception) -> None:
    """Errors that pass: the message comes once they have, before those owed after it."""
    scene.messenger.troubles[5] = [error] * 4
    await scene.owe(5, "a")
    await scene.owe(5, "b")
    assert (await scene.engine().drain()).is_complete
    assert scene.messenger.texts(5) == ["a", "b"]
    assert await scene.states() == {SENT: 2}


async def test_repeats_until_it_is_too_old(scene: Scene) -> None:
    """A chat that never works: its delivery expires with the reason, and the rest is tried."""
    scene.messenger.troubles[5] = [NotSent("no route")] * 100_000
    await scene.owe(5, "a")
    engine = scene.engine(policy=Policy(max_age=Policy().max_age / 288))
    while not engine.tally.failed:
        await engine.drain()
        await scene.clock.sleep(30)
    assert await scene.states() == {DeliveryState.EXPIRED: 1}
    assert "no route" in engine.tally.failures[0].reason
    assert 590 < scene.clock.seconds < 720


async def test_a_lost_answer_is_repeated_once(scene: Scene) -> None:
    """AnswerLost after the message arrived: one repeat, no more."""
    scene.messenger.troubles[5], scene.messenger.after = [AnswerLost("cut")], {5}
    await scene.owe(5, "a")
    await scene.engine().drain()
    assert scene.messenger.texts(5) == ["a", "a"]


async def test_a_lost_answer_is_skipped_if_the_operator_says_so(scene: Scene) -> None:
    """`delivery.uncertain = skip`: nothing arrives twice, and the delivery ends with its reason."""
    scene.messenger.troubles[5], scene.messenger.after = [AnswerLost("cut")], {5}
    await scene.owe(5, "a")
    await scene.owe(5, "b")
    drained = await scene.engine(policy=Policy(uncertain=Uncertain.SKIP)).drain()
    assert scene.messenger.texts(5) == ["a", "b"]
    assert [failure.reason for failure in drained.failures] == ["cut"]
    assert await scene.states() == {SENT: 1, DeliveryState.EXPIRED: 1}


async def test_a_chat_that_is_gone_ends(scene: Scene) -> None:
    """ChatGone: the subscription ends with the reason, and what it was owed is cancelled."""
    await scene.subscribe(5, 6)
    scene.messenger.troubles[5] = [ChatGone("bot was blocked by the user")]
    for number in range(3):
        await scene.file(f"Story {number}\n\nIt rained in Brno.", f"{number}.txt")
    await scene.engine().drain()
    assert scene.messenger.texts(5) == []
    assert len(scene.messenger.texts(6)) == 3
    async with scene.store.transaction() as work:
        subscription = await work.chats.subscription(Address(5))
        assert subscription is not None
        assert subscription.state is SubscriptionState.ENDED
        assert subscription.reason == "bot was blocked by the user"
    assert await scene.states() == {SENT: 3, DeliveryState.CANCELLED: 3}


async def test_a_chat_that_moved_is_followed(scene: Scene) -> None:
    """ChatMoved: all that was owed under the old id arrives under the new one, in order."""
    await scene.subscribe(-5)
    scene.messenger.troubles[-5] = [ChatMoved(-1005)] * 100
    for number in range(3):
        await scene.file(f"Story {number}\n\nIt rained in Brno.", f"{number}.txt")
    await scene.reply(-5, "answer")
    await scene.engine().drain()
    assert scene.messenger.texts(-5) == []
    texts = scene.messenger.texts(-1005)
    assert [text.split("\n")[0] for text in texts if text != "answer"] == [
        f"<b>Story {number}</b>" for number in range(3)
    ]
    assert "answer" in texts
    async with scene.store.transaction() as work:
        assert await work.chats.subscription(Address(-5)) is None
        assert await work.chats.subscription(Address(-1005)) is not None


async def test_a_chat_that_forbids_posts_is_paused(scene: Scene) -> None:
    """MayNotPost: nothing is lost or tried again until the right to post is back."""
    await scene.subscribe(-5)
    scene.messenger.troubles[-5] = [MayNotPost("topic closed")]
    for number in range(2):
        await scene.file(f"Story {number}\n\nIt rained in Brno.", f"{number}.txt")
    engine = scene.engine()
    await engine.drain()
    assert scene.messenger.texts(-5) == []
    assert await scene.states() == {DUE: 2}
    async with scene.store.transaction() as work:
        (paused,) = await work.chats.troubled()
        assert (paused.state, paused.reason) == (SubscriptionState.PAUSED, "topic closed")
        await work.chats.resume(-5, scene.clock.now())
    await engine.drain()
    assert len(scene.messenger.texts(-5)) == 2


async def test_a_refused_post_goes_out_as_plain_text(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    """PostRejected: once more without markup, and a defect in the log."""
    scene.messenger.troubles[5] = [PostRejected("can't parse entities")]
    await scene.owe(5, "<b>Dam &amp; river</b>")
    with caplog.at_level(logging.ERROR):
        assert (await scene.engine().drain()).is_complete
    (said,) = scene.messenger.said
    assert (said.text, said.plain) == ("Dam & river", True)
    assert "defect" in caplog.text


async def test_a_post_refused_as_plain_text_too_expires(scene: Scene) -> None:
    """A post that Telegram takes in no form is given up, and the next one comes."""
    scene.messenger.troubles[5] = [PostRejected("no"), PostRejected("not so either")]
    await scene.owe(5, "a")
    await scene.owe(5, "b")
    drained = await scene.engine().drain()
    assert [failure.reason for failure in drained.failures] == ["not so either"]
    assert scene.messenger.texts(5) == ["b"]


async def test_a_refused_token_stops_the_engine(scene: Scene) -> None:
    """TokenRefused: the engine ends with it, and nothing owed is lost."""
    scene.messenger.troubles[5] = [TokenRefused("unknown token")]
    await scene.owe(5, "a")
    engine = scene.engine()
    with pytest.raises(TokenRefused):
        await engine.run()
    assert await scene.states() == {DUE: 1}


async def test_an_unexpected_error_kills_nothing(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of our own is logged with its delivery, and it is tried again."""
    scene.messenger.troubles[5] = [ZeroDivisionError("oops")]
    delivery_id = await scene.owe(5, "a")
    await scene.owe(6, "b")
    assert (await scene.engine().drain()).is_complete
    assert f"delivery {delivery_id}: a fault" in caplog.text
    assert sorted(scene.messenger.texts()) == ["a", "b"]


async def test_a_long_post_resumes_at_the_part_that_failed(scene: Scene) -> None:
    """Parts that arrived are not sent again; those after them follow in order."""
    await scene.owe(5, "a", "b", "c")
    failures: list[Exception] = [ServerTrouble("502")]

    def fail_after_first(said: Said) -> None:
        if said.text == "a":
            scene.messenger.troubles[5] = failures

    scene.messenger.arrives = fail_after_first
    await scene.engine().drain()
    assert [(said.text, said.silent) for said in scene.messenger.said] == [
        ("a", False),
        ("b", True),
        ("c", True),
    ]


async def test_a_correction_edits_what_was_posted(scene: Scene) -> None:
    """A new version of an article is put into the message that is there."""
    await scene.subscribe(5)
    filing = await scene.file("Dam holds\n\nIt held.")
    engine = scene.engine(Limits(per_chat_per_second=10))
    await engine.drain()
    await _correct(scene, filing.id)
    assert (await engine.drain()).is_complete
    first, edit = scene.messenger.said
    assert (edit.message_id, edit.edit) == (first.message_id, True)
    assert "Updated 12:00 UTC: “held”, not “broke”" in edit.text


async def test_a_refused_edit_becomes_a_silent_reply(scene: Scene) -> None:
    """EditRefused: a short reply to the original says what changed, without a sound."""
    await scene.subscribe(5)
    filing = await scene.file("Dam holds\n\nIt held.")
    engine = scene.engine(Limits(per_chat_per_second=10))
    await engine.drain()
    scene.messenger.edit_trouble = EditRefused("message can't be edited")
    await _correct(scene, filing.id)
    assert (await engine.drain()).is_complete
    first, reply = scene.messenger.said
    assert (reply.reply_to, reply.silent, reply.edit) == (first.message_id, True, False)
    assert "Updated 12:00 UTC" in reply.text
    assert f"/summary_{filing.id}" in reply.text


async def _correct(scene: Scene, filing_id: int) -> None:
    async with scene.store.transaction() as work:
        filing = await work.filings.get(filing_id)
        assert filing is not None
        mended = replace(
            filing, version=2, updated_at=scene.clock.now(), change="“held”, not “broke”"
        )
        await work.filings.revise(replace(mended, digest="other"))
        await work.outbox.put_corrections(filing_id, 2, scene.clock.now())


async def test_what_a_dead_process_was_sending_is_repeated(scene: Scene) -> None:
    """A crash while sending: the attempt is uncertain, and by default made once more."""
    await _crash_while_sending(scene)
    assert (await scene.engine().drain()).is_complete
    assert scene.messenger.texts(5) == ["a", "b"]


async def test_what_a_dead_process_was_sending_is_skipped(scene: Scene) -> None:
    """A crash while sending, with `skip`: the attempt is given up, with its reason."""
    await _crash_while_sending(scene)
    await scene.engine(policy=Policy(uncertain=Uncertain.SKIP)).drain()
    assert scene.messenger.texts(5) == ["b"]
    assert await scene.states() == {SENT: 1, DeliveryState.EXPIRED: 1}


async def _crash_while_sending(scene: Scene) -> None:
    """Leave a delivery SENDING, as another process that is gone would."""
    await scene.owe(5, "a")
    await scene.owe(5, "b")
    async with scene.store.transaction() as work:
        (head,) = await work.queue.claim(1, now=scene.clock.now())
        await work.queue.begin([head.id], at=scene.clock.now())
    await scene.reopen()


async def test_stopping_finishes_what_is_being_sent(scene: Scene) -> None:
    """`stop`: what is under way arrives and is marked so; the rest stays owed."""
    scene.messenger.takes = 0.5
    for chat_id in range(1, 101):
        await scene.owe(chat_id, "news")
    engine = scene.engine()
    running = asyncio.create_task(engine.run())
    await scene.messenger.until(lambda: len(scene.messenger.said) > 10)
    await engine.stop(10)
    assert running.done()
    arrived = len(scene.messenger.said)
    assert arrived == len(scene.messenger.attempts) < 60
    assert await scene.states() == {SENT: arrived, DUE: 100 - arrived}


async def test_drain_tells_what_it_leaves(scene: Scene) -> None:
    """Something that is to wait long is left, and counted, in place of being waited for."""
    scene.messenger.troubles[5] = [TryLater(3000)]
    await scene.owe(5, "a")
    await scene.owe(6, "b", kind=DeliveryKind.REPLY)
    drained = await scene.engine().drain()
    assert (drained.sent, drained.failed, drained.left) == (1, 0, 1)
    assert not drained.is_complete
