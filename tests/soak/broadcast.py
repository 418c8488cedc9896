"""A broadcast to many chats: how much of the allowed rate it holds, and how soon replies come."""

import asyncio
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.store import open_store
from tests.botapi import BotApi, Limits
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running, in_telegram

FIRST = 10_000
"""The first of the subscribed chats; whoever asks something has a lower number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """What came of a broadcast.

    `held` is the share of the allowed rate from the first message to the last, `replies` the
    seconds from each question to its answer, `ahead` how many posts came after the last answer,
    `peak` the most memory that the bot took, in MB (0 where the system does not tell).
    """

    chats: int
    rate: int
    held: float
    refused: int
    lost: int
    repeated: int
    replies: tuple[float, ...]
    ahead: int
    peak: float

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost, repeated or refused."""
        return not (self.lost or self.repeated or self.refused)


async def broadcast(folder: Path, *, chats: int, rate: int, questions: int = 3) -> Broadcast:
    """Post one article to so many private chats, and ask some questions amid it."""
    (folder / "inbox").mkdir(parents=True)
    async with BotApi(limits=Limits(per_second=rate, burst=rate)) as api:
        ids = range(FIRST, FIRST + chats)
        for chat_id in (*ids, *range(1, questions + 1)):
            api.private(chat_id)
        settings = in_telegram(
            api, DATELINE_LOG__LEVEL="info", DATELINE_DELIVERY__PER_SECOND=str(rate)
        )
        place = Place(folder=folder, settings=settings)
        await _subscribe(place, ids)
        bot = Running.start(place, "run")
        try:
            await api.until(lambda: api.requests["getupdates"], PATIENCE)
            place.drop("ferry.txt")
            replies = await _ask(api, chats, questions)
            with suppress(TimeoutError):  # what is lost is counted below
                await api.until(
                    lambda: len(api.sent) >= chats + questions, PATIENCE + 2 * chats / rate
                )
            peak = _peak(bot)
            assert await bot.stop() == 0
        finally:
            bot.process.kill()
        return _account(api, chats, rate, replies, peak)


async def _subscribe(place: Place, ids: range) -> None:
    """Make the store, and put the subscriptions into it all at once."""
    await (await open_store(place.environment()["DATELINE_STORE__URL"])).close()
    with closing(sqlite3.connect(place.folder / "dateline.db")) as store, store:
        store.executemany(
            "INSERT INTO chats (id, kind, title, timezone) VALUES (?, 'private', '', 'UTC')",
            [(chat_id,) for chat_id in ids],
        )
        store.executemany(
            "INSERT INTO subscriptions (chat_id, thread_id, state, since, closed) "
            "VALUES (?, 0, 'active', '2026-01-01 00:00:00.000000', 0)",
            [(chat_id,) for chat_id in ids],
        )


async def _ask(api: BotApi, chats: int, questions: int) -> tuple[float, ...]:
    """Ask one question after the other, in the middle half of the broadcast; return the seconds."""
    loop, taken = asyncio.get_running_loop(), []
    for number in range(1, questions + 1):
        moment = chats // 4 + (number - 1) * chats // (2 * questions)
        await api.until(lambda moment=moment: len(api.sent) >= moment, PATIENCE + chats)  # type: ignore[misc] # bound at once
        asked = loop.time()
        api.say(api.world.rooms[number], "/latest")
        await api.until(lambda number=number: api.sent_to(number), PATIENCE)  # type: ignore[misc] # the same
        taken.append(loop.time() - asked)
    return tuple(taken)


def _account(
    api: BotApi, chats: int, rate: int, replies: tuple[float, ...], peak: float
) -> Broadcast:
    times = [message.time for message in api.sent]
    arrived = Counter(message.chat_id for message in api.sent)
    last = max(place for place, message in enumerate(api.sent) if message.chat_id < FIRST)
    return Broadcast(
        chats=chats,
        rate=rate,
        held=(len(times) - 1) / (times[-1] - times[0]) / rate,
        refused=len(api.refused(429)),
        lost=chats + len(replies) - len(arrived),
        repeated=len(times) - len(arrived),
        replies=replies,
        ahead=len(times) - 1 - last,
        peak=peak,
    )


def _peak(bot: Running) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{bot.process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0
