"""The bot in Telegram, over real HTTP: from a file that is dropped to the post in a chat."""

import asyncio
import os
import signal
from collections.abc import Callable

import pytest

from tests.botapi import BotApi, Message, Room
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running

ADA = 17
WRONG = "7:wrong"


async def answer(api: BotApi, room: Room, words: str) -> Message:
    """Type something and return the answer, the next message that comes to the chat."""
    before = len(api.sent_to(room))
    api.say(room, words)
    await api.until(lambda: len(api.sent_to(room)) > before, PATIENCE)
    return api.sent_to(room)[before]


async def test_from_a_token_to_a_post_and_to_the_end(place: Place, api: BotApi) -> None:
    """The command as an operator types it: subscribed, posted once, ended by SIGTERM with 0."""
    ada = api.private(ADA, "Ada")
    settings = {
        "DATELINE_TELEGRAM__TOKEN": api.token,
        "DATELINE_TELEGRAM__BASE_URL": api.base_url + "/",
        "DATELINE_WATCH__SCHEDULE": "every 1s",
        "DATELINE_LOG__LEVEL": "debug",
    }
    process = await asyncio.to_thread(place.start, "run", **settings)
    said = await answer(api, ada, "/start")
    assert "Nothing is sent before you ask" in said.text
    assert (await answer(api, ada, "/subscribe")).text.startswith("Subscribed.")
    place.drop("ferry.txt")
    await api.until(lambda: len(api.sent_to(ada)) > 2, PATIENCE)
    post = api.sent_to(ada)[2]
    assert post.html.startswith("<b>Ferry to Korčula runs again</b>\n<i>Split · Example Wire</i>")
    assert post.text.endswith("/quotes_1") or "/quotes_1 ·" in post.text
    assert (post.silent, post.preview, post.parse_mode) == (False, False, "HTML")
    place.drop("again.txt")
    assert (await answer(api, ada, "/summary_1")).html == post.html
    process.send_signal(signal.SIGTERM)
    _, errors = await asyncio.to_thread(process.communicate, timeout=PATIENCE)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert api.token not in errors
    assert api.token.partition(":")[2] not in errors
    assert len(api.sent_to(ada)) == 4
    menu = next(iter(api.methods.commands.values()))
    assert "subscribe" in {command["command"] for command in menu}


CONVERSATION = [
    ("/summary", "Type /summary and a number, like /summary 1."),
    ("/summary_9", "There is no article “9”"),
    ("/summary ferr", "Ferry to Korčula runs again"),
    ("/summary_1", "Ferry to Korčula runs again"),
    ("/quotes_1", "“Everyone who waited is on board"),
    ("/places 1", "No. 1"),
    ("/latest", "/summary_1 Ferry to Korčula runs again"),
    ("/latest 99999", "“99999” is no number of articles."),
    ("/sumary 1", "Did you mean /summary?"),
    ("/xyzzyq", "There is no /xyzzyq."),
    ("/help@dateline_test_bot", "What you can ask:"),
    ("hello", "Commands begin with a slash."),
    ("/subscribe @nowhere_at_all", "I cannot find @nowhere_at_all."),
    ("/unsubscribe", "You are not subscribed."),
    ("/subscribe", "Subscribed."),
]


async def test_a_private_chat(api: BotApi, desk: Place, bot: Running) -> None:
    """Right and wrong commands each get an answer that helps; what is not for the bot gets none."""
    ada = api.private(ADA, "Ada")
    desk.drop("ferry.txt")
    await answer(api, ada, "/start")
    while "No. 1" not in (await answer(api, ada, "/summary_1")).text:
        pass  # it is being filed
    before = len(api.sent_to(ada))
    api.say(ada, "/help", kind="edited_message")
    api.say(ada, "/help@another_bot")
    api.say(ada, "see /help", caption=True)
    api.say(ada, "/help", fields={"forward_origin": {"type": "hidden_user"}})
    for typed, _ in CONVERSATION:
        api.say(ada, typed)
    # The last one brings a sample with it.
    count = before + len(CONVERSATION) + 1
    await api.until(lambda: len(api.sent_to(ada)) >= count, PATIENCE)
    answers = api.sent_to(ada)[before:]
    assert len(answers) == len(CONVERSATION) + 1
    for (typed, words), said in zip(CONVERSATION, answers, strict=False):
        assert words in said.text, typed
    assert not api.refused(429)
    assert await bot.stop() == 0


async def test_scan_delivers_and_ends(api: BotApi, desk: Place, bot: Running) -> None:
    """`scan` with a token delivers everything due, polls nobody's updates, and exits with 0."""
    rooms = [api.private(number) for number in (ADA, ADA + 1)]
    for room in rooms:
        await answer(api, room, "/subscribe")
    desk.drop("ferry.txt")
    beside = Running.start(desk, "scan")
    assert await beside.ended() == 1
    assert f"process {bot.process.pid} is using it" in beside.said
    await api.until(lambda: all(len(api.sent_to(room)) == 2 for room in rooms), PATIENCE)
    assert await bot.stop() == 0
    desk.drop("other.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    polls = api.requests["getupdates"]
    assert await Running.start(desk, "scan").ended() == 0
    assert [api.sent_to(room)[2].text[:21] for room in rooms] == ["Quay in Split rebuilt"] * 2
    assert api.requests["getupdates"] == polls
    api.world.rooms[ADA].bot = "kicked"
    desk.drop("third.txt", "Snow on Mosor\n\nThe first snow of this winter fell on Mosor.")
    failing = Running.start(desk, "scan")
    assert await failing.ended() == 1
    assert f"not delivered to {ADA}" in failing.said
    assert "Snow on Mosor" in api.sent_to(rooms[1])[3].text


async def test_a_wrong_token_ends_the_start(api: BotApi, desk: Place) -> None:
    """One line, status 2; the token stands in no line."""
    running = Running.start(desk, "run", DATELINE_TELEGRAM__TOKEN=WRONG)
    assert await running.ended() == 2
    assert "telegram.token: Telegram does not know this token" in running.said
    assert WRONG not in running.said
    checked = Running.start(desk, "check")
    assert await checked.ended() == 0
    assert "this is @dateline_test_bot" in checked.said
    assert api.token not in checked.said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_in_the_middle(
    api: BotApi, desk: Place, bot: Running, number: signal.Signals
) -> None:
    """What is being sent arrives and is not sent again; what is not waits for the next start."""
    rooms = [api.private(chat_id) for chat_id in range(100, 160)]
    for room in rooms:
        api.say(room, "/subscribe")
    await api.until(lambda: len(api.sent) == len(rooms), PATIENCE)
    desk.drop("ferry.txt")
    await api.until(lambda: len(api.sent) > len(rooms) + 10, PATIENCE)
    assert bot.process.pid

    os.kill(bot.process.pid, number)
    assert await bot.ended() == 0
    assert len(api.sent) < 2 * len(rooms)
    assert "Traceback" not in bot.said
    assert await Running.start(desk, "scan").ended() == 0
    assert {len(api.sent_to(room)) for room in rooms} == {2}
    assert not api.refused()


async def test_asked_to_end_while_it_starts(api: BotApi, desk: Place) -> None:
    """However early SIGTERM comes, the status is 0 and there is no traceback."""
    store = desk.folder / "dateline.db"
    moments: tuple[Callable[[], object], ...] = (
        store.exists,
        lambda: api.requests["getme"],
        lambda: api.requests["getupdates"],
    )
    for has_come in moments:
        running = Running.start(desk, "run")
        async with asyncio.timeout(PATIENCE):
            while not has_come():  # noqa: ASYNC110 - it is another process's doing
                await asyncio.sleep(0.001)
        assert await running.stop() == 0
        api.requests.clear()
    assert "Traceback" not in running.said


async def test_scan_without_telegram_files_what_is_there(api: BotApi, desk: Place) -> None:
    """Telegram cannot be reached: status 1 with the reason, and the next scan delivers it."""
    bot = Running.start(desk, "run")
    ada = api.private(ADA, "Ada")
    await answer(api, ada, "/subscribe")
    assert await bot.stop() == 0
    desk.drop("ferry.txt")
    await api.stop()
    failing = Running.start(desk, "scan")
    assert await failing.ended() == 1
    assert "nothing was delivered: Telegram cannot be reached" in failing.said
    await api.start()
    assert await Running.start(desk, "scan").ended() == 0
    assert api.sent_to(ada)[1].text.startswith("Ferry to Korčula")
    assert len(api.sent_to(ada)) == 2
