"""A bot that is killed again and again while articles, commands and troubles come."""

import asyncio
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from tests.bot.adapters.test_fingerprints import story
from tests.botapi import BotApi, Effect, Limits, Message
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running, in_telegram
from tests.soak.account import Account
from tests.soak.troubles import STRICT, Troubles
from tests.soak.witness import Key, Witness, mark_of

EARLY = (*range(1001, 1007), -1_002_001)
"""Chats that subscribe before the first kill: they get every article."""

MOST_WAITING = 12
"""Articles that lie unread at once: a bot that catches up has no time to die."""

MOST_PROCESSES = 3
"""How many processes a bot has beside itself: two workers, and the server that forks them."""

LONGEST_READING = 8.0
"""Seconds that a bot is left alone to read what lies there: longer than its start and a hanging file take."""

LONGEST_WAIT = 300.0
"""Seconds after which what has failed many times is tried again at the latest: the backoff's."""

FAST = {
    "DATELINE_DELIVERY__PER_SECOND": "200",
    "DATELINE_DELIVERY__PER_CHAT_PER_SECOND": "100",
    "DATELINE_DELIVERY__PER_GROUP_PER_MINUTE": "6000",
    "DATELINE_DELIVERY__BACKLOG": "1000",
    "DATELINE_LOG__LEVEL": "info",
}
"""A pace at which kills, not waiting, fill the time."""


@dataclass(slots=True)
class Trial:
    """One bot, its simulator, and everything that happens to them.

    `since` has the last filing's number from when a subscription was first seen.
    """

    place: Place
    api: BotApi
    chance: random.Random
    troubles: Troubles
    storm: float = 0.2
    kills: int = 0
    articles: dict[str, Path] = field(default_factory=dict)
    due: set[Key] = field(default_factory=set)
    under_way: Counter[Key] = field(default_factory=Counter)
    since: dict[int, int] = field(default_factory=dict)
    late: list[int] = field(default_factory=list)
    corrections: int = 0
    bot: Running | None = None

    @property
    def witness(self) -> Witness:
        """Who reads the store."""
        return Witness(self.place.folder / "dateline.db")

    async def run(self, more: Callable[[int], bool]) -> Account:
        """Kill as long as `more`, asked with the kills so far, says so; then see what came of it."""
        self.troubles.machine.set_clock(0)
        self._file()
        assert await Running.start(self.place, "scan").ended() == 0
        self.bot = Running.start(self.place, "run")
        for chat_id in EARLY:
            self._meet(chat_id)
        await self.api.until(lambda: len(self.api.sent) >= len(EARLY), PATIENCE)
        self.api.storm(self.storm, seed=self.chance.randrange(1000))
        while more(self.kills):
            self._happen()
            if self.chance.random() < 0.3:
                self.troubles.set_clock("while it runs")
            await self._point()
            await self._kill()
            if self.chance.random() < 0.3:
                self._happen()
            if self.chance.random() < 0.2:
                self.troubles.set_clock("while it is down")
            self.bot = Running.start(self.place, "run")
        self.api.heal()
        await self._settle()
        most = await self._processes(MOST_PROCESSES)
        assert await self.bot.stop() == 0
        return self._account(left=max(most - MOST_PROCESSES, await self._processes(0)))

    def _meet(self, chat_id: int) -> None:
        if chat_id < 0:
            room = self.api.supergroup(chat_id, f"chat {chat_id}", creator=[1])
        else:
            room = self.api.private(chat_id, f"Person {chat_id}")
        self.api.say(room, "/subscribe", by=1 if chat_id < 0 else None)

    def _happen(self) -> None:
        """Let some articles, commands, corrections and subscriptions come."""
        for _ in range(self.chance.randrange(1, 4)):
            self._file()
        for _ in range(self.chance.randrange(4)):
            self._ask()
        if self.articles and self.chance.random() < 0.3:
            self._correct()
        if self.chance.random() < 0.4:
            self.troubles.drop_unusable()
        if self.chance.random() < 0.2:
            self.late.append(2001 + len(self.late))
            self._meet(self.late[-1])

    def _file(self) -> None:
        """Drop an article, unless too many lie there."""
        number = len(self.articles)
        if number and number - len(self.witness.filed()) > MOST_WAITING:
            return
        path = self.troubles.drop(number, "\n\n".join(story(number)))
        self.articles[f"report {number}"] = path
        if number:  # the first is there before anybody is
            self.due |= {(chat_id, f"report {number}") for chat_id in EARLY}

    def _ask(self) -> None:
        chat_id, word = self.chance.choice(EARLY), f"zq{len(self.due)}"
        room = self.api.world.rooms[chat_id]
        self.api.say(room, f"/summary {word}", by=1 if chat_id < 0 else None)
        self.due.add((chat_id, word))

    def _correct(self) -> None:
        mark = self.chance.choice(list(self.articles))
        self.corrections += 1
        number = mark.removeprefix("report ")
        text = "\n\n".join(story(int(number))).replace("number", f"size {self.corrections} no", 1)
        self.articles[mark].write_text(text)

    async def _point(self) -> None:
        """Wait for the moment of the kill: amid starting, reading, requests or messages."""
        way = self.chance.randrange(4)
        try:
            if way == 3:
                target = self.chance.randrange(max(1, self._unread()))
                await self._until(lambda: self._unread() <= target, LONGEST_READING)
            elif way == 0:
                await asyncio.sleep(self.chance.uniform(0, 0.5))
            else:
                name = "getupdates" if way == 1 else "sendmessage"
                target = self.api.requests[name] + self.chance.randrange(1, 3 if way == 1 else 15)
                await self.api.until(lambda: self.api.requests[name] >= target, 2.0)
                await asyncio.sleep(self.chance.uniform(0, 0.02))
        except TimeoutError:
            pass  # nothing more was to be sent: killed at rest

    async def _kill(self) -> None:
        assert self.bot is not None
        await self.bot.kill()
        self.kills += 1
        self.under_way.update(self.witness.sending())
        for chat_id, number in self.witness.subscribed().items():
            self.since.setdefault(chat_id, number)

    async def _settle(self) -> None:
        """Wait until everything is read, delivered and handled."""
        await self._until(lambda: not self._is_busy(), LONGEST_WAIT + PATIENCE)

    def _is_busy(self) -> bool:
        return bool(self.api.mailbox.waiting or self._unread() or self.witness.open())

    def _unread(self) -> int:
        """Count the articles that wait to be read, and the files that wait to be set aside."""
        digests = {sha256(file.read_bytes()).hexdigest() for file in self.articles.values()}
        witness = self.witness
        return len(digests - witness.digests()) + len(self.troubles.missing(witness.aside()))

    async def _processes(self, wanted: int) -> int:
        """Return how many processes work for the bot, once they are as few as wanted, or late."""
        with suppress(TimeoutError):
            await self._until(lambda: self.troubles.processes() <= wanted, PATIENCE / 6)
        return self.troubles.processes()

    async def _until(self, condition: Callable[[], bool], seconds: float) -> None:
        """Wait until something is so in another process, or raise TimeoutError."""
        async with asyncio.timeout(seconds):
            while not condition():  # noqa: ASYNC110 - nothing tells
                await asyncio.sleep(0.05)

    def _account(self, *, left: int) -> Account:
        arrivals: dict[Key, list[Message]] = defaultdict(list)
        for message in self.api.sent:
            if mark := mark_of(message.text):
                arrivals[message.chat_id, mark].append(message)
        ambiguous = Counter(self.under_way)
        for effect, chat_id, text in self.api.spoiled:
            if effect is Effect.DROP_UNREAD and chat_id and (mark := mark_of(text)):
                ambiguous[chat_id, mark] += 1  # for all that the bot can tell
        for key, messages in arrivals.items():
            ambiguous[key] += sum(not message.answered for message in messages)
        witness = self.witness
        owed = {
            (chat, mark) for chat, number in self.since.items() for mark in witness.filed(number)
        }
        not_aside = self.troubles.missing(witness.aside())
        return Account(
            kills=self.kills,
            faults=Counter(effect.value for effect, _, _ in self.api.spoiled) + self.troubles.met,
            due=frozenset(self.due | owed),
            arrived=Counter({key: len(messages) for key, messages in arrivals.items()}),
            ambiguous=ambiguous,
            expired=witness.expired(),
            out_of_order=tuple(self._out_of_order(arrivals, witness.filed())),
            damage=tuple(witness.damage()),
            unsubscribed=frozenset({*EARLY, *self.late} - witness.subscribed().keys()),
            stale=tuple(
                (chat_id, mark)
                for mark in witness.corrected()
                for chat_id in EARLY
                if (chat_id, mark) in self.due - witness.expired().keys()
                and not any("Updated" in each.text for each in arrivals[chat_id, mark])
            ),
            aside=len(self.troubles.unusable) - len(not_aside),
            not_aside=tuple(not_aside),
            left=left,
        )

    def _out_of_order(self, arrivals: dict[Key, list[Message]], filed: list[str]) -> list[int]:
        """Name the chats to which an article came before one that was filed earlier."""
        times = {
            chat_id: [
                arrivals[chat_id, mark][0].time
                for mark in filed
                if (chat_id, mark) in self.due and arrivals[chat_id, mark]
            ]
            for chat_id in EARLY
        }
        return [chat_id for chat_id, moments in times.items() if moments != sorted(moments)]


async def crash(
    folder: Path, more: Callable[[int], bool], *, seed: int, uncertain: str = "repeat"
) -> Account:
    """Run a trial in a folder of its own."""
    (folder / "inbox").mkdir(parents=True)
    limits = Limits(per_second=300, burst=300, per_chat_per_second=200, per_group_per_minute=None)
    async with BotApi(limits=limits) as api:
        chance = random.Random(seed)  # noqa: S311 - no secret
        place = Place(folder=folder)
        troubles = Troubles(place=place, chance=chance)
        settings = in_telegram(
            api,
            **FAST,
            **STRICT,
            **troubles.machine.environment,
            DATELINE_DELIVERY__UNCERTAIN=uncertain,
        )
        trial = Trial(
            place=replace(place, settings=settings), api=api, chance=chance, troubles=troubles
        )
        try:
            return await trial.run(more)
        finally:
            if trial.bot is not None:
                trial.bot.process.kill()
