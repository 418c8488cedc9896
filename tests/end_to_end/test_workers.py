"""Workers that hang: each is killed, the file beside it is posted, and the bot ends when asked."""

import os
import signal
import time
from pathlib import Path

from tests.bot.adapters.workers.looking import gone, is_there
from tests.botapi import BotApi
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running

ADA = 17
QUAY = "Quay in {place} rebuilt\n\nThe old quay of {place} was rebuilt in a year, all of it."


def children(process: int) -> list[int]:
    """Return the processes that a process has started."""
    return [
        int(child)
        for task in Path(f"/proc/{process}/task").iterdir()
        for child in (task / "children").read_text().split()
        if is_there(int(child))
    ]


async def posted(api: BotApi, words: str) -> None:
    """Wait until Ada has a message with these words."""
    await api.until(lambda: any(words in m.text for m in api.sent_to(ADA)), PATIENCE)


async def test_a_worker_that_hangs(api: BotApi, desk: Place) -> None:
    """It is stopped from outside, as no text should ever do it."""
    bot = Running.start(
        desk, "run", DATELINE_WATCH__MAX_SECONDS="3", DATELINE_WORKERS__PROCESSES="1"
    )
    api.say(api.private(ADA, "Ada"), "/subscribe")
    await api.until(lambda: api.sent_to(ADA), PATIENCE)
    desk.drop("ferry.txt")
    await posted(api, "Ferry to Korčula")
    assert bot.process.pid is not None
    (server,) = children(bot.process.pid)
    (worker,) = children(server)
    os.kill(worker, signal.SIGSTOP)
    desk.drop("split.txt", QUAY.format(place="Split"))
    await bot.says("no brief after 3 s: given up (watch.max_seconds)")
    await gone(worker)
    await posted(api, "Quay in Split")  # that it hung was no fault of the file, which was not read

    (worker,) = children(server)
    os.kill(worker, signal.SIGSTOP)
    desk.drop("hvar.txt", QUAY.format(place="Hvar"))
    api.say(api.world.rooms[ADA], "/latest")
    await posted(api, "The latest")
    began = time.monotonic()
    assert await bot.stop() == 0
    assert time.monotonic() - began < PATIENCE / 2
    await gone(server, worker)
