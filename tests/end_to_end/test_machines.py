"""Several processes on one PostgreSQL share the work; on SQLite there can be one."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from dataclasses import replace

import pytest

from bot.adapters.store import open_store
from bot.model import Address, Chat, ChatKind
from tests.botapi import BotApi, Limits
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running
from tests.makers import NOON
from tests.postgres import PostgresServer, postgres

CHATS = range(1000, 1300)
GROUP = -1_004_000
RATE = 60


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """Run a PostgreSQL."""
    with postgres() as server:
        yield server


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    """Serve as Telegram, with twice its limit over all chats."""
    async with BotApi(limits=Limits(per_second=RATE, burst=15)) as api:
        for chat_id in CHATS:
            api.private(chat_id)
        api.supergroup(GROUP, "Desk", creator=[1])
        yield api


@pytest.fixture
def shared(desk: Place, server: PostgresServer) -> Iterator[Place]:
    """Return a folder, and a store on PostgreSQL."""
    with server.database() as url:
        more = {
            "DATELINE_STORE__URL": url,
            "DATELINE_DELIVERY__PER_SECOND": str(RATE),
            "DATELINE_LOG__LEVEL": "info",
        }
        yield replace(desk, settings=desk.settings | more)


async def subscribe_all(url: str) -> None:
    """Subscribe all chats, as their commands would."""
    store = await open_store(url)
    async with store.transaction() as work:
        for chat_id in (*CHATS, GROUP):
            kind = ChatKind.PRIVATE if chat_id > 0 else ChatKind.SUPERGROUP
            await work.chats.meet(Chat(id=chat_id, kind=kind))
            await work.chats.subscribe(Address(chat_id), NOON)
    await store.close()


async def test_three_processes_share_a_broadcast(
    api: BotApi, shared: Place, server: PostgresServer
) -> None:
    """The leader is killed amid it: every message arrives, none twice but what was under way."""
    url = shared.settings["DATELINE_STORE__URL"]
    await subscribe_all(url)
    crew = [Running.start(shared, "run")]
    await api.until(lambda: api.requests["getupdates"], PATIENCE)
    crew += [Running.start(shared, "run") for _ in range(2)]
    await api.until(lambda: api.requests["getme"] >= 3, PATIENCE)
    shared.drop("ferry.txt")
    await api.until(lambda: len(api.sent) > len(CHATS) / 3, PATIENCE)
    assert str(crew[0].process.pid) in await leader(url)
    polls = api.requests["getupdates"]
    await crew[0].kill()
    lost = server.rows(url, "SELECT chat_id FROM deliveries WHERE state = 'sending'")
    await api.until(lambda: len({m.chat_id for m in api.sent}) > len(CHATS), PATIENCE)
    await api.until(lambda: api.requests["getupdates"] > polls, PATIENCE)
    api.say(api.world.rooms[CHATS[0]], "/latest")
    await api.until(lambda: any("The latest" in message.text for message in api.sent), PATIENCE)
    unsent = "SELECT 1 FROM deliveries WHERE state <> 'sent'"
    async with asyncio.timeout(PATIENCE):
        while await asyncio.to_thread(server.rows, url, unsent):  # noqa: ASYNC110 - their doing
            await asyncio.sleep(0.1)
    for running in crew[1:]:
        assert await running.stop() == 0
    arrived = Counter(message.chat_id for message in api.sent)
    expected = Counter([*CHATS, GROUP, CHATS[0]])
    repeated = arrived - expected
    assert expected - arrived == Counter()
    assert repeated - Counter(chat for (chat,) in lost) == Counter()
    assert api.refused(429) == []
    assert "Traceback" not in crew[0].said


async def leader(url: str) -> str:
    """Return which process leads."""
    store = await open_store(url)
    try:
        return await store.leadership.leader() or ""
    finally:
        await store.close()


async def test_a_lost_server_is_waited_for(
    api: BotApi, shared: Place, server: PostgresServer
) -> None:
    """All connections are cut: the bot goes on as soon as there are new ones."""
    url = shared.settings["DATELINE_STORE__URL"]
    running = Running.start(shared, "run")
    await api.until(lambda: api.requests["getupdates"], PATIENCE)
    room = api.world.rooms[CHATS[0]]
    api.say(room, "/subscribe")
    await api.until(lambda: api.sent_to(room), PATIENCE)
    server.query(f"ALTER DATABASE {server.name_of(url)} ALLOW_CONNECTIONS false")
    await asyncio.to_thread(server.cut_off, url, "%")
    api.say(room, "/latest")
    shared.drop("ferry.txt")
    with suppress(TimeoutError):
        await api.until(lambda: len(api.sent_to(room)) > 1, 3)
    assert len(api.sent_to(room)) == 1
    server.query(f"ALTER DATABASE {server.name_of(url)} ALLOW_CONNECTIONS true")
    await api.until(lambda: len(api.sent_to(room)) == 3, PATIENCE)
    assert await running.stop() == 0
    assert "Traceback" not in running.said


async def test_on_sqlite_there_can_be_one(api: BotApi, desk: Place, bot: Running) -> None:
    """A second bot on the same file ends with status 1 and one clear line."""
    await api.until(lambda: api.requests["getupdates"], PATIENCE)
    said = bot.said
    second = Running.start(desk, "run")
    assert await second.ended() == 1
    (line,) = [
        line for line in second.said.removeprefix(said).splitlines() if "is using it" in line
    ]
    assert f"dateline.db: process {bot.process.pid} is using it" in line
    assert "PostgreSQL" in line
    assert "Traceback" not in bot.said
