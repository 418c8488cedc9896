"""The store in an operator's hands: backups, newer versions, damage."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from tests.botapi import BotApi
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running

ADA = 17


async def test_a_backup_of_the_running_bot_is_restored(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """Everything up to the backup is there again; only what came after it comes once more."""
    ada = api.private(ADA, "Ada")
    api.say(ada, "/subscribe")
    await api.until(lambda: api.sent_to(ada), PATIENCE)
    desk.drop("ferry.txt")
    await api.until(lambda: len(api.sent_to(ada)) == 2, PATIENCE)
    path, backup = desk.folder / "dateline.db", desk.folder / "backup.db"
    with closing(sqlite3.connect(path)) as store, closing(sqlite3.connect(backup)) as parsed:
        store.execute("PRAGMA wal_checkpoint")
        settled = "SELECT count(*) FROM deliveries WHERE state <> 'sent'"
        while store.execute(settled).fetchone() != (0,):
            pass  # the answer is being written down
        store.backup(parsed)
    desk.drop("quay.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await api.until(lambda: len(api.sent_to(ada)) == 3, PATIENCE)
    assert await bot.stop() == 0
    for file in desk.folder.glob("dateline.db*"):
        file.unlink()
    backup.rename(path)
    restored = Running.start(desk, "run")
    await api.until(lambda: len(api.sent_to(ada)) == 4, PATIENCE)
    api.say(ada, "/latest")
    await api.until(lambda: len(api.sent_to(ada)) == 5, PATIENCE)
    assert await restored.stop() == 0
    titles = [message.text.splitlines()[0] for message in api.sent_to(ada)[1:4]]
    assert titles == ["Ferry to Korčula runs again", *["Quay in Split rebuilt"] * 2]


async def test_a_newer_store_is_refused(api: BotApi, desk: Place) -> None:
    """By `run` with status 1 and one line, and by `check`; nothing in it is touched."""
    assert await Running.start(desk, "scan").ended() == 0
    path = desk.folder / "dateline.db"
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("UPDATE dateline_version SET version_num = '9999'")
    for command in ("run", "check"):
        running = Running.start(desk, command)
        assert await running.ended() == 1
        lines = [line for line in running.said.splitlines() if "newer Dateline" in line]
        assert "9999" in lines[-1]
    assert len(lines) == 2
    assert "Traceback" not in running.said
    assert api.requests["getupdates"] == 0


async def test_a_damaged_store_is_found(api: BotApi, desk: Place) -> None:
    """`check` says what SQLite's integrity check finds, and has status 1."""
    for number in range(5):
        desk.drop(f"{number}.txt", f"Snow {number}\n\nSnow fell on Mosor {number} times this week.")
    assert await Running.start(desk, "scan").ended() == 0
    sound = Running.start(desk, "check")
    assert await sound.ended() == 0, sound.said
    path = desk.folder / "dateline.db"
    with closing(sqlite3.connect(path)) as store:
        (size,) = store.execute("PRAGMA page_size").fetchone()
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_filings_stem'"
        (page,) = store.execute(query).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    damaged = Running.start(desk, "check")
    assert await damaged.ended() == 1
    assert "Store: " in damaged.said
    assert "malformed" in damaged.said or "ix_filings_stem" in damaged.said
    assert "Traceback" not in damaged.said


@pytest.mark.parametrize("command", ["deleted", "replaced"])
async def test_a_store_that_is_gone_ends_the_bot(
    api: BotApi, desk: Place, bot: Running, command: str
) -> None:
    """With status 1 and a line that says what to do; the next start files what is there."""
    ada = api.private(ADA, "Ada")
    api.say(ada, "/subscribe")
    await api.until(lambda: api.sent_to(ada), PATIENCE)
    desk.drop("ferry.txt")
    await api.until(lambda: len(api.sent_to(ada)) == 2, PATIENCE)
    path = desk.folder / "dateline.db"
    if command == "deleted":
        path.unlink()  # and what stands beside it stays
    else:
        shutil.copy(path, desk.folder / "copy.db")
        (desk.folder / "copy.db").rename(path)
    assert await bot.ended() == 1
    assert bot.said.splitlines()[-1].startswith(f"store.url: {path} was deleted or replaced")
    assert "Traceback" not in bot.said
    if command == "replaced":
        for file in desk.folder.glob("dateline.db*"):
            file.unlink()
    restarted = Running.start(desk, "run")
    await api.until(lambda: restarted.said.count("ferry.txt: filed") == 2, PATIENCE)
    api.say(ada, "/latest")
    await api.until(lambda: len(api.sent_to(ada)) == 3, PATIENCE)
    assert "/summary_1 Ferry to Korčula runs again" in api.sent_to(ada)[2].text
    assert await restarted.stop() == 0
