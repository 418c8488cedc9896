"""Who may command, and where posts may go."""

import asyncio
from contextlib import suppress

import pytest

from bot.adapters.telegram.client import Telegram
from bot.errors import AnswerLost, ServerTrouble
from bot.model import Address, Chat, ChatKind, PlaceRefusal
from tests.bot.adapters.telegram.conftest import ADA, CHANNEL, FORUM, GROUP
from tests.botapi import BotApi, Effect


@pytest.mark.parametrize(
    ("chat_id", "user_id", "expected"),
    [
        (GROUP, ADA, True),
        (FORUM, ADA, True),
        (GROUP, 18, False),
        (GROUP, 19, False),
        (999, ADA, False),
    ],
)
async def test_administrators(
    telegram: Telegram, chat_id: int, user_id: int, *, expected: bool
) -> None:
    """The creator and administrators are; members, strangers, and people of nowhere are not."""
    assert await telegram.members.is_admin(chat_id, user_id) is expected


async def test_nothing_is_remembered(api: BotApi, telegram: Telegram) -> None:
    """Whoever is dismissed has the right no longer, and whoever is appointed has it at once."""
    assert await telegram.members.is_admin(GROUP, ADA)
    api.world.rooms[GROUP].members |= {ADA: "member", 18: "administrator"}
    assert not await telegram.members.is_admin(GROUP, ADA)
    assert await telegram.members.is_admin(GROUP, 18)
    assert await telegram.places_to_post.can_post("@the_wire", ADA) == Chat(
        id=CHANNEL, kind=ChatKind.CHANNEL, title="The Wire", username="the_wire"
    )
    api.world.rooms[CHANNEL].members[ADA] = "left"
    assert await telegram.places_to_post.can_post("@the_wire", ADA) is PlaceRefusal.NOT_YOURS


async def test_a_look_up_has_a_limit_of_its_own(
    api: BotApi, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that hangs ends soon; many that hang leave connections for what is to be sent."""
    monkeypatch.setattr("bot.adapters.telegram.members.PATIENCE", 0.3)
    api.fail(Effect.SLOW, method="getChatMember", seconds=60, times=None)
    begun = asyncio.get_running_loop().time()
    asked = [asyncio.create_task(telegram.members.is_admin(GROUP, ADA)) for _ in range(100)]
    asked += [
        asyncio.create_task(telegram.places_to_post.can_post("@the_wire", ADA))  # type: ignore[arg-type]
        for _ in range(20)
    ]
    await api.until(lambda: api.requests["getchatmember"])
    await telegram.messenger.send(Address(ADA), "Fire")
    found = await asyncio.gather(*asked, return_exceptions=True)
    assert {type(each) for each in found} == {AnswerLost}
    assert asyncio.get_running_loop().time() - begun < 3
    assert api.requests["getchatmember"] < 20
    api.heal()
    assert await telegram.members.is_admin(GROUP, ADA)


@pytest.mark.parametrize(
    "result", ["[]", "7", '{"status": ["creator"]}', '{"status": 1}', "{}", "null", '"creator"']
)
async def test_a_standing_that_makes_no_sense_is_none(
    api: BotApi, telegram: Telegram, result: str
) -> None:
    """Nobody becomes an administrator by an odd answer."""
    body = f'{{"ok": true, "result": {result}}}'
    api.fail(Effect.ANSWER, method="getChatMember", status=200, body=body, times=None)
    with suppress(AnswerLost):
        assert not await telegram.members.is_admin(GROUP, ADA)
    with suppress(AnswerLost):
        said = await telegram.places_to_post.can_post("@the_wire", ADA)
        assert said is PlaceRefusal.MAY_NOT_POST


async def test_one_failure_is_forgiven(api: BotApi, telegram: Telegram) -> None:
    """Asking is harmless, so it is tried twice; trouble that stays is told."""
    api.fail(Effect.STATUS, method="getChatMember", status=500)
    assert await telegram.members.is_admin(GROUP, ADA)
    api.fail(Effect.STATUS, method="getChatMember", status=500, times=2)
    with pytest.raises(ServerTrouble):
        await telegram.members.is_admin(FORUM, ADA)


@pytest.mark.parametrize(
    "name", ["@the_wire", "@The_Wire", "https://t.me/the_wire", "t.me/s/the_wire/",
             str(CHANNEL)]
)  # fmt: skip
async def test_a_channel_of_the_asker_is_found(telegram: Telegram, name: str) -> None:
    """By its name however written, when the bot may post there."""
    assert await telegram.places_to_post.can_post(name, ADA) == Chat(
        id=CHANNEL, kind=ChatKind.CHANNEL, title="The Wire", username="the_wire"
    )


async def test_places_refused(api: BotApi, telegram: Telegram) -> None:
    """Each reason why posts cannot go somewhere has its name."""
    api.channel(-1_002_001, username="closed_channel", bot="left", administrator=[ADA])
    api.channel(-1_002_002, username="read_channel", bot="member", administrator=[ADA])
    mute = api.channel(-1_002_003, username="mute_channel", administrator=[ADA])
    mute.may_post = False
    api.supergroup(-1_001_001, username="public_group", administrator=[ADA], member=[18])
    kicked = api.supergroup(-1_001_002, username="kicked_group", administrator=[ADA])
    kicked.bot = "kicked"
    muted = api.supergroup(-1_001_003, username="muted_group", administrator=[ADA])
    muted.bot, muted.may_post = "restricted", False
    table = [
        ("@nobody_here", ADA, PlaceRefusal.UNKNOWN),
        ("", ADA, PlaceRefusal.UNKNOWN),
        ("@a b", ADA, PlaceRefusal.UNKNOWN),
        ("17", ADA, PlaceRefusal.UNKNOWN),
        ("the_wire", ADA, PlaceRefusal.UNKNOWN),
        ("@closed_channel", ADA, PlaceRefusal.MAY_NOT_POST),
        ("@read_channel", ADA, PlaceRefusal.MAY_NOT_POST),
        ("@mute_channel", ADA, PlaceRefusal.MAY_NOT_POST),
        ("@kicked_group", ADA, PlaceRefusal.MAY_NOT_POST),
        ("@muted_group", ADA, PlaceRefusal.MAY_NOT_POST),
        ("@public_group", 18, PlaceRefusal.NOT_YOURS),
        ("@the_wire", 18, PlaceRefusal.NOT_YOURS),
    ]
    for name, user_id, expected in table:
        assert (name, await telegram.places_to_post.can_post(name, user_id)) == (name, expected)
    assert isinstance(await telegram.places_to_post.can_post("@public_group", ADA), Chat)
