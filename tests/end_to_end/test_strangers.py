"""Strangers who flood, updates that make no sense, rights that are lost: over real HTTP."""

import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from tests.botapi import NONE, BotApi, Effect, Json, Room
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running, in_telegram
from tests.socks import Socks

ADA, BEN = 17, 18
GROUP = -1_001_000
SOON = 5.0
"""Seconds within which somebody is answered whom nobody may delay, on a busy machine."""

BIG = 10**40


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Serve as Telegram, without limits."""
    async with BotApi(limits=NONE) as api:
        yield api


@pytest.fixture
def desk(place: Place, api: BotApi) -> Place:
    """Return a working folder whose Dateline sends as fast as it can, and has its own allowance."""
    fast = {
        "DATELINE_DELIVERY__PER_SECOND": "1000",
        "DATELINE_DELIVERY__PER_CHAT_PER_SECOND": "1000",
        "DATELINE_DELIVERY__PER_GROUP_PER_MINUTE": "60000",
        "DATELINE_ACCESS__REQUESTS_PER_MINUTE": "20",
    }
    return replace(place, settings=in_telegram(api, **fast))


@pytest.fixture(autouse=True)
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name no proxy in the environment."""
    for name in ("http_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


async def until_said(api: BotApi, room: Room, words: str, within: float = PATIENCE) -> float:
    """Wait until a message with these words has come to a chat; return the seconds."""
    begun = time.monotonic()
    await api.until(lambda: any(words in m.text for m in api.sent_to(room)), within)
    return time.monotonic() - begun


async def handled(place: Place) -> bool:
    """Return whether the store of a place holds no update that waits."""
    with closing(sqlite3.connect(place.folder / "dateline.db")) as database:
        return not database.execute("SELECT count(*) FROM updates WHERE NOT handled").fetchone()[0]


async def until_handled(api: BotApi, place: Place, room: Room) -> None:
    """Wait until no update waits, by asking for something else again and again."""
    while not await handled(place):
        count = len(api.sent_to(room))
        api.say(room, "/help")
        await api.until(lambda count=count: len(api.sent_to(room)) > count, PATIENCE)  # type: ignore[misc]


async def test_a_flood_delays_nobody(api: BotApi, desk: Place, bot: Running) -> None:
    """1,000 commands of one chat: so many are answered, one more is told why not, and that is all."""
    ada, ben = api.private(ADA, "Ada"), api.private(BEN, "Ben")
    api.say(ada, "/help")
    await until_said(api, ada, "What you can ask")
    for _ in range(1000):
        api.say(ada, "/latest 50")
    api.say(ben, "/help")
    assert await until_said(api, ben, "What you can ask") < SOON
    await until_said(api, ada, "I answer 20 requests a minute")
    await until_handled(api, desk, api.private(99, "Eve"))
    assert len(api.sent_to(ada)) == 21
    assert sum("I answer 20" in message.text for message in api.sent_to(ada)) == 1
    assert await bot.stop() == 0


async def test_a_flood_that_is_allowed_delays_nobody_either(api: BotApi, desk: Place) -> None:
    """Chats take turns, in being answered and in what is sent."""
    many = {"DATELINE_ACCESS__REQUESTS_PER_MINUTE": "100000", "DATELINE_DELIVERY__BACKLOG": "100"}
    bot = Running.start(desk, "run", **many)
    ada, ben = api.private(ADA, "Ada"), api.private(BEN, "Ben")
    api.say(ada, "/subscribe")
    await until_said(api, ada, "Subscribed.")
    for number in range(30):
        desk.drop(f"{number}.txt", f"Ferry {number} runs\n\nFerry {number} sailed from Split.")
    await api.until(lambda: len(api.sent_to(ada)) > 30, PATIENCE)
    before = len(api.sent_to(ada))
    for _ in range(300):
        api.say(ada, "/latest 50")
    await api.until(lambda: len(api.sent_to(ada)) > before + 3, PATIENCE)
    api.say(ben, "/help")
    assert await until_said(api, ben, "What you can ask") < SOON
    assert len(api.sent_to(ada)) < before + 250
    assert await bot.stop() == 0


async def test_a_look_up_that_hangs_delays_its_chat_alone(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """It is given up after some seconds, with a word on it; others are answered meanwhile."""
    ada, ben = api.private(ADA, "Ada"), api.private(BEN, "Ben")
    group = api.supergroup(GROUP, "Desk", administrator=[ADA])
    api.fail(Effect.SLOW, method="getChatMember", seconds=60, times=None)
    api.fail(Effect.SLOW, method="getChat", seconds=60, times=None)
    api.say(group, "/subscribe", by=ADA)
    for _ in range(15):
        api.say(ada, "/subscribe @the_wire")
    await api.until(lambda: api.requests["getchatmember"] and api.requests["getchat"], PATIENCE)
    api.say(ben, "/help")
    assert await until_said(api, ben, "What you can ask") < SOON
    await until_said(api, group, "Telegram does not say who is an administrator just now.")
    await until_said(api, ada, "Telegram does not say who is an administrator just now.")
    api.heal()
    api.say(group, "/subscribe", by=ADA)
    await until_said(api, group, "Subscribed.")
    assert await bot.stop() == 0


async def test_a_dismissed_administrator_has_no_right(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """From the moment on that Telegram says so."""
    group = api.supergroup(GROUP, "Desk", administrator=[ADA])
    api.say(group, "/subscribe", by=ADA)
    await until_said(api, group, "Subscribed.")
    group.members[ADA] = "member"
    api.say(group, "/unsubscribe", by=ADA)
    await until_said(api, group, "only its administrators")
    assert not any("Unsubscribed" in message.text for message in api.sent_to(group))
    assert await bot.stop() == 0


def _message(**changes: object) -> Json:
    message: Json = {
        "message_id": 5,
        "date": 1,
        "chat": {"id": ADA, "type": "private", "first_name": "Ada"},
        "from": {"id": ADA, "first_name": "Ada"},
        "text": "/subscribe",
    }
    return {"message": message | changes}


def _chat(**changes: object) -> Json:
    return {"id": ADA, "type": "private", "first_name": "Ada"} | changes


ODD = [
    _message(chat=_chat(id=BIG)),
    _message(chat=_chat(id="17")),
    _message(chat=_chat(id=0, type="console")),
    _message(chat=_chat(title=["a"], username={"a": 1})),
    _message(chat=_chat(first_name="\ud800"), text="/xyzzy \ud800\x00"),
    _message(message_id=BIG),
    _message(message_id="5"),
    _message(**{"from": {"id": BIG, "first_name": "A"}}),
    _message(text="/x " + "y" * 100_000),
    _message(migrate_to_chat_id=BIG),
    _message(sender_chat={"id": BIG}),
    {"my_chat_member": {"chat": _chat(id=BIG), "new_chat_member": {"status": "kicked"}}},
    {"my_chat_member": {"chat": _chat(), "new_chat_member": {"status": ["kicked"]}}},
    {"my_chat_member": [1]},
    {"message": "words"},
]
KEPT = ["[" * 10_000, '{"message":' * 10_000, "", "null", "7", '{"message": ' + "1" * 9_000 + "}",
        '{"message": {"chat": {"id": 1e999}}}']  # fmt: skip
"""What a store may hold of old."""


async def test_updates_that_make_no_sense(api: BotApi, desk: Place, bot: Running) -> None:
    """Whether they come now or have been kept, no start ends by them, and all are handled."""
    ada = api.private(ADA, "Ada")
    for update in ODD:
        api.inject(update)
    api.say(ada, "/help")
    await until_said(api, ada, "What you can ask")
    await until_handled(api, desk, api.private(99, "Eve"))
    assert await bot.stop() == 0
    with closing(sqlite3.connect(desk.folder / "dateline.db")) as database:
        for number, payload in enumerate(KEPT, start=1):
            database.execute(
                "INSERT INTO updates VALUES (?, ?, '2031-01-01 00:00:00.000000', 0)",
                (number, payload),
            )
        database.commit()
    again = Running.start(desk, "run")
    api.say(ada, "/start")
    await until_said(api, ada, "Dateline reads the news")
    await until_handled(api, desk, api.private(98, "Ivo"))
    assert await again.stop() == 0
    assert "Traceback" not in again.said


PROXIES = ["ALL_PROXY", "all_proxy", "DATELINE_TELEGRAM__PROXY"]


@pytest.mark.parametrize("name", PROXIES)
async def test_through_a_socks_proxy(api: BotApi, desk: Place, name: str) -> None:
    """The whole of it: start, menu, polls and messages."""
    async with Socks(urlsplit(api.base_url).port or 0, login=("ada", "hunter22")) as socks:
        settings = {
            "DATELINE_TELEGRAM__BASE_URL": "http://telegram.invalid",
            name: f"socks5h://ada:hunter22@{socks.host}",
        }
        bot = Running.start(desk, "run", **settings)
        ada = api.private(ADA, "Ada")
        api.say(ada, "/help")
        await until_said(api, ada, "What you can ask")
        assert await bot.stop() == 0
        assert {host for host, _ in socks.asked} == {"telegram.invalid"}
    assert "hunter22" not in bot.said
    assert "Traceback" not in bot.said


@pytest.mark.parametrize("command", ["run", "check", "scan"])
@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("DATELINE_TELEGRAM__PROXY", "socks4://ada:hunter22@host:1", "telegram.proxy"),
        ("DATELINE_TELEGRAM__PROXY", "http://ada:hunter22@host:port", "telegram.proxy"),
        ("ALL_PROXY", "socks4://ada:hunter22@host:1", "ALL_PROXY"),
    ],
)
async def test_a_proxy_that_is_none(
    desk: Place, command: str, name: str, value: str, named: str
) -> None:
    """One line that names it, without its password, and status 2."""
    settings = {"DATELINE_TELEGRAM__BASE_URL": "http://telegram.invalid", name: value}
    running = Running.start(desk, command, **settings)
    assert await running.ended() == 2
    [line] = running.said.splitlines()
    assert line.startswith(named)
    assert "hunter22" not in line
