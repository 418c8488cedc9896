"""What counts as a repeat, and what excuses it."""

import pytest

from bot.adapters.telegram.client import Telegram
from bot.errors import AnswerLost, DatelineError
from bot.model import Address
from tests.botapi import BotApi, Effect, RemoteBotApi, tally

ADA, BEN = 17, 18


async def test_repeats_and_their_excuses() -> None:
    """A lost answer or a kill soon afterwards excuses one repeat each; nothing else does."""
    async with BotApi() as api:
        for user in (ADA, BEN):
            api.private(user)
        telegram = Telegram(api.token, base_url=api.base_url)
        send = telegram.messenger.send
        api.fail(Effect.DROP_ANSWER)
        with pytest.raises(AnswerLost):
            await send(Address(ADA), "lost, then repeated")
        await send(Address(ADA), "lost, then repeated")
        await send(Address(BEN), "killed, then repeated")
        for message in api.sent:
            message.time -= 0.01
        api.kills.append(api.sent[-1].time + 0.001)
        await send(Address(BEN), "killed, then repeated")
        await send(Address(BEN), "once")
        await send(Address(ADA), "once")
        for _ in range(2):
            await send(Address(ADA), "twice")
        await telegram.close()
        counts = tally(api.world, api.kills)
        assert (counts.taken, counts.distinct, counts.repeated) == (8, 5, 3)
        assert (counts.after_lost_answer, counts.after_kill) == (1, 1)
        assert counts.unexcused == ((ADA, "twice"),)


async def test_a_late_answer_counts_once_it_is_written() -> None:
    """An answer that comes too late for a bot that hung up was never given."""
    async with BotApi() as api:
        api.private(ADA)
        telegram = Telegram(api.token, base_url=api.base_url, patience=0.05)
        api.fail(Effect.SLOW, seconds=30)
        with pytest.raises(AnswerLost):
            await telegram.messenger.send(Address(ADA), "too late")
        api.fail(Effect.SLOW, seconds=0.01)
        await telegram.messenger.send(Address(ADA), "in time")
        assert [message.answered for message in api.sent] == [False, True]
        await telegram.close()


async def test_a_storm_from_outside() -> None:
    """In a storm every kind of trouble comes; the tally and the troubles can be asked for."""
    async with await RemoteBotApi.launch() as api:
        await api.call("chats", kind="private", ids=[ADA])
        await api.call("storm", share=0.9, seed=3)
        telegram = Telegram(api.token, base_url=api.base_url, patience=0.05)
        failed = 0
        for number in range(60):
            try:
                await telegram.messenger.send(Address(ADA), f"No. {number}")
            except DatelineError:
                failed += 1
        await telegram.close()
        assert failed > 20
        troubles = await api.call("troubles")
        assert isinstance(troubles, dict)
        assert len(troubles) == 8
        assert sum(troubles.values()) == failed
        await api.call("killed")
        counts = await api.call("tally")
        assert isinstance(counts, dict)
        assert (counts["repeated"], counts["unexcused"]) == (0, [])
        assert counts["taken"] == (await api.figures())["sent"]
