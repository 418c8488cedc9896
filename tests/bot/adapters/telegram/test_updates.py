"""What each kind of update comes to."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.telegram import updates
from bot.adapters.telegram.identity import Identity
from bot.model import (
    Address,
    Chat,
    ChatKind,
    ChatMove,
    Event,
    Request,
    Sender,
    Standing,
    StandingChange,
    Update,
)
from tests.bot.adapters.telegram.conftest import ADA, CHANNEL, FORUM, GROUP, TOPIC
from tests.botapi import BOT, BotApi, Json, Room

ME = Identity(id=int(BOT["id"]), username=str(BOT["username"]), name="Dateline")
BEN = 18


def _event(api: BotApi) -> Event | None:
    (update,) = api.mailbox.waiting
    return updates.translate(Update(id=update["update_id"], payload=json.dumps(update)), ME)


def _request(api: BotApi) -> Request | None:
    event = _event(api)
    assert event is None or isinstance(event, Request)
    return event


@pytest.mark.parametrize(
    ("text", "command", "arguments", "addressed"),
    [
        ("/start", "start", (), False),
        ("/latest 5", "latest", ("5",), False),
        ("/latest\n 5\tnow ", "latest", ("5", "now"), False),
        ("/summary_12", "summary", ("12",), False),
        ("/summary_12@dateline_test_bot", "summary", ("12",), True),
        ("/HELP@Dateline_Test_Bot", "help", (), True),
        ("/nonsense 1", "nonsense", ("1",), False),
        ("/start payload", "start", ("payload",), False),
        ("hello", None, (), False),
        ("see /help", None, (), False),
        ("/", None, (), False),
        ("1/2", None, (), False),
        ("/latest.", "latest", (), False),
        ("/summary-1", "summary", ("1",), False),
        ("/summary:1", "summary", ("1",), False),
        ("/summary№1", "summary", ("№1",), False),
        ("/summary No. 1", "summary", ("No.", "1"), False),
        ("/summary\u00a0١", "summary", ("١",), False),
        ("\u200f/summary \u200e１", "summary", ("１",), False),
        ("/Summary@dateline_test_bot:1", "summary", ("1",), True),
        ("/subscribe @Dateline_Test_Bot", "subscribe", (), True),
        ("/subscribe @other_bot", "subscribe", ("@other_bot",), False),
        ("/summary dateline_test_bot", "summary", ("dateline_test_bot",), False),
        ("/summary 🔥 12", "summary", ("🔥", "12"), False),
        ("🔥/summary 12", None, (), False),
        ("/home/user", None, (), False),
        ("/é", None, (), False),
        ("/summary١", None, (), False),
        ("／help", None, (), False),
        ("/1", "1", (), False),
        ("12", None, ("12",), False),
        ("No. ١٢", None, ("12",), False),
        ("/help>", None, (), False),
    ],
)
async def test_words_in_private(
    api: BotApi, *, text: str, command: str | None, arguments: tuple[str, ...], addressed: bool
) -> None:
    """A command is told apart from its arguments; other words are a request without one."""
    number = api.say(api.world.rooms[ADA], text)
    assert _request(api) == Request(
        chat=Chat(id=ADA, kind=ChatKind.PRIVATE, title="Ada", language="en"),
        address=Address(ADA),
        sender=Sender(id=ADA, name="Ada", is_admin=True),
        command=command,
        arguments=arguments,
        addressed=addressed,
        message_id=number,
    )


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("/help", None),
        ("/help", ("bold", 0, 5)),
        ("see /help", ("bot_command", 4, 5)),
        ("🔥/help", ("bot_command", 2, 5)),
        ("/help me", ("bot_command", 0, 8)),
        ("/help", ("bot_command", 1, 4)),
        ("/help", ("bot_command", -5, 5)),
        ("/help", ("bot_command", 0, -1)),
        ("/help", ("bot_command", 10**30, 10**30)),
        ("/help", ("bot_command", 0, 0)),
    ],
)
async def test_a_command_is_what_telegram_marks(
    api: BotApi, text: str, mark: tuple[str, int, int] | None
) -> None:
    """What only looks like one is none: a hint in private, silence in a group."""
    entities = [] if mark is None else [dict(zip(("type", "offset", "length"), mark, strict=True))]
    api.say(api.world.rooms[GROUP], text, by=BEN, fields={"entities": entities}, marks=False)
    assert _request(api) is None
    api.mailbox.waiting.clear()
    api.say(api.world.rooms[ADA], text, fields={"entities": entities}, marks=False)
    request = _request(api)
    assert request is not None
    assert request.command is None


@pytest.mark.parametrize("room", [ADA, GROUP, CHANNEL])
async def test_a_caption_may_be_a_command(api: BotApi, room: int) -> None:
    """A picture sent with a command asks for it; with other words it asks for nothing."""
    by = None if room == CHANNEL else BEN
    api.say(api.world.rooms[room], "/summary №12", by=by, caption=True)
    request = _request(api)
    assert request is not None
    assert (request.command, request.arguments) == ("summary", ("№12",))
    for words in ("hello", "12", "/home/user", "see /help"):
        api.mailbox.waiting.clear()
        api.say(api.world.rooms[room], words, by=by, caption=True)
        assert _request(api) is None


async def test_a_command_in_a_group(api: BotApi) -> None:
    """Whether its sender may use it is asked later; the group's language is nobody's."""
    number = api.say(api.world.rooms[GROUP], "/subscribe", by=BEN)
    assert _request(api) == Request(
        chat=Chat(id=GROUP, kind=ChatKind.GROUP, title="Desk"),
        address=Address(GROUP),
        sender=Sender(id=BEN, name="Person 18", is_admin=None),
        command="subscribe",
        message_id=number,
    )


async def test_an_anonymous_administrator(api: BotApi) -> None:
    """Whoever writes as the group administers it."""
    api.say_anonymously(api.world.rooms[FORUM], "/subscribe")
    request = _request(api)
    assert request is not None
    assert (request.sender.is_admin, request.sender.id) == (True, FORUM)


async def test_a_person_in_a_channel_of_theirs(api: BotApi) -> None:
    """Whoever writes in a group as some channel does not administer the group by that."""
    api.say(
        api.world.rooms[FORUM],
        "/subscribe",
        by=136817688,
        fields={"sender_chat": api.world.rooms[CHANNEL].as_json()},
    )
    request = _request(api)
    assert request is not None
    assert (request.sender.is_admin, request.sender.id) == (False, CHANNEL)


async def test_a_command_in_a_channel(api: BotApi) -> None:
    """Only administrators write in a channel."""
    api.say(api.world.rooms[CHANNEL], "/subscribe")
    request = _request(api)
    assert request is not None
    assert request.chat == Chat(
        id=CHANNEL, kind=ChatKind.CHANNEL, title="The Wire", username="the_wire"
    )
    assert (request.sender.is_admin, request.address) == (True, Address(CHANNEL))


@pytest.mark.parametrize(
    ("forum", "thread_id", "address"),
    [
        (True, TOPIC, Address(FORUM, TOPIC)),
        (True, None, Address(FORUM)),
        (False, 77, Address(-1_001_500)),
    ],
)
async def test_where_a_command_came_from(
    api: BotApi, *, forum: bool, thread_id: int | None, address: Address
) -> None:
    """A topic is part of the address; the thread of replies in a plain supergroup is not."""
    room = api.world.rooms[FORUM] if forum else api.supergroup(-1_001_500)
    api.say(room, "/subscribe", by=ADA, thread_id=thread_id)
    request = _request(api)
    assert request is not None
    assert request.address == address


def _say(text: str = "/help", **options: object) -> Callable[[BotApi], object]:
    room = options.pop("room", ADA)
    return lambda api: api.say(api.world.rooms[room], text, **options)  # type: ignore[index, arg-type]


@pytest.mark.parametrize(
    "happening",
    [
        _say("/help@other_bot"),
        _say("/help@other_bot", room=GROUP, by=BEN),
        _say("good morning", room=GROUP, by=BEN),
        _say("a post", room=CHANNEL),
        _say(kind="edited_message"),
        _say(kind="edited_channel_post", room=CHANNEL),
        _say("see /help", caption=True),
        _say("/help@other_bot", caption=True),
        _say("/home/user", room=GROUP, by=BEN),
        _say("1", room=GROUP, by=BEN),
        _say(fields={"forward_origin": {"type": "hidden_user", "sender_user_name": "x"}}),
        _say(room=GROUP, by=BEN, fields={"is_automatic_forward": True}),
        _say(room=GROUP, by=BEN, fields={"via_bot": BOT}),
        lambda api: api.inject({"poll": {"id": "1"}}),
        lambda api: api.inject({"message": {"message_id": 1, "chat": {"id": 1}}}),
        lambda api: api.inject({"message": {"text": "/help"}}),
        lambda api: api.inject({"message": []}),
        lambda api: api.inject({"my_chat_member": {"chat": {"id": 1, "type": "cave"}}}),
    ],
)
async def test_what_asks_nothing(api: BotApi, happening: Callable[[BotApi], object]) -> None:
    """Edits, forwards, captions, talk, other bots' commands and odd updates come to nothing."""
    happening(api)
    assert _event(api) is None


@pytest.mark.parametrize(
    ("room", "status", "may_post", "standing", "reason"),
    [
        (ADA, "kicked", True, Standing.OUT, "blocked by the user"),
        (ADA, "member", True, Standing.WELCOME, "may post"),
        (GROUP, "kicked", True, Standing.OUT, "removed from the chat"),
        (GROUP, "left", True, Standing.OUT, "no longer in the chat"),
        (GROUP, "member", True, Standing.WELCOME, "may post"),
        (FORUM, "restricted", False, Standing.MUTED, "not allowed to post"),
        (FORUM, "restricted", True, Standing.WELCOME, "may post"),
        (FORUM, "administrator", True, Standing.WELCOME, "may post"),
        (CHANNEL, "administrator", True, Standing.WELCOME, "may post"),
        (CHANNEL, "administrator", False, Standing.MUTED, "not allowed to post"),
        (CHANNEL, "member", True, Standing.MUTED, "not allowed to post"),
        (CHANNEL, "left", True, Standing.OUT, "no longer in the chat"),
    ],
)
async def test_standings(
    api: BotApi, *, room: int, status: str, may_post: bool, standing: Standing, reason: str
) -> None:
    """Each standing of the bot's comes to what it may do from now on."""
    api.change_standing(api.world.rooms[room], status, may_post=may_post)
    event = _event(api)
    assert isinstance(event, StandingChange)
    assert (event.chat.id, event.standing, event.reason) == (room, standing, reason)


async def test_a_reopened_topic_is_welcome(api: BotApi) -> None:
    """What was paused for a closed topic may go on."""
    api.say(api.world.rooms[FORUM], "", fields={"forum_topic_reopened": {}}, thread_id=TOPIC)
    event = _event(api)
    assert isinstance(event, StandingChange)
    assert (event.chat.id, event.standing) == (FORUM, Standing.WELCOME)


async def test_both_messages_tell_of_a_move(api: BotApi) -> None:
    """A move is told in the old chat and in the new one, to the same effect."""
    room: Room = api.world.rooms[GROUP]
    api.upgrade(room, -1_001_040)
    move = ChatMove(old_chat_id=GROUP, new_chat_id=-1_001_040)
    told: list[Json] = api.mailbox.waiting
    assert [updates.translate(Update(id=1, payload=json.dumps(update)), ME) for update in told] == [
        move,
        move,
    ]


def _message(**changes: object) -> Json:
    """Make a message, with other values in place of some of its own."""
    message: Json = {
        "message_id": 5,
        "date": 1,
        "chat": {"id": 17, "type": "private", "first_name": "Ada"},
        "from": {"id": 17, "first_name": "Ada"},
        "text": "/subscribe",
    }
    return message | changes


def _chat(**changes: object) -> Json:
    chat: Json = {"id": 17, "type": "private", "first_name": "Ada"}
    return chat | changes


BIG = 10**40
NO_IDS: list[object] = [BIG, -BIG, 2**63, 0, "17", 1.5, True, []]
NO_NUMBERS: list[object] = [BIG, 0, -1, "5", None, 5.0]


@pytest.mark.parametrize(
    "message",
    [
        *(_message(chat=_chat(id=number)) for number in NO_IDS),
        *(_message(message_id=number) for number in NO_NUMBERS),
        *(_message(**{"from": {"id": number}}) for number in (BIG, "17", None)),
        _message(chat=_chat(type="console")),
        _message(chat=_chat(title=["a"])),
        _message(chat=_chat(first_name=7)),
        _message(chat=_chat(username={"a": 1})),
        _message(**{"from": {"id": 17, "language_code": ["en"]}}),
        _message(text=["/subscribe"]),
        _message(text=7),
        _message(entities="all"),
        _message(entities=[{"type": "bot_command"}]),
        _message(is_topic_message=True, message_thread_id=BIG),
        _message(is_topic_message=True),
        _message(sender_chat={"id": BIG}),
        _message(sender_chat={}),
        _message(migrate_to_chat_id=BIG),
        _message(migrate_to_chat_id="-5"),
        _message(migrate_from_chat_id=BIG),
    ],
)
def test_values_that_make_no_sense_ask_nothing(message: Json) -> None:
    """No number, name or text goes further that could not be kept, or is none."""
    assert updates.translate(Update(id=1, payload=json.dumps({"message": message})), ME) is None


def test_odd_texts_are_texts() -> None:
    """Lone surrogates, NULs and endless words stay what they are, within bounds."""
    odd = _message(text="/summary \ud800\x00 " + "x" * 10**6, chat=_chat(first_name="\udfff" * 999))
    event = updates.translate(Update(id=1, payload=json.dumps({"message": odd})), ME)
    assert isinstance(event, Request)
    assert event.arguments[0] == "\ud800\x00"
    assert sum(map(len, event.arguments)) < 4096
    assert len(event.chat.title) < 300


@pytest.mark.parametrize("payload", ["[" * 10_000, '{"a":' * 10_000, "", "7", "[]", "null", "NaN",
                                     '{"message": ' + "1" * 9_000 + "}", '"\ud800"'])  # fmt: skip
def test_what_is_no_update_asks_nothing(payload: str) -> None:
    """Whatever the store was once given."""
    assert updates.translate(Update(id=1, payload=payload), ME) is None


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "message",
                    "chat",
                    "id",
                    "type",
                    "text",
                    "entities",
                    "offset",
                    "from",
                    "sender_chat",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.text(), st.integers(), st.integers(), st.sampled_from(["private", "group", "channel"]))
def test_no_words_and_marks_break_the_reader(
    text: str, offset: int, length: int, kind: str
) -> None:
    """Wherever a mark is said to be, in whatever words, it comes to a request or nothing."""
    for shift in (offset, 0):
        mark = {"type": "bot_command", "offset": shift, "length": length}
        message = {
            "message_id": 1,
            "chat": {"id": 5, "type": kind},
            "text": text,
            "entities": [mark],
        }
        event = updates.translate(Update(id=1, payload=json.dumps({"message": message})), ME)
        assert event is None or isinstance(event, Request)
        assert kind != "private" or not text or event is not None


@given(_values)
def test_no_update_breaks_the_reader(content: object) -> None:
    """Whatever JSON comes, it comes to something or nothing."""
    updates.translate(Update(id=1, payload=json.dumps({"message": content})), ME)
    updates.translate(Update(id=1, payload=json.dumps(content)), ME)
