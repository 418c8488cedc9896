"""Remedies: each error has one, as a table."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.delivery.gate import NotYet
from bot.delivery.outage import IN_A_ROW, Outage
from bot.delivery.policy import Policy, Uncertain
from bot.delivery.remedies import MOST_DEFECTS, Action, remedy
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
from bot.model import Address, Delivery, DeliveryKind, DeliveryState
from tests.makers import NOON

DELIVERY = Delivery(
    id=1,
    kind=DeliveryKind.BRIEF,
    address=Address(5),
    state=DeliveryState.SENDING,
    created_at=NOON,
    not_before=NOON,
)


@pytest.mark.parametrize(
    ("error", "action"),
    [
        (TryLater(7), Action.REPEAT),
        (NotYet(7), Action.REPEAT),
        (NotSent("no connection"), Action.REPEAT),
        (ServerTrouble("502"), Action.REPEAT),
        (AnswerLost("time-out"), Action.REPEAT),
        (TokenRefused("no"), Action.REPEAT),
        (ChatGone("blocked"), Action.END_CHAT),
        (ChatMoved(-100), Action.MOVE_CHAT),
        (MayNotPost("closed"), Action.PAUSE),
        (PostRejected("too odd"), Action.EXPIRE),
        (EditRefused("too old"), Action.EXPIRE),
        (ZeroDivisionError("oops"), Action.REPEAT),
    ],
)
def test_each_error_has_its_remedy(error: Exception, action: Action) -> None:
    """An error names what is done about it."""
    assert remedy(error, DELIVERY, policy=Policy(), now=NOON).action is action


def test_waits_just_as_long_as_asked() -> None:
    """The wait that Telegram asks for is neither cut nor stretched, and is the whole chat's."""
    found = remedy(TryLater(7200), DELIVERY, policy=Policy(), now=NOON)
    assert (found.seconds, found.chat_waits) == (7200, True)


@pytest.mark.parametrize("error", [NotSent("x"), ServerTrouble("x")])
def test_backs_off_ever_longer_and_without_end(error: Exception) -> None:
    """Waits grow with the attempts up to five minutes, and attempts are not limited."""
    many = replace(DELIVERY, attempts=10_000)
    waits = [remedy(error, many, policy=Policy(), now=NOON).seconds for _ in range(50)]
    assert max(waits) <= 300
    assert max(waits) > 60
    first = remedy(error, DELIVERY, policy=Policy(), now=NOON)
    assert 0.5 <= first.seconds <= 2


def test_gives_up_for_age_and_says_why() -> None:
    """Beyond its greatest age a delivery expires with the last error as its reason."""
    found = remedy(
        ServerTrouble("Bad Gateway"), DELIVERY, policy=Policy(), now=NOON + timedelta(hours=48)
    )
    assert found.action is Action.EXPIRE
    assert "Bad Gateway" in found.reason


def test_the_last_attempt_is_not_put_off_beyond_the_age() -> None:
    """A wait ends just before the delivery is too old."""
    late = NOON + timedelta(hours=48) - timedelta(seconds=0.3)
    found = remedy(NotSent("x"), replace(DELIVERY, attempts=9), policy=Policy(), now=late)
    assert found.action is Action.REPEAT
    assert found.seconds < 0.3


@pytest.mark.parametrize("left", [0.5, 0.02, 0.011, 0.01, 0.001])
def test_a_repeat_never_comes_at_once(left: float) -> None:
    """However near the age, an attempt is put off by some time, or was the last."""
    late = NOON + timedelta(hours=48) - timedelta(seconds=left)
    found = remedy(NotSent("x"), DELIVERY, policy=Policy(), now=late)
    assert found.action is Action.EXPIRE or found.seconds > 0


@pytest.mark.parametrize(
    ("uncertain", "kind", "action"),
    [
        (Uncertain.REPEAT, DeliveryKind.BRIEF, Action.REPEAT),
        (Uncertain.SKIP, DeliveryKind.BRIEF, Action.EXPIRE),
        (Uncertain.SKIP, DeliveryKind.CORRECTION, Action.REPEAT),
    ],
)
def test_a_lost_answer_is_the_operators_choice(
    uncertain: Uncertain, kind: DeliveryKind, action: Action
) -> None:
    """An attempt that may have worked is repeated or skipped; an edit can always be repeated."""
    delivery = replace(DELIVERY, kind=kind)
    policy = Policy(uncertain=uncertain)
    assert remedy(AnswerLost("x"), delivery, policy=policy, now=NOON).action is action


def test_a_fault_of_our_own_is_not_tried_for_ever() -> None:
    """What fails by Dateline's own fault several times is given up, with the fault named."""
    often = replace(DELIVERY, attempts=MOST_DEFECTS)
    found = remedy(KeyError("x"), often, policy=Policy(), now=NOON)
    assert found.action is Action.EXPIRE
    assert "KeyError" in found.reason


def test_several_chats_in_a_row_make_all_wait() -> None:
    """When one chat after the other is asked to wait, Telegram's overall limit is meant."""
    outage = Outage()
    waits = [outage.failed(chat_id, TryLater(9)) for chat_id in range(IN_A_ROW)]
    assert waits == [0] * (IN_A_ROW - 1) + [9]


def test_one_chat_alone_is_no_outage() -> None:
    """However often one chat fails, or several between successes, the others do not wait."""
    outage = Outage()
    assert not any(outage.failed(1, TryLater(9)) for _ in range(50))
    outage.over()
    for chat_id in range(50):
        assert outage.failed(chat_id, NotSent("x")) == 0
        outage.over()


def test_an_outages_waits_grow() -> None:
    """While nobody can be reached, attempts become fewer, at most half a minute apart."""
    outage = Outage()
    waits = [wait for chat_id in range(400) if (wait := outage.failed(chat_id, NotSent("x")))]
    assert len(waits) == 400 // IN_A_ROW
    assert 5 < max(waits) <= 30
