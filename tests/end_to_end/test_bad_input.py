"""What goes wrong around the files: one clear line each, and everything goes on."""

import json
import os
import resource

from tests.botapi import BotApi
from tests.end_to_end.process import STORY, Place
from tests.end_to_end.running import PATIENCE, Running

ADA = 17


async def subscribe(api: BotApi) -> None:
    """Let Ada subscribe."""
    api.say(api.private(ADA, "Ada"), "/subscribe")
    await api.until(lambda: api.sent_to(ADA), PATIENCE)


async def until_posted(api: BotApi, words: str) -> None:
    """Wait until Ada has a message with these words."""
    await api.until(lambda: any(words in m.text for m in api.sent_to(ADA)), PATIENCE)


def lines_with(running: Running, words: str) -> list[str]:
    """Return the lines of the log with these words, but for what is only there to find faults."""
    return [line for line in running.said.splitlines() if words in line and " DEBUG " not in line]


async def test_a_folder_that_vanishes_and_returns(api: BotApi, desk: Place) -> None:
    """One line when it goes, and its files are read when it is back; nothing is posted twice."""
    away, second = desk.folder / "away", desk.folder / "second"
    second.mkdir()
    folders = json.dumps([str(desk.inbox), str(second)])
    bot = Running.start(desk, "run", DATELINE_WATCH__FOLDERS=folders)
    await subscribe(api)
    desk.drop("ferry.txt")
    await until_posted(api, "Ferry to Korčula")
    desk.inbox.rename(away)
    for number in range(3):  # each in a scan of its own, of both folders
        (second / f"{number}.txt").write_text(
            f"Snow {number}\n\nSnow fell on Mosor {number} times."
        )
        await until_posted(api, f"Snow {number}")
    away.rename(desk.inbox)
    desk.drop("quay.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await until_posted(api, "Quay in Split")
    assert await bot.stop() == 0
    assert len(lines_with(bot, f"WARNING bot.intake.scan: {desk.inbox}: ")) == 1
    assert len(api.sent_to(ADA)) == 6


async def test_odd_files(api: BotApi, desk: Place, bot: Running) -> None:
    """A huge file, a link out, a pipe, no text: set aside with a reason; the rest is posted."""
    await subscribe(api)
    outside = desk.folder / "secret.txt"
    outside.write_text(STORY.replace("Ferry", "Secret ferry"))
    (desk.inbox / "link.txt").symlink_to(outside)
    os.mkfifo(desk.inbox / "pipe.txt")
    with (desk.inbox / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    desk.drop("empty.txt", b"")
    desk.drop("junk.txt", bytes(range(256)) * 40)
    (desk.inbox / "gone.txt").symlink_to(desk.folder / "nowhere.txt")
    desk.drop("ferry.txt")
    await until_posted(api, "Ferry to Korčula")
    desk.drop("quay.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await until_posted(api, "Quay in Split")
    for name in ("link.txt", "pipe.txt", "huge.txt", "empty.txt", "junk.txt"):
        (line,) = lines_with(bot, f"/{name}:")
        assert "set aside" in line
    checked = Running.start(desk, "check")
    await checked.ended()
    said = checked.said.rpartition("Files set aside:")[2]
    for name in ("link.txt", "pipe.txt", "huge.txt", "empty.txt", "junk.txt"):
        assert name in said
    assert "larger than 5000000 bytes" in said
    assert "is a symbolic link out of the folder" in said
    assert not any("Secret" in message.text for message in api.sent)
    assert await bot.stop() == 0
    assert "Traceback" not in bot.said


async def test_a_full_disk(api: BotApi, desk: Place) -> None:
    """Nothing is lost: what could not be kept is filed, answered and delivered once there is room.

    The system refuses to let the store's files grow, as a full disk does.
    """
    bot = Running.start(desk, "run", DATELINE_LOG__LEVEL="info")
    await subscribe(api)
    assert bot.process.pid is not None
    full = max(file.stat().st_size for file in desk.folder.glob("dateline.db*"))
    unlimited = resource.RLIM_INFINITY
    resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (full, unlimited))
    desk.drop("ferry.txt")
    await bot.says("the scan was broken off; the next one goes on")
    api.say(api.world.rooms[ADA], "/xyzzyq")
    await bot.says("updates from Telegram cannot be kept, trying again")
    resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))
    await until_posted(api, "There is no /xyzzyq.")
    await until_posted(api, "Ferry to Korčula")
    assert len(api.sent_to(ADA)) == 3
    assert await bot.stop() == 0
    assert "Traceback" not in bot.said
