"""The allowance: so many requests a minute, one word about it, then silence."""

from bot.chat.allowance import Allowance, Verdict


def test_a_chat_may_ask_so_much_a_minute() -> None:
    """Then it is told once, and may ask again when its minute is over; others always may."""
    now = [100.0]
    allowance = Allowance(3, timer=lambda: now[0])
    said = [allowance.judge(7) for _ in range(6)]
    assert said == [Verdict.ANSWER] * 3 + [Verdict.DECLINE] + [Verdict.PASS_BY] * 2
    assert allowance.judge(8) is Verdict.ANSWER
    now[0] = 159.9
    assert allowance.judge(7) is Verdict.PASS_BY
    now[0] = 160.0
    said = [allowance.judge(7) for _ in range(4)]
    assert said == [Verdict.ANSWER] * 3 + [Verdict.DECLINE]


def test_chats_are_forgotten_when_their_minute_is_over() -> None:
    """However many ask in the course of time, those of the last minutes alone are remembered."""
    now = [0.0]
    allowance = Allowance(1, timer=lambda: now[0])
    for chat_id in range(20_000):
        now[0] += 1
        assert allowance.judge(chat_id) is Verdict.ANSWER
    assert len(allowance._minutes) <= 1000
