"""What Telegram's server says, as wrong as can be: it ends nothing, and is not asked in a spin."""

import asyncio
import json
import resource
from collections.abc import Sequence

import pytest

from bot.adapters.telegram.client import Telegram
from bot.adapters.telegram.values import LONGEST_WAIT
from bot.errors import AnswerLost, ChatMoved, DeliveryError, ServerTrouble, TryLater
from bot.model import Address, Update
from tests.bot.adapters.telegram.conftest import ADA
from tests.botapi import BotApi, Effect

DEEP = "[" * 100_000
BIG = 10**40

WAITS = ["null", '"soon"', "-1", "0", "[3]", "{}", "true", "NaN", "-1e999", '"NaN"', DEEP]
"""What is no time to wait."""

LONG_WAITS = [10**22, BIG, "1e999", 1e300]


def _refusal(parameters: str, status: int = 429) -> str:
    return (
        f'{{"ok": false, "error_code": {status}, "description": "Too Many Requests", '
        f'"parameters": {parameters}}}'
    )


ANSWERS = [
    *((_refusal(f'{{"retry_after": {wait}}}'), 429) for wait in WAITS),
    (_refusal("[]"), 429),
    (_refusal("7"), 429),
    (_refusal('{"migrate_to_chat_id": "x"}', 400), 400),
    (_refusal(f'{{"migrate_to_chat_id": {BIG}}}', 400), 400),
    ('{"ok": false, "description": ["Forbidden"]}', 403),
    ('{"ok": false, "description": {"a": 1}}', 502),
    ("[]", 500),
    ("7", 400),
    (DEEP, 403),
    (DEEP, 200),
    ('{"ok": true, "result": ' + DEEP, 200),
    ("", 200),
    ("null", 200),
    ("[1, 2]", 200),
    ('{"ok": true}', 200),
    ("1" * 10_000, 200),
    ('{"ok": true, "result": ' + "1" * 10_000 + "}", 200),
    ('"\ud800"', 200),
    ("x", 999),
]
RESULTS = ["{}", "null", "7", '"updates"', "[[]]", "[7]", "[null]", "[{}]",
           '[{"update_id": "7"}]', '[{"update_id": -7}]', '[{"update_id": 0}]',
           '[{"update_id": 7.5}]', '[{"update_id": true}]', '[{"update_id": null}]',
           f'[{{"update_id": {BIG}}}]', '[{"update_id": 1e999}]', '[{"update_id": [1]}]', "[]",
           '[{"update_id": 5, "message": {}}]', "true"]  # fmt: skip


class Kept:
    """What was kept of the updates."""

    def __init__(self) -> None:
        self.updates: dict[int, Update] = {}

    async def __call__(self, updates: Sequence[Update]) -> None:
        """Keep updates."""
        self.updates |= {update.id: update for update in updates}


async def _end(polling: asyncio.Task[None]) -> None:
    assert not polling.done()
    polling.cancel()
    with pytest.raises(asyncio.CancelledError):
        await polling


async def test_no_answer_ends_polling(
    api: BotApi, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it says, it is asked again, and what comes then is kept."""
    monkeypatch.setattr("bot.adapters.telegram.polling._backoff", lambda _: 0.001)
    monkeypatch.setattr("bot.adapters.telegram.polling.LONGEST_PAUSE", 0.001)
    results = [(f'{{"ok": true, "result": {result}}}', 200) for result in RESULTS]
    for body, status in (*ANSWERS, *results):
        api.fail(Effect.ANSWER, method="getUpdates", status=status, body=body)
    kept = Kept()
    number = api.mailbox.next_id
    api.say(api.world.rooms[ADA], "/start")
    polling = asyncio.create_task(telegram.poll(kept))
    await api.until(lambda: api.mailbox.confirmed >= number, 30)
    await _end(polling)
    assert not api.faults.orders
    assert sorted(kept.updates) == [5, number]


@pytest.mark.parametrize(
    "result", ["[]", '[{"update_id": 5, "message": {}}]', '[{"update_id": "5"}]', DEEP]
)
async def test_it_is_not_asked_in_a_spin(api: BotApi, telegram: Telegram, result: str) -> None:
    """Without an update that can be confirmed, or with the same again, it waits ever longer."""
    body = f'{{"ok": true, "result": {result}}}'
    api.fail(Effect.ANSWER, method="getUpdates", status=200, body=body, times=None)
    polling = asyncio.create_task(telegram.poll(Kept()))
    await asyncio.wait({polling}, timeout=1)
    await _end(polling)
    assert 1 <= api.requests["getupdates"] <= 12


async def test_waits_grow(api: BotApi, telegram: Telegram) -> None:
    """A server that refuses at once, with a wait that is none, is asked a few times in 3 s."""
    body = _refusal('{"retry_after": -1}')
    api.fail(Effect.ANSWER, method="getUpdates", status=429, body=body, times=None)
    polling = asyncio.create_task(telegram.poll(Kept()))
    await asyncio.wait({polling}, timeout=3)
    await _end(polling)
    assert api.requests["getupdates"] <= 20


async def test_sound_updates_among_broken_ones_are_kept(api: BotApi, telegram: Telegram) -> None:
    """One that has no number is passed by; what it cannot write down is kept by its number."""
    deep = "[" * 400 + "]" * 400
    body = f"""{{"ok": true, "result": [{{"update_id": "x"}}, 7, {{"update_id": 3, "message": {{}}}},
        {{"update_id": 4, "message": {deep}}}, {{"update_id": 5, "note": "\\ud800\\u0000"}}]}}"""
    api.fail(Effect.ANSWER, method="getUpdates", status=200, body=body, times=1)
    kept = Kept()
    polling = asyncio.create_task(telegram.poll(kept))
    await api.until(lambda: api.requests["getupdates"] == 2)
    await _end(polling)
    assert sorted(kept.updates) == [3, 4, 5]
    for update in kept.updates.values():
        json.loads(update.payload)
        telegram.translate(update)


@pytest.mark.parametrize(("body", "status"), ANSWERS)
async def test_no_answer_breaks_a_message(
    api: BotApi, telegram: Telegram, proxied: Telegram, body: str, status: int
) -> None:
    """Each comes to an error that delivery knows, through a proxy, too."""
    for each in (telegram, proxied):
        api.fail(Effect.ANSWER, status=status, body=body)
        with pytest.raises(DeliveryError) as caught:
            await each.messenger.send(Address(ADA), "Fire")
        assert not isinstance(caught.value, ChatMoved)
        assert not isinstance(caught.value, TryLater)
        if status == 429:
            assert isinstance(caught.value, ServerTrouble)


@pytest.mark.parametrize("wait", LONG_WAITS)
async def test_a_wait_has_an_end(api: BotApi, telegram: Telegram, wait: object) -> None:
    """A wait of ages is one of some hours."""
    body = _refusal(f'{{"retry_after": {wait}}}')
    api.fail(Effect.ANSWER, status=429, body=body)
    with pytest.raises(TryLater) as caught:
        await telegram.messenger.send(Address(ADA), "Fire")
    assert caught.value.seconds == LONGEST_WAIT


@pytest.mark.parametrize(
    "result", [f'{{"message_id": {BIG}}}', '{"message_id": "5"}', '{"message_id": -5}', "{}",
               '{"message_id": null}', "[]", "true", '{"message_id": 1e999}']
)  # fmt: skip
async def test_a_message_without_a_sound_number_is_in_doubt(
    api: BotApi, telegram: Telegram, result: str
) -> None:
    """It may or may not have been taken."""
    api.fail(Effect.ANSWER, status=200, body=f'{{"ok": true, "result": {result}}}')
    with pytest.raises(AnswerLost):
        await telegram.messenger.send(Address(ADA), "Fire")


@pytest.mark.parametrize(
    "result", ["{}", "[]", "null", f'{{"id": {BIG}}}', '{"id": "7"}', '{"id": 7, "username": []}',
               '{"id": 7, "username": "a", "first_name": 3}']
)  # fmt: skip
async def test_an_odd_identity_is_asked_for_again(
    api: BotApi, telegram: Telegram, monkeypatch: pytest.MonkeyPatch, result: str
) -> None:
    """Starting goes on until the bot is told who it is."""
    monkeypatch.setattr("bot.adapters.telegram.polling._backoff", lambda _: 0.01)
    body = f'{{"ok": true, "result": {result}}}'
    api.fail(Effect.ANSWER, method="getMe", status=200, body=body, times=3)
    assert (await telegram.start()).username == "dateline_test_bot"


async def test_an_endless_answer_is_cut_off(
    api: BotApi, telegram: Telegram, proxied: Telegram
) -> None:
    """It takes neither for ever nor all memory, through a proxy either."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for each in (telegram, proxied):
        api.fail(Effect.ENDLESS)
        with pytest.raises(AnswerLost, match=r"too large|did not come"):
            await asyncio.wait_for(each.messenger.send(Address(ADA), "Fire"), 20)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
