"""The simulator against python-telegram-bot, by what Telegram documents."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, LinkPreviewOptions, ReplyParameters
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest

from tests.botapi import TOKEN, BotApi, Effect, Limits, RemoteBotApi

ADA, GROUP, FORUM, CHANNEL = 17, -40, -1_001_000, -1_002_000


def _bot(base_url: str, token: str = TOKEN) -> Bot:
    return Bot(
        token,
        base_url=f"{base_url}/bot",
        request=HTTPXRequest(read_timeout=2, httpx_kwargs={"trust_env": False}),
        get_updates_request=HTTPXRequest(httpx_kwargs={"trust_env": False}),
    )


async def _in_pieces(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


@pytest.fixture
async def api(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[BotApi]:
    """Serve without limits, with one chat of each kind."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # else it warns at every 429
    async with BotApi() as api:
        api.private(ADA, "Ada", language="en")
        api.group(GROUP, administrator=[ADA], member=[18])
        api.supergroup(FORUM, topics=[(5, "Wire")], creator=[ADA])
        api.channel(CHANNEL, username="the_wire", administrator=[ADA])
        yield api


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    """Return python-telegram-bot's client of it."""
    async with _bot(api.base_url) as bot:
        yield bot


async def test_a_message_is_recorded_as_a_reader_sees_it(api: BotApi, bot: Bot) -> None:
    """The text without its tags, and everything said about the message, is kept."""
    answer = await bot.send_message(
        FORUM,
        "<b>Fire</b> &amp; <i>smoke</i>",
        parse_mode="HTML",
        message_thread_id=5,
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    (message,) = api.sent
    assert (message.text, message.thread_id) == ("Fire & smoke", 5)
    assert (message.silent, message.preview) == (True, False)
    assert [(entity.type, entity.offset, entity.length) for entity in answer.entities] == [
        ("bold", 0, 4),
        ("italic", 7, 5),
    ]
    assert answer.message_id == message.message_id


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Message text is empty"),
        (" \n ", "Text must be non-empty"),
        ("<b></b>", "Text must be non-empty"),
        ("é" * 4097, "Message is too long"),
        ("\N{FIRE}" * 2049, "Message is too long"),
        ("<b>fire", "Can't parse entities: can't find end tag corresponding to start tag b"),
        ("é <hr> fire", 'Can\'t parse entities: unsupported start tag "hr" at byte offset 3'),
        ("a < b", 'Can\'t parse entities: unsupported start tag "" at byte offset 2'),
        ("a <b", "Can't parse entities: unclosed start tag at byte offset 2"),
        ("fire</b>", "Can't parse entities: unexpected end tag at byte offset 4"),
        (
            "<b><i>fire</b></i>",
            "Can't parse entities: unmatched end tag at byte offset 10, "
            'expected "</i>", found "</b>"',
        ),
        ("<b>fire</b", "Can't parse entities: unclosed end tag at byte offset 7"),
        (
            "<a href>fire</a>",
            "Can't parse entities: expected equal sign in declaration of an "
            'attribute of the tag "a" at byte offset 0',
        ),
        ('<a href="x>fire</a>', "Can't parse entities: unclosed start tag at byte offset 0"),
        (
            "<span>fire</span>",
            'Can\'t parse entities: tag "span" must have class "tg-spoiler" at byte offset 0',
        ),
    ],
)
async def test_bad_text_is_refused(api: BotApi, bot: Bot, text: str, words: str) -> None:
    """What Telegram's parser refuses is refused in its words, and nothing is recorded."""
    with pytest.raises(BadRequest) as caught:
        await bot.send_message(ADA, text, parse_mode="HTML")
    assert caught.value.message.lower() == words.lower()
    assert not api.sent


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a & b &nbsp; &unknown; &#8364;&#x20AC", "a & b &nbsp; &unknown; \u20ac\u20ac"),
        ("&lt;b&gt; &quot;fire&quot; &amp;amp;", '<b> "fire" &amp;'),
        ('<a href="https://example.org/?a=1&amp;b=2">link</a>', "link"),
        ("<blockquote expandable>long</blockquote>", "long"),
        ('<pre><code class="language-python">x</code></pre>', "x"),
        ("<B>loud</B> <tg-spoiler>end</>", "loud end"),
        ("  trimmed \n", "trimmed"),
        ("\N{FIRE}" * 2048, "\N{FIRE}" * 2048),
    ],
)
async def test_good_text_is_taken(api: BotApi, bot: Bot, html: str, text: str) -> None:
    """What Telegram takes is taken, and reads as Telegram shows it."""
    await bot.send_message(ADA, html, parse_mode="HTML")
    assert api.sent[-1].text == text


@pytest.mark.parametrize(
    "options",
    [
        {"method": "GET", "params": {"chat_id": ADA, "text": "é & b"}},
        {"method": "POST", "data": {"chat_id": ADA, "text": "é & b"}},
        {"method": "POST", "json": {"chat_id": ADA, "text": "é & b"}},
        {"method": "POST", "files": {"chat_id": (None, str(ADA)), "text": (None, "é & b")}},
        {
            "method": "POST",
            "content": _in_pieces(b"chat_id=17&text=", b"%C3%A9+%26+b"),
            "headers": {"Content-Type": "application/x-www-form-urlencoded"},
        },
    ],
)
async def test_every_way_to_ask(api: BotApi, options: dict[str, Any]) -> None:
    """Parameters are read from a query, a form, a multipart form, JSON, and in chunks."""
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.request(url=f"{api.base_url}/bot{TOKEN}/SendMessage", **options)
    assert answer.json()["result"]["text"] == "é & b"
    assert api.sent[0].text == "é & b"


async def test_refusals_of_places(api: BotApi, bot: Bot) -> None:
    """Each reason why a chat takes no message has Telegram's class and words."""
    blocked, deactivated = api.private(21), api.private(22)
    kicked, left = api.group(-41), api.supergroup(-1_001_001)
    muted, foreign = api.supergroup(-1_001_002), api.channel(-1_002_001, bot="left")
    reader, deleted = api.channel(-1_002_002, bot="member"), api.group(-42)
    blocked.bot, kicked.bot, left.bot = "kicked", "kicked", "left"
    deactivated.deleted = deleted.deleted = True
    muted.bot, muted.may_post = "restricted", False
    api.world.rooms[FORUM].topics[5].closed = True
    table: list[tuple[int, int | None, type[TelegramError], str]] = [
        (99, None, BadRequest, "Chat not found"),
        (blocked.id, None, Forbidden, "Forbidden: bot was blocked by the user"),
        (deactivated.id, None, Forbidden, "Forbidden: user is deactivated"),
        (kicked.id, None, Forbidden, "Forbidden: bot was kicked from the group chat"),
        (left.id, None, Forbidden, "Forbidden: bot is not a member of the supergroup chat"),
        (deleted.id, None, Forbidden, "Forbidden: the group chat was deleted"),
        (foreign.id, None, Forbidden, "Forbidden: bot is not a member of the channel chat"),
        (reader.id, None, BadRequest, "Need administrator rights in the channel chat"),
        (muted.id, None, BadRequest, "Not enough rights to send text messages to the chat"),
        (FORUM, 5, BadRequest, "Topic_closed"),
        (FORUM, 6, BadRequest, "Message thread not found"),
        (GROUP, 6, BadRequest, "Message thread not found"),
    ]
    for chat_id, thread_id, kind, words in table:
        with pytest.raises(kind) as caught:
            await bot.send_message(chat_id, "fire", message_thread_id=thread_id)
        assert (type(caught.value), caught.value.message) == (kind, words)


async def test_a_group_moves(api: BotApi, bot: Bot) -> None:
    """An upgraded group refuses with its new id, and tells of it in both chats."""
    api.upgrade(api.world.rooms[GROUP], -1_001_040)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(GROUP, "fire")
    assert caught.value.new_chat_id == -1_001_040
    leaving, arriving = await bot.get_updates()
    assert leaving.message is not None
    assert leaving.message.migrate_to_chat_id == -1_001_040
    assert arriving.message is not None
    assert arriving.message.migrate_from_chat_id == GROUP


async def test_edits(api: BotApi, bot: Bot) -> None:
    """An edit changes the text; one without a change, or of nothing, is refused."""
    sent = await bot.send_message(ADA, "fire")
    await bot.edit_message_text("<b>fire</b>", ADA, sent.message_id, parse_mode="HTML")
    assert [edit.html for edit in api.sent[0].edits] == ["<b>fire</b>"]
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("<b>fire</b>", ADA, sent.message_id, parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("fire", ADA, 999)
    api.sent[0].editable = False
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("smoke", ADA, sent.message_id)


async def test_replies(api: BotApi, bot: Bot) -> None:
    """A reply to nothing is refused unless it may go without."""
    first = await bot.send_message(ADA, "fire")
    await bot.send_message(ADA, "smoke", reply_parameters=ReplyParameters(first.message_id))
    assert api.sent[1].reply_to == first.message_id
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ADA, "ash", reply_parameters=ReplyParameters(999))
    await bot.send_message(
        ADA, "ash", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True)
    )
    assert api.sent[2].reply_to is None


async def test_standing_of_people(api: BotApi, bot: Bot) -> None:
    """Members, administrators and the bot's own standing are told as Telegram does."""
    assert (await bot.get_chat_member(GROUP, ADA)).status == "administrator"
    assert (await bot.get_chat_member(GROUP, 18)).status == "member"
    assert (await bot.get_chat_member(GROUP, 19)).status == "left"
    assert (await bot.get_chat_member(FORUM, ADA)).status == "creator"
    channel = await bot.get_chat("@the_wire")
    assert (channel.id, channel.type) == (CHANNEL, "channel")
    standing = await bot.get_chat_member(CHANNEL, bot.id)
    assert (standing.status, standing.to_dict()["can_post_messages"]) == ("administrator", True)
    people = await bot.get_chat_administrators(CHANNEL)
    assert {member.user.id for member in people} == {ADA, bot.id}
    with pytest.raises(BadRequest, match="no administrators in the private chat"):
        await bot.get_chat_administrators(ADA)


async def test_commands_of_the_menu(api: BotApi, bot: Bot) -> None:
    """The menu's commands are kept, and a bad one is refused."""
    await bot.set_my_commands([BotCommand("latest", "the newest briefs")])
    assert [command.command for command in await bot.get_my_commands()] == ["latest"]
    with pytest.raises(BadRequest, match=r"(?i)bot_command_invalid"):
        await bot.set_my_commands([BotCommand("No-Way", "bad")])


@pytest.mark.parametrize(
    ("token", "status"),
    [("no-token", 404), ("x:AAExample", 404), ("7123456789:AAWrong", 401), ("1:a", 401)],
)
async def test_bad_tokens(api: BotApi, token: str, status: int) -> None:
    """What is no token at all is not found, another bot's is unauthorized; PTB refuses both."""
    async with httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"{api.base_url}/bot{token}/getMe")
    assert (answer.status_code, answer.json()["error_code"]) == (status, status)
    with pytest.raises(InvalidToken):
        await _bot(api.base_url, token).initialize()


async def test_an_offset_confirms(api: BotApi, bot: Bot) -> None:
    """Updates come again until an offset beyond them is asked for."""
    room = api.world.rooms[ADA]
    for text in ("/start", "/help", "words"):
        api.say(room, text)
    first = await bot.get_updates(limit=2)
    assert [update.message.text for update in first if update.message] == ["/start", "/help"]
    assert await bot.get_updates(limit=2) == first
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [update.message.text for update in rest if update.message] == ["words"]
    assert api.mailbox.confirmed == first[-1].update_id
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_a_long_poll_ends_with_the_update(api: BotApi, bot: Bot) -> None:
    """A poll that waits is answered when something comes."""
    polling = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.requests["getupdates"] == 1)
    api.say(api.world.rooms[ADA], "/start")
    (update,) = await asyncio.wait_for(polling, 2)
    assert update.message is not None
    assert update.message.entities[0].type == "bot_command"


async def test_the_later_of_two_pollers_wins(api: BotApi, bot: Bot) -> None:
    """A second poller ends the first one's poll with a conflict."""
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await api.until(lambda: api.requests["getupdates"] == 1)
    async with _bot(api.base_url) as other:
        second = asyncio.create_task(other.get_updates(timeout=20))
        with pytest.raises(Conflict, match="terminated by other getUpdates"):
            await first
        api.say(api.world.rooms[ADA], "/start")
        assert len(await second) == 1


async def test_a_webhook_bars_polling(api: BotApi, bot: Bot) -> None:
    """While a webhook is set, polling conflicts; deleting it lets the bot poll."""
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_only_wanted_kinds_arrive(api: BotApi, bot: Bot) -> None:
    """Kinds that `allowed_updates` leaves out are not kept for the bot."""
    room = api.world.rooms[ADA]
    await bot.get_updates(allowed_updates=["message"])
    api.say(room, "/start", kind="edited_message")
    api.block(room)
    api.say(room, "/help")
    assert [update.message is not None for update in await bot.get_updates()] == [True]


@pytest.mark.parametrize(
    ("effect", "taken", "kind"),
    [
        (Effect.STATUS, 0, NetworkError),
        (Effect.BAD_GATEWAY, 0, NetworkError),
        (Effect.DROP_UNREAD, 0, NetworkError),
        (Effect.DROP_ANSWER, 1, NetworkError),
        (Effect.CUT_ANSWER, 1, NetworkError),
        (Effect.GARBAGE, 1, TelegramError),
        (Effect.SLOW, 1, TimedOut),
    ],
)
async def test_trouble_on_order(
    api: BotApi, bot: Bot, effect: Effect, taken: int, kind: type[TelegramError]
) -> None:
    """Each trouble meets the next message of its chat alone, before or after it is taken."""
    api.fail(effect, chat_id=ADA, seconds=60)
    await bot.send_message(GROUP, "elsewhere")
    with pytest.raises(kind) as caught:
        await bot.send_message(ADA, "fire", read_timeout=0.2)
    assert type(caught.value) is kind
    assert len(api.sent_to(ADA)) == taken
    assert api.unanswered == taken
    await bot.send_message(ADA, "fire")
    assert len(api.sent_to(ADA)) == taken + 1


async def test_trouble_says_how_long_to_wait(api: BotApi, bot: Bot) -> None:
    """A 429 on order carries its seconds."""
    api.fail(Effect.STATUS, status=429, description="Too Many Requests", retry_after=7)
    with pytest.raises(RetryAfter, match="7"):
        await bot.send_message(ADA, "fire")


async def test_the_limit_of_a_chat(bot: Bot, api: BotApi) -> None:
    """A chat takes a short burst, then has to be waited for; other chats go on."""
    api.pace.limits = Limits(chat_burst=3)
    for _ in range(3):
        await bot.send_message(ADA, "fire")
    with pytest.raises(RetryAfter):
        await bot.send_message(ADA, "fire")
    await bot.send_message(GROUP, "fire")


async def test_it_runs_as_a_process() -> None:
    """From outside it takes orders, and shows what was sent."""
    async with await RemoteBotApi.launch() as api, _bot(api.base_url, api.token) as bot:
        await api.call("chats", kind="private", ids=[ADA], options={"name": "Ada"})
        await api.call("say", chat_id=ADA, text="/start")
        assert len(await bot.get_updates()) == 1
        waiting = asyncio.create_task(api.call("wait", sent=1))
        await bot.send_message(ADA, "<b>fire</b>", parse_mode="HTML")
        assert await waiting
        (message,) = await api.sent()
        assert (message.text, message.entities) == ("fire", (("b", 0, 4, ""),))
        assert (await api.figures())["requests"]["sendmessage"] == 1
