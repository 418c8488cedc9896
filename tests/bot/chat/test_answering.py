"""Commands end to end inside: a request in, its effect and its reply in the store."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.store import DatabaseStore
from bot.chat.answering import Answering
from bot.chat.parsing import parse
from bot.chat.table import BY_NAME, COMMANDS, HABITS
from bot.model import (
    Address,
    Chat,
    ChatKind,
    DeliveryKind,
    Draft,
    Request,
    SubscriptionState,
    Update,
)
from tests.bot.newsroom import (
    ANA,
    GROUP,
    FakeMembers,
    HandClock,
    Person,
    Poked,
    a_store,
    all_owed,
    words,
)
from tests.makers import STORY, a_brief, a_place, a_quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Answering, and all that it works with."""

    answering: Answering
    store: DatabaseStore
    clock: HandClock
    members: FakeMembers
    poked: Poked

    async def says(self, request: Request) -> list[str]:
        """Return the words that a request is answered with."""
        await self.answering.answer(request)
        return words(await all_owed(self.store, self.clock))

    async def file(self, name: str = "dam", digest: str = "ab12cd") -> int:
        """File an article and hold it for the subscribers."""
        brief = a_brief(
            quotes=(a_quote(STORY, "It will hold,"),),
            places=(a_place(STORY, "Brno", "Brno, Czechia"),),
        )
        async with self.store.transaction() as unit:
            draft = Draft(brief=brief, path=f"/in/{name}.txt", digest=digest * 10)
            (filing,) = await unit.filings.file(draft, at=self.clock.now())
            await unit.outbox.hold_briefs([filing.id], self.clock.now())
            await unit.outbox.release(backlog=20, newest=5, at=self.clock.now())
        return filing.id


@asynccontextmanager
async def a_bench(folder: Path) -> AsyncGenerator[Bench]:
    """Set up answering on a store of its own."""
    async with a_store(folder) as store:
        clock, members, poked = HandClock(), FakeMembers(admins=frozenset({9})), Poked()
        answering = Answering(
            store=store,
            clock=clock,
            members=members,
            bot_name="dateline_bot",
            quotes=3,
            places=3,
            poke=poked,
        )
        yield Bench(answering=answering, store=store, clock=clock, members=members, poked=poked)


@pytest.fixture
async def bench(tmp_path: Path) -> AsyncGenerator[Bench]:
    """Return a fresh bench."""
    async with a_bench(tmp_path) as bench:
        yield bench


async def test_start_says_in_three_lines_what_comes(bench: Bench) -> None:
    """And that nothing comes before it is asked for."""
    [said] = await bench.says(Person().types("start"))
    assert len(said.splitlines()) == 3
    assert "/subscribe" in said


async def test_help_lists_every_command(bench: Bench) -> None:
    """The table drives it."""
    [said] = await bench.says(Person().types("help"))
    assert all(f"/{command.name}" in said for command in COMMANDS)


async def test_subscribing_shows_a_sample_once(bench: Bench) -> None:
    """The first time with the latest brief, then that it is so already."""
    await bench.file()
    first, sample = await bench.says(Person().types("subscribe"))
    assert first.startswith("Subscribed.")
    assert "/unsubscribe" in first
    assert "No. 1" in sample
    [again] = await bench.says(Person().types("subscribe"))
    assert "already" in again


async def test_a_subscriber_gets_no_older_article(bench: Bench) -> None:
    """What was filed before is only shown as a sample."""
    await bench.file()
    await bench.says(Person().types("subscribe"))
    assert await all_owed(bench.store, bench.clock) == []


async def test_unsubscribing_cancels_what_is_due_before_the_answer(bench: Bench) -> None:
    """Nothing comes after the answer."""
    await bench.says(Person().types("subscribe"))
    await bench.file()
    await bench.answering.answer(Person().types("unsubscribe"))
    owed = await all_owed(bench.store, bench.clock)
    assert [each.kind for each in owed] == [DeliveryKind.REPLY]
    assert words(owed)[0].startswith("Unsubscribed.")
    assert (await bench.says(Person().types("unsubscribe")))[0].startswith("You are not")


@pytest.mark.parametrize("command", ["subscribe", "unsubscribe"])
async def test_in_a_group_only_administrators_decide(bench: Bench, command: str) -> None:
    """A member is told so; an administrator, anonymous or not, may."""
    [said] = await bench.says(Person(chat=GROUP, id=8).types(command))
    assert "administrators" in said
    [first, *_] = await bench.says(Person(chat=GROUP, id=9).types(command))
    assert "administrators" not in first
    asked = bench.members.asked
    await bench.says(Person(chat=GROUP, id=1, is_admin=True).types(command))
    assert bench.members.asked == asked


async def test_a_topic_is_subscribed_on_its_own(bench: Bench) -> None:
    """The subscription is the topic's, not the whole forum's."""
    await bench.says(Person(chat=GROUP, id=9, thread=5).types("subscribe"))
    async with bench.store.transaction() as unit:
        subscription = await unit.chats.subscription(Address(GROUP.id, 5))
        assert subscription
        assert subscription.state is SubscriptionState.ACTIVE
        assert await unit.chats.subscription(Address(GROUP.id)) is None


async def test_articles_are_found_by_number_stem_and_digest(bench: Bench) -> None:
    """Digits are a number where one exists, otherwise the beginning of a name."""
    await bench.file("dam-report", "ab12cd")
    await bench.file("dam-photos", "99ff00")
    for word, number in (("1", 1), ("dam-r", 1), ("DAM-P", 2), ("99ff", 2), ("ab12cdab", 1)):
        [said] = await bench.says(Person().types("summary", word))
        assert f"No. {number} ·" in said, word
    [several] = await bench.says(Person().types("summary", "dam-"))
    assert "/summary_1" in several
    assert "/summary_2" in several
    for unknown in ("dam", "99", "nothing", "9" * 40):
        [said] = await bench.says(Person().types("summary", unknown))
        assert said.startswith("There is no article “"), unknown


NAMES = [
    ("dam", 1),
    ("Dam", 1),
    ("dam.txt", 1),
    ("dam.md", 1),
    ("“dam”", 1),
    ("/in/dam.txt", 1),
    ("in\\dam", 1),
    ("dam-", 0),
    ("dam-report", 2),
    ("dam-report.txt", 2),
    ("dam-rep.txt", 0),
    ("dam-rep", 0),
    ("dam-report-2", 3),
    ("dam-report please", 2),
    ("Cafe\u0301 Zürich", 4),
    ("CAFÉ ZU\u0308RICH.txt", 4),
    ("café zü", 4),
    ('"cafe\u0301 zürich"', 4),
    ("cafe", 0),
    ("می\u200cخواهم", 5),
    ("میخواهم", 5),
    ("20240501", 6),
    ("2", 2),
    ("2 please", 2),
    ("No. 2 · /quotes_2 · /places_2", 2),
    ("-2", 2),
    ("٢", 2),
    ("２", 2),
    ("№2", 2),
    ("nr 2", 2),
    ("2.", 2),
    ("#2", 2),
    ("²", 0),
    ("7", 0),
    ("7 up", 0),
]


async def test_articles_are_found_as_people_name_them(bench: Bench) -> None:
    """By a number in any form, or by a file's name: whole, with its ending, however coded."""
    for number, name in enumerate(
        [
            "dam",
            "dam-report",
            "dam-report-2",
            "cafe\u0301\u00a0zu\u0308rich",
            "می\u200cخواهم",
            "20240501",
        ]
    ):
        await bench.file(name, f"{number}b")
    for typed, number in NAMES:
        [said] = await bench.says(Person().types("summary", *typed.split(" ")))
        assert (f"No. {number} ·" in said) is bool(number), typed
        assert number or "/summary_1" in said or "/summary_3" in said, typed


@pytest.mark.parametrize("command", ["summary", "quotes", "places"])
async def test_without_a_number_they_say_what_to_type(bench: Bench, command: str) -> None:
    """And show the latest, each with the command asked for."""
    [empty] = await bench.says(Person().types(command))
    assert "no brief yet" in empty
    await bench.file()
    [said] = await bench.says(Person().types(command))
    assert said.startswith(f"Type /{command} and a number, like /{command} 1.")
    assert f"/{command}_1 Dam at Ostrava holds" in said


async def test_quotes_and_places_are_given_whole(bench: Bench) -> None:
    """With coordinates and the source's credit."""
    await bench.file()
    [said] = await bench.says(Person().types("quotes", "1"))
    assert "“It will hold,”" in said
    [said] = await bench.says(Person().types("places", "1"))
    assert "Brno, Czechia (49.83, 18.28)" in said
    assert "GeoNames, CC BY 4.0" in said


async def test_latest_takes_a_number(bench: Bench) -> None:
    """Newest first, as many as asked, and a plain word when the number is none."""
    for number in range(7):
        await bench.file(f"dam-{number}", f"{number}a")
    [said] = await bench.says(Person().types("latest"))
    assert said.count("/summary_") == 5
    [said] = await bench.says(Person().types("latest", "2"))
    assert said.index("/summary_7") < said.index("/summary_6")
    assert said.count("/summary_") == 2
    for three in ("3", "No. 3", "3.", "３", "٣", "3 please"):
        [said] = await bench.says(Person().types("latest", *three.split()))
        assert said.count("/summary_") == 3
    for wrong in ("0", "-1", "many", "51", "²", "2.5", "9" * 30):
        [said] = await bench.says(Person().types("latest", wrong))
        assert "is no number of articles" in said


async def test_a_mistyped_command_gets_the_nearest(bench: Bench) -> None:
    """In private; groups hear nothing unless the bot is spoken to."""
    assert "Did you mean /subscribe?" in (await bench.says(Person().types("subscrbe")))[0]
    assert "All commands: /help" in (await bench.says(Person().types("zzz")))[0]
    assert "slash" in (await bench.says(Person().types(None)))[0]
    member = Person(chat=GROUP, id=8)
    assert await bench.says(member.types("subscrbe")) == []
    assert await bench.says(member.types(None)) == []
    assert "Did you mean" in (await bench.says(member.types("subscrbe", addressed=True)))[0]


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        (("exit",), "Did you mean /unsubscribe?"),
        (("news",), "Did you mean /latest?"),
        (("menu",), "Did you mean /help?"),
        (("stp",), "Did you mean /unsubscribe?"),
        (("12",), "/summary 12"),
        ((None, "12"), "/summary 12"),
        (("no", "12"), "/summary 12"),
        (("", "12"), "/summary 12"),
        (("", "x"), "slash"),
    ],
)
async def test_habits_lead_on(
    bench: Bench, typed: tuple[str | None, *tuple[str, ...]], part: str
) -> None:
    """What other bots would understand, and a number alone, get the command that is meant."""
    [said] = await bench.says(Person().types(*typed))
    assert part in said
    assert await bench.says(Person(chat=GROUP, id=8).types(*typed)) == []


async def test_stop_stops(bench: Bench) -> None:
    """It is /unsubscribe by another name, with the same rights, and no menu shows it."""
    await bench.says(Person().types("subscribe"))
    assert (await bench.says(Person().types("stop")))[0].startswith("Unsubscribed.")
    assert (await bench.says(Person().types("stop")))[0].startswith("You are not")
    assert "administrators" in (await bench.says(Person(chat=GROUP, id=8).types("stop")))[0]
    assert "stop" not in {command.name for command in COMMANDS}


async def test_an_unknown_payload_is_said(bench: Bench) -> None:
    """A link that asks for something is answered; a group's, by which the bot was added, is not."""
    said = await bench.says(Person().types("start", "promo_7"))
    assert "“promo_7”" in said[0]
    assert "/latest" in said[0]
    assert "/subscribe" in said[0]
    [said_there] = await bench.says(Person(chat=GROUP, id=9).types("start", "true"))
    assert "true" not in said_there


_words = st.text(max_size=40) | st.sampled_from(
    ["1", "No.", "@a_wire", "-1001", "dam.txt", '"', "/"]
)
_messages = st.tuples(
    st.sampled_from([*BY_NAME, *HABITS, "x", "12"]) | st.text(max_size=9), _words, _words
)


@settings(max_examples=10, deadline=None)
@given(st.lists(_messages, min_size=1, max_size=8))
def test_anything_can_be_asked(typed: list[tuple[str, str, str]]) -> None:
    """Whatever is typed, in a chat of any kind, has an answer, and one that can be sent."""

    async def ask_all() -> None:
        with TemporaryDirectory() as folder:
            async with a_bench(Path(folder)) as bench:
                await bench.file()
                for command, *rest in typed:
                    parsed = parse(f"/{command} {' '.join(rest)}") or parse(f"/x {command}")
                    assert parsed
                    for chat in (ANA, GROUP, Chat(id=0, kind=ChatKind.CONSOLE)):
                        request = Person(chat=chat, id=9).types(
                            parsed.command, *parsed.arguments, addressed=True
                        )
                        await bench.answering.answer(request)
                said = words(await all_owed(bench.store, bench.clock))
                assert len(said) >= 3 * len(typed)
                assert all(0 < len(each.encode()) < 9000 for each in said)

    asyncio.run(ask_all())


async def test_groups_get_commands_with_the_bots_name(bench: Bench) -> None:
    """So that no other bot answers them."""
    await bench.file()
    [said] = await bench.says(Person(chat=GROUP, id=8).types("latest"))
    assert "/summary_1@dateline_bot" in said


async def test_an_answer_and_its_update_are_one(bench: Bench) -> None:
    """The update is handled in the transaction of the effect, and delivery is woken."""
    async with bench.store.transaction() as unit:
        await unit.updates.receive([Update(id=5, payload="{}")])
    await bench.answering.answer(Person().types("subscribe"), 5)
    async with bench.store.transaction() as unit:
        assert list(await unit.updates.pending(10)) == []
    assert bench.poked.times == 1


async def test_channels_are_answered_like_groups(bench: Bench) -> None:
    """Whoever posts in a channel administers it."""
    channel = replace(ANA, id=-303, kind=ChatKind.CHANNEL)
    [said] = await bench.says(Person(chat=channel, is_admin=True).types("subscribe"))
    assert said.startswith("Subscribed.")
