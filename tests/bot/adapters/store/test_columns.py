"""Values that no column holds: each is an error of its own, not the store's trouble."""

import sqlite3
from datetime import datetime, timedelta, timezone

import pytest

from bot.adapters.store import DatabaseStore
from bot.errors import UnfitValue
from bot.model import Chat, ChatKind, FileRecord, Update
from tests.bot.adapters.store.samples import ANN, NOW, file_it
from tests.bot.adapters.store.test_files import a_file

FIT = (2**63 - 1, -(2**63), 0)
UNFIT = (2**63, -(2**63) - 1, 10**40)


async def keep(store: DatabaseStore, *files: FileRecord) -> None:
    """Remember files in a unit of work."""
    async with store.transaction() as work:
        await work.files.remember(*files)


@pytest.mark.parametrize("name", ["size", "mtime_ns", "ctime_ns", "inode"])
async def test_numbers_have_64_bits(store: DatabaseStore, name: str) -> None:
    """The largest and the smallest come back; one beyond them is refused, and nothing is kept."""
    for number in FIT:
        record = a_file(f"folder/{number}", **{name: number})
        await keep(store, record)
        async with store.transaction() as work:
            assert (await work.files.known("folder"))[record.path] == record
    for number in UNFIT:
        with pytest.raises(UnfitValue, match="64 bits"):
            await keep(store, a_file("other/a"), a_file("other/b", **{name: number}))
    async with store.transaction() as work:
        assert await work.files.known("other") == {}


async def test_ids_of_strangers_have_64_bits(store: DatabaseStore) -> None:
    """Whether they are kept or asked for."""

    async def meet(number: int) -> None:
        async with store.transaction() as work:
            await work.chats.meet(Chat(id=number, kind=ChatKind.PRIVATE, title="Ann"))

    async def ask(number: int) -> None:
        async with store.transaction() as work:
            await work.chats.get(number)

    async def receive(number: int) -> None:
        async with store.transaction() as work:
            await work.updates.receive([Update(id=number, payload="")])

    for use in (meet, ask, receive):
        with pytest.raises(UnfitValue):
            await use(10**40)


async def test_times_end_with_the_calendar(store: DatabaseStore) -> None:
    """A time that is in the year 0 or 10000 by UTC is refused."""
    for moment in (
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
        datetime.max.replace(tzinfo=timezone(-timedelta(hours=14))),
    ):
        with pytest.raises(UnfitValue, match="years"):
            async with store.transaction() as work:
                await work.chats.subscribe(ANN, moment)


async def test_a_value_of_another_type_is_refused(store: DatabaseStore) -> None:
    """As JSON of a stranger may bring it."""
    for value in ("7", 7.5):
        with pytest.raises(UnfitValue):
            await keep(store, a_file("a", size=value))


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_a_text_too_long_is_its_own_fault(store: DatabaseStore) -> None:
    """SQLite holds so much in a value and no more, however much room there is."""
    async with store._engine.begin() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        await raw._execute(raw._conn.setlimit, sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    with pytest.raises(UnfitValue, match="too big"):
        async with store.transaction() as work:
            await file_it(work, "x" * 100_001, path="x", digest="x")


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
async def test_a_key_too_long_is_its_own_fault(store: DatabaseStore) -> None:
    """PostgreSQL's indexes hold so much of a key and no more."""
    path = "".join(chr(0x4E00 + number * 37 % 20_000) for number in range(4000))
    with pytest.raises(UnfitValue, match="the store cannot hold it"):
        await keep(store, a_file(path))


async def test_texts_of_any_kind_come_back(store: DatabaseStore) -> None:
    """NULs, lone surrogates, and what stands for them."""
    odd = "a\0b\ud800\udcff\uffff\uffff0041\U0010ffff"
    record = a_file(f"folder/{odd}", digest=odd, reason=odd)
    await keep(store, record)
    async with store.transaction() as work:
        assert await work.files.known("folder") == {record.path: record}
        filing = await file_it(work, odd, path=odd, digest=odd)
        found = await work.filings.get(filing.id)
        assert found == filing
    assert filing.filed_at == NOW
