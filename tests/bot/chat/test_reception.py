"""Reception: no update is lost or carried out twice, and none stops or delays those of others."""

import asyncio
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest

from bot.adapters.store import DatabaseStore
from bot.chat.allowance import Allowance
from bot.chat.answering import Answering
from bot.chat.reception import MOST_TRIES, Reception
from bot.errors import AnswerLost, StoreTrouble
from bot.model import Address, Chat, ChatKind, Event, Standing, StandingChange, Update
from bot.ports import Leadership, Members, Store, Transaction
from tests.bot.newsroom import (
    ANA,
    GROUP,
    FakeMembers,
    HandClock,
    Person,
    a_store,
    all_owed,
    words,
)

BEN = Person(chat=Chat(id=102, kind=ChatKind.PRIVATE, title="Ben"), id=102)


@dataclass(slots=True)
class FailingStore:
    """A real store that fails so many times more, before it commits or after."""

    store: Store
    failures: int = 0
    commits: bool = False

    @property
    def leadership(self) -> Leadership:
        """Who leads."""
        return self.store.leadership

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Transaction]:
        """Begin a unit of work that may fail at its end."""
        async with self.store.transaction() as work:
            yield work
            if self.failures and not self.commits:
                self._fail()
        if self.failures:
            self._fail()

    def _fail(self) -> None:
        self.failures -= 1
        raise StoreTrouble("the store failed: database or disk is full")

    async def check(self) -> tuple[str, ...]:
        """Look for damage."""
        return await self.store.check()

    async def close(self) -> None:
        """Close it."""
        await self.store.close()


@dataclass(slots=True, kw_only=True)
class HangingMembers:
    """Does not say who administers one group."""

    hangs_at: int
    asked: asyncio.Event = field(default_factory=asyncio.Event)

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        """Say yes, or nothing."""
        if chat_id == self.hangs_at:
            self.asked.set()
            await asyncio.Event().wait()
        return True


@dataclass(slots=True, kw_only=True)
class Conversation:
    """Reception on a store of its own, and what comes in by the number of its update."""

    real: DatabaseStore
    store: FailingStore
    clock: HandClock
    typed: dict[int, Event | None] = field(default_factory=dict)
    answered: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))

    def reception(self, *, members: Members | None = None, per_minute: int = 100) -> Reception:
        """Make one, as a process that starts does."""
        answering = Answering(
            store=self.store,
            clock=self.clock,
            members=members or FakeMembers(),
            bot_name="bot",
            quotes=3,
            places=3,
            poke=self.answered.release,
        )
        return Reception(
            store=self.store,
            clock=self.clock,
            translate=lambda update: self.typed[update.id],
            answering=answering,
            allowance=Allowance(per_minute),
        )

    def updates(self, typed: Mapping[int, Event | None]) -> list[Update]:
        """Make the updates by which things come in."""
        self.typed |= typed
        return [Update(id=number, payload="{}") for number in typed]

    async def pending(self) -> int:
        """Count what is kept and not handled."""
        async with self.real.transaction() as work:
            return len(await work.updates.pending(100_000))

    async def all_handled(self, reception: Reception) -> None:
        """Run until nothing is left to be done."""
        async with self.running(reception), asyncio.timeout(60):
            while await self.pending():  # noqa: ASYNC110 - the store has no event for it
                await asyncio.sleep(0)

    @asynccontextmanager
    async def running(self, reception: Reception) -> AsyncGenerator[None]:
        """Run it meanwhile, and see that nothing ends it."""
        running = asyncio.create_task(reception.run())
        try:
            yield
            assert not running.done()
        finally:
            running.cancel()
            await asyncio.wait({running})

    async def answers(self) -> list[str]:
        """Return what was answered, in order."""
        return words(await all_owed(self.real, self.clock))


@pytest.fixture
async def conversation(tmp_path: Path) -> AsyncGenerator[Conversation]:
    """Set it up."""
    async with a_store(tmp_path) as real:
        yield Conversation(real=real, store=FailingStore(real), clock=HandClock())


@pytest.mark.parametrize("failures", [1, 3, MOST_TRIES - 1])
async def test_a_store_that_fails_is_waited_for(conversation: Conversation, failures: int) -> None:
    """With a full disk commands wait, in order, and are answered once there is room."""
    reception = conversation.reception()
    await reception.keep(
        conversation.updates({1: Person().types("xyzzyq"), 2: Person().types("start"), 3: None})
    )
    conversation.store.failures = failures
    await conversation.all_handled(reception)
    first, second = await conversation.answers()
    assert "There is no /xyzzyq." in first
    assert "Dateline reads the news" in second


async def test_a_store_that_fails_for_long_loses_nothing(conversation: Conversation) -> None:
    """What was tried often is carried out still, once the store is well."""
    reception = conversation.reception()
    await reception.keep(conversation.updates({1: Person().types("start")}))
    conversation.store.failures = MOST_TRIES + 3 * 30  # then also for the apology, and the mark
    await conversation.all_handled(reception)
    assert len(await conversation.answers()) == 1


async def test_one_command_that_always_fails_stops_no_other(conversation: Conversation) -> None:
    """After several tries it is apologised for, and the next one is answered."""
    unfit = replace(ANA, username=cast("str", ["no name"]))
    reception = conversation.reception()
    await reception.keep(
        conversation.updates({1: Person(chat=unfit).types("subscribe"), 2: Person().types("start")})
    )
    await conversation.all_handled(reception)
    first, second = await conversation.answers()
    assert "That went wrong here" in first
    assert "Dateline reads the news" in second


@pytest.mark.parametrize("has_started", [False, True])
async def test_what_cannot_even_be_apologised_for_is_handled(
    conversation: Conversation, *, has_started: bool
) -> None:
    """Whatever fails, at no start does it come again."""
    beyond = Person().types("start")
    beyond = replace(beyond, address=Address(10**40), chat=replace(ANA, id=10**40))
    unfit = StandingChange(
        chat=replace(ANA, id=10**40), standing=Standing.WELCOME, reason="may post"
    )
    updates = conversation.updates({1: beyond, 2: unfit, 3: Person().types("start")})
    reception = conversation.reception()
    if has_started:
        await reception.keep(updates)
    else:
        async with conversation.real.transaction() as work:
            await work.updates.receive(updates)
    await conversation.all_handled(reception)
    assert len(await conversation.answers()) == 1


async def test_what_cannot_be_read_is_handled(conversation: Conversation) -> None:
    """A reader that fails ends nothing."""
    reception = conversation.reception()
    updates = conversation.updates({1: Person().types("start"), 2: None})
    del conversation.typed[2]
    await reception.keep(updates)
    await conversation.all_handled(reception)
    assert len(await conversation.answers()) == 1


async def test_what_was_kept_by_another_goes_first(conversation: Conversation) -> None:
    """What a killed process left is carried out before what comes now, and nothing twice."""
    left = conversation.updates({n: Person().types("xyzzyq") for n in range(1, 1200)})
    async with conversation.real.transaction() as work:
        await work.updates.receive(left)
        await work.updates.dismiss([update.id for update in left[:-3]])
    reception = conversation.reception()
    again = left[-5:] + conversation.updates({5000: Person().types("start")})
    await reception.keep(again)
    await reception.keep(again)
    await conversation.all_handled(reception)
    answers = await conversation.answers()
    assert ["/xyzzyq" in each for each in answers] == [True, True, True, False]


async def test_a_receipt_that_may_have_been_kept(conversation: Conversation) -> None:
    """A store that loses the connection while it commits loses no update, and doubles none."""
    reception = conversation.reception()
    await reception.keep([])
    conversation.store.failures, conversation.store.commits = 1, True
    updates = conversation.updates({1: Person().types("start")})
    with pytest.raises(StoreTrouble):
        await reception.keep(updates)
    await reception.keep(updates)
    await conversation.all_handled(reception)
    assert len(await conversation.answers()) == 1


async def test_what_another_process_has_handled_is_left(conversation: Conversation) -> None:
    """Its effect is undone, and what is behind it goes on."""
    reception = conversation.reception()
    await reception.keep(
        conversation.updates({1: Person().types("start"), 2: Person().types("xyzzyq")})
    )
    async with conversation.real.transaction() as work:
        await work.updates.handled(1)
    await conversation.all_handled(reception)
    [said] = await conversation.answers()
    assert "/xyzzyq" in said


def _flood(count: int) -> dict[int, Event | None]:
    return {number: Person().types("latest", "50") for number in range(1, count + 1)}


@pytest.mark.parametrize("is_backlog", [False, True])
async def test_a_flood_hides_nobody_behind_it(
    conversation: Conversation, *, is_backlog: bool
) -> None:
    """Whoever asks behind 10,000 updates of one chat is answered as soon as they are read."""
    updates = conversation.updates(_flood(10_000) | {20_000: BEN.types("start")})
    reception = conversation.reception(per_minute=100_000)
    if is_backlog:
        async with conversation.real.transaction() as work:
            await work.updates.receive(updates)
    else:
        await reception.keep(updates)
    answered: set[int] = set()
    async with conversation.running(reception), asyncio.timeout(30):
        while BEN.chat.id not in answered:
            await conversation.answered.acquire()
            async with conversation.real.transaction() as work:
                owed = await work.queue.claim(10, now=conversation.clock.now())
            answered |= {each.address.chat_id for each in owed}
    assert await conversation.pending() > 9000


async def test_beyond_the_allowance_one_word_is_said(conversation: Conversation) -> None:
    """So many are answered in order, the next is told why it is not, the rest cost little."""
    reception = conversation.reception(per_minute=20)
    updates = conversation.updates(_flood(2000) | {20_000: BEN.types("start")})
    begun = time.monotonic()
    await reception.keep(updates)
    await conversation.all_handled(reception)
    assert time.monotonic() - begun < 10
    answers = await conversation.answers()
    assert len(answers) == 22
    [told] = [each for each in answers if "20 requests a minute" in each]
    assert answers[-1] == told
    assert sum("Dateline reads the news" in each for each in answers) == 1


async def test_what_is_no_request_is_not_counted(conversation: Conversation) -> None:
    """That the bot is let in again is heard, however much was asked for."""
    reception = conversation.reception(per_minute=1)
    welcome = StandingChange(chat=ANA, standing=Standing.OUT, reason="blocked by the user")
    typed: dict[int, Event | None] = {1: Person().types("subscribe")}
    typed |= {number: Person().types("start") for number in range(2, 6)} | {9: welcome}
    await reception.keep(conversation.updates(typed))
    await conversation.all_handled(reception)
    async with conversation.real.transaction() as work:
        subscription = await work.chats.subscription(Address(ANA.id))
    assert subscription is not None
    assert subscription.reason == "blocked by the user"


async def test_a_look_up_that_hangs_delays_its_chat_alone(conversation: Conversation) -> None:
    """Others are answered meanwhile; what is behind it in its own chat waits."""
    members = HangingMembers(hangs_at=GROUP.id)
    reception = conversation.reception(members=members)
    slow = Person(chat=GROUP, id=9)
    await reception.keep(
        conversation.updates(
            {
                1: slow.types("subscribe"),
                2: slow.types("start"),
                3: Person().types("start"),
                4: BEN.types("start"),
            }
        )
    )
    async with conversation.running(reception), asyncio.timeout(30):
        await members.asked.wait()
        for _ in range(2):
            await conversation.answered.acquire()
    assert await conversation.pending() == 2
    assert len(await conversation.answers()) == 2


async def test_an_administrator_that_cannot_be_asked_for(conversation: Conversation) -> None:
    """Is said in so many words, and nothing is changed."""

    class Silent(FakeMembers):
        async def is_admin(self, chat_id: int, user_id: int) -> bool:
            raise AnswerLost("Telegram did not answer within 5 s")

    reception = conversation.reception(members=Silent())
    await reception.keep(conversation.updates({1: Person(chat=GROUP, id=9).types("subscribe")}))
    await conversation.all_handled(reception)
    [said] = await conversation.answers()
    assert said.startswith("Telegram does not say who is an administrator just now.")
    async with conversation.real.transaction() as work:
        assert await work.chats.subscription(Address(GROUP.id)) is None


@pytest.mark.parametrize("after", range(0, 60, 3))
async def test_killed_at_any_moment(conversation: Conversation, after: int) -> None:
    """However far it has come, the next start answers the rest, and nothing twice."""
    people = [Person(chat=Chat(id=n, kind=ChatKind.PRIVATE), id=n) for n in range(300, 306)]
    typed = {n: people[n % 6].types("xyzzyq", str(n)) for n in range(1, 25)}
    reception = conversation.reception()
    await reception.keep(conversation.updates(typed))
    async with conversation.running(reception):
        for _ in range(after):
            await asyncio.sleep(0.0005)
    await conversation.all_handled(conversation.reception())
    assert len(await conversation.answers()) == len(typed)
