"""Pace: within Telegram's limits whatever comes, and no slower than they allow."""

from collections import defaultdict, deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pace import CHAT_BURST, Limits, Pace
from bot.model import CONSOLE_CHAT


def send_all(pace: Pace, chat_ids: list[int]) -> list[tuple[float, int]]:
    """Send to these chats as soon as the pace lets each, in order of their readiness."""
    now, sent, left = 0.0, [], deque(chat_ids)
    while left:
        for _ in range(len(left)):
            chat_id = left.popleft()
            if pace.wait(chat_id, now) <= 0:
                pace.take(chat_id, now)
                sent.append((now, chat_id))
            else:
                left.append(chat_id)
                if pace.overall_wait(chat_id, now) > 0:
                    break
        if left:
            overall = pace.overall_wait(left[0], now)
            now += max(1e-6, overall or min(pace.chat_wait(chat_id, now) for chat_id in set(left)))
    return sent


@pytest.mark.parametrize(
    ("limits", "chat_id", "count", "at_least", "at_most"),
    [
        (Limits(), 1, 1, 0.0, 0.0),
        (Limits(), 1, 2, 0.0, 0.05),
        (Limits(), 1, 12, 9.9, 10.1),
        (Limits(), -1, 20, 17.9, 18.1),
        (Limits(), -1, 21, 60.0, 61.1),
        (Limits(per_group_per_minute=0.5), -1, 2, 120.0, 122.1),
        (Limits(per_group_per_minute=6000, per_chat_per_second=900), -1, 200, 6.0, 7.0),
        (Limits(), CONSOLE_CHAT, 1000, 0.0, 0.0),
    ],
)
def test_time_that_messages_to_one_chat_take(
    limits: Limits, chat_id: int, count: int, at_least: float, at_most: float
) -> None:
    """The last of so many messages leaves when the chat's limits let it."""
    last, _ = send_all(Pace(limits), [chat_id] * count)[-1]
    assert at_least <= last <= at_most


@pytest.mark.parametrize("rate", [1.0, 5.0, 30.0, 300.0])
def test_uses_the_overall_rate(rate: float) -> None:
    """To many chats, at least 95 % of the allowed rate is used, and no more than all of it."""
    pace = Pace(Limits(per_second=rate))
    count = max(200, round(rate * 10))
    last, _ = send_all(pace, list(range(1, count + 1)))[-1]
    assert 0.95 * rate <= count / last <= 1.02 * rate


@given(
    st.lists(st.sampled_from([1, 2, 3, -1, -2]), max_size=120),
    st.floats(2, 100),
    st.floats(0.5, 5),
)
def test_never_exceeds_a_limit(chat_ids: list[int], overall: float, per_chat: float) -> None:
    """In no stretch of time does more leave than the limits allow, bursts aside."""
    limits = Limits(per_second=overall, per_chat_per_second=per_chat, per_group_per_minute=20)
    sent = send_all(Pace(limits), chat_ids)
    by_chat: dict[int, list[float]] = defaultdict(list)
    for at, chat_id in sent:
        by_chat[chat_id].append(at)
    assert sorted(chat_ids) == sorted(chat_id for _, chat_id in sent)
    _assert_within([at for at, _ in sent], rate=overall, burst=2 + overall * 0.1)
    for chat_id, times in by_chat.items():
        _assert_within(times, rate=per_chat, burst=CHAT_BURST)
        if chat_id < 0:
            assert all(b - a >= 60 for a, b in zip(times, times[20:], strict=False))


def _assert_within(times: list[float], *, rate: float, burst: float) -> None:
    for begin, start in enumerate(times):
        for end in range(begin, len(times)):
            assert end - begin + 1 <= burst + (times[end] - start) * rate + 1e-3


def test_a_pause_of_one_chat_leaves_the_others_alone() -> None:
    """A chat that was asked to wait waits; another does not."""
    pace = Pace(Limits())
    pace.pause(30, chat_id=1)
    assert pace.wait(1, 10) == 20
    assert pace.wait(2, 10) == 0
    pace.pause(20, chat_id=1)
    assert pace.wait(1, 10) == 20


def test_a_pause_of_all_holds_everyone_but_the_terminal() -> None:
    """When Telegram's overall limit is meant, all chats wait."""
    pace = Pace(Limits())
    pace.pause(30)
    assert pace.wait(2, 10) == 20
    assert pace.wait(CONSOLE_CHAT, 10) == 0


def test_forgets_chats_that_are_quiet() -> None:
    """What it remembers does not grow with the number of chats ever sent to."""
    pace = Pace(Limits())
    for number in range(20_000):
        now = number / 29
        pace.take(number + 1, now)
        if number % 10 == 0:
            pace.take(-number - 1, now)
    assert len(pace) < 2500


def test_the_rate_is_shared() -> None:
    """Of three processes each uses a third, all of them together no more than is allowed."""
    paces = [Pace(Limits(per_second=30)) for _ in range(3)]
    count = 0
    for pace in paces:
        pace.sharers = 3
        last, _ = send_all(pace, list(range(1, 101)))[-1]
        count += 100
    assert 0.95 * 30 <= count / last <= 1.05 * 30


def test_what_left_before_the_start_counts() -> None:
    """A group that was sent its twenty half a minute ago waits for the other half."""
    pace = Pace(Limits())
    pace.recall(-1, [-30.0] * 20)
    pace.recall(CONSOLE_CHAT, [-1.0])
    assert 30 < pace.chat_wait(-1, 0.0) <= 31.1
    pace.take(-2, 0.0)
    pace.recall(-2, [-30.0] * 20)
    assert pace.chat_wait(-2, 1.5) == 0
    assert len(pace) == 2
