"""Telegram's limits as the simulator keeps them, on a clock of the test's own."""

from tests.botapi.limits import NONE, Limits, Pace

ADA, GROUP = 17, -40


def _refusals(pace: Pace, moments: list[float], *, chats: int = 1000, group: bool = False) -> int:
    return sum(
        pace.admit(GROUP if group else ADA + number % chats, moment, group=group) > 0
        for number, moment in enumerate(moments)
    )


def test_thirty_a_second_are_taken_for_ever() -> None:
    """An even flow at the limit is never refused."""
    assert _refusals(Pace(Limits()), [number / 30 for number in range(3000)]) == 0


def test_a_faster_flow_is_refused() -> None:
    """A tenth too fast is taken while the burst lasts, and then refused again and again."""
    assert _refusals(Pace(Limits()), [number / 33 for number in range(200)]) == 0
    assert _refusals(Pace(Limits()), [number / 33 for number in range(1000)]) > 20


def test_whoever_is_refused_must_wait_as_told() -> None:
    """Until the seconds are over, every message is refused; then they are taken again."""
    pace = Pace(Limits(per_second=None, chat_burst=1))
    assert pace.admit(ADA, 0.0, group=False) == 0
    assert pace.admit(ADA, 0.1, group=False) == 1
    assert pace.admit(ADA, 1.05, group=False) == 1  # 1.1 was told, though the second is over
    assert pace.admit(ADA, 2.2, group=False) == 0


def test_a_chat_has_a_burst_then_a_message_a_second() -> None:
    """Three at once, then one a second; other chats do not care."""
    pace = Pace(Limits())
    assert [pace.admit(ADA, 0.0, group=False) for _ in range(4)] == [0, 0, 0, 1]
    assert pace.admit(ADA + 1, 0.0, group=False) == 0
    assert _refusals(Pace(Limits()), [float(number) for number in range(100)], chats=1) == 0


def test_a_group_takes_twenty_in_any_minute() -> None:
    """The twenty-first has to wait until the first is a minute old."""
    pace = Pace(Limits(per_chat_per_second=None))
    assert _refusals(pace, [float(number) for number in range(20)], group=True) == 0
    assert pace.admit(GROUP, 20.0, group=True) == 40
    assert pace.admit(GROUP, 60.1, group=True) == 0
    even = Pace(Limits())
    assert _refusals(even, [number * 3.0 for number in range(100)], group=True) == 0


def test_no_limits() -> None:
    """Without limits everything is taken."""
    assert _refusals(Pace(NONE), [0.0] * 5000, chats=1) == 0
