"""Posts and edits, and every error by its remedy."""

import pytest

from bot.adapters.telegram.client import Telegram
from bot.errors import (
    AnswerLost,
    ChatGone,
    ChatMoved,
    DatelineError,
    EditRefused,
    MayNotPost,
    NotSent,
    PostRejected,
    ServerTrouble,
    TokenRefused,
    TryLater,
)
from bot.model import Address
from tests.bot.adapters.telegram.conftest import ADA, CHANNEL, FORUM, GROUP, TOPIC
from tests.botapi import BotApi, Effect, Limits, Room

HERE = Address(ADA)


async def test_a_post_arrives_as_meant(api: BotApi, telegram: Telegram) -> None:
    """HTML is markup, previews are off, and topic, silence and reply are as asked for."""
    first = await telegram.messenger.send(Address(FORUM, TOPIC), "<b>Fire</b> &amp; smoke")
    second = await telegram.messenger.send(
        Address(FORUM, TOPIC), "More", silent=True, reply_to=first
    )
    one, two = api.sent
    assert (one.message_id, one.text, one.thread_id) == (first, "Fire & smoke", TOPIC)
    assert (one.silent, one.preview, one.reply_to) == (False, False, None)
    assert (two.message_id, two.silent, two.reply_to) == (second, True, first)


async def test_plain_words_are_no_markup(api: BotApi, telegram: Telegram) -> None:
    """What is sent plainly keeps its brackets."""
    await telegram.messenger.send_plain(HERE, "a <b & c", silent=True)
    assert (api.sent[0].text, api.sent[0].silent) == ("a <b & c", True)


async def test_a_reply_to_a_deleted_message_still_arrives(api: BotApi, telegram: Telegram) -> None:
    """A message that is gone is no reason not to answer it."""
    await telegram.messenger.send(HERE, "Fire", reply_to=999)
    assert api.sent[0].reply_to is None


async def test_an_edit_changes_the_message(api: BotApi, telegram: Telegram) -> None:
    """The new text stands there; the same text again is no error."""
    number = await telegram.messenger.send(HERE, "Fire")
    await telegram.messenger.edit(HERE, number, "<b>Fire</b>, updated")
    await telegram.messenger.edit(HERE, number, "<b>Fire</b>, updated")
    assert (api.sent[0].text, len(api.sent[0].edits)) == ("Fire, updated", 1)


def _places(api: BotApi) -> dict[str, Room]:
    places = {
        "blocked": api.private(21),
        "deactivated": api.private(22),
        "kicked": api.group(-41),
        "left": api.supergroup(-1_001_001),
        "deleted": api.group(-42),
        "not in channel": api.channel(-1_002_001, bot="left"),
        "muted": api.supergroup(-1_001_002),
        "channel's reader": api.channel(-1_002_002, bot="member"),
        "closed topic": api.supergroup(-1_001_003, topics=[(TOPIC, "Wire")]),
        "no such topic": api.supergroup(-1_001_004, topics=[(6, "Wire")]),
    }
    places["blocked"].bot = places["kicked"].bot = "kicked"
    places["deactivated"].deleted = places["deleted"].deleted = True
    places["left"].bot = "left"
    places["muted"].may_post = False
    places["closed topic"].topics[TOPIC].closed = True
    return places


@pytest.mark.parametrize(
    ("place", "remedy", "words"),
    [
        ("blocked", ChatGone, "bot was blocked by the user"),
        ("deactivated", ChatGone, "user is deactivated"),
        ("kicked", ChatGone, "bot was kicked from the group chat"),
        ("left", ChatGone, "bot is not a member of the supergroup chat"),
        ("deleted", ChatGone, "the group chat was deleted"),
        ("not in channel", ChatGone, "bot is not a member of the channel chat"),
        ("muted", MayNotPost, "Not enough rights to send text messages to the chat"),
        ("channel's reader", MayNotPost, "Need administrator rights in the channel chat"),
        ("closed topic", MayNotPost, "Topic_closed"),
        ("no such topic", MayNotPost, "Message thread not found"),
    ],
)
async def test_places_that_take_no_posts(
    api: BotApi, telegram: Telegram, place: str, remedy: type[DatelineError], words: str
) -> None:
    """A chat that is closed to the bot ends; one where it lacks the right pauses."""
    room = _places(api)[place]
    thread_id = TOPIC if "topic" in place else None
    with pytest.raises(remedy) as caught:
        await telegram.messenger.send(Address(room.id, thread_id), "Fire")
    assert (type(caught.value), str(caught.value)) == (remedy, words)


async def test_an_unknown_chat_is_gone(telegram: Telegram) -> None:
    """A chat that Telegram does not know will not come back."""
    with pytest.raises(ChatGone, match="Chat not found"):
        await telegram.messenger.send(Address(999), "Fire")


@pytest.mark.parametrize("html", ["<b>Fire", "a < b", "", "<b></b>", "x" * 4097])
async def test_bad_texts_are_rejected(telegram: Telegram, html: str) -> None:
    """What Telegram cannot read or show is our defect, in posts as in edits."""
    with pytest.raises(PostRejected):
        await telegram.messenger.send(HERE, html)
    number = await telegram.messenger.send(HERE, "Fire")
    with pytest.raises(PostRejected):
        await telegram.messenger.edit(HERE, number, html)


async def test_a_moved_chat_tells_its_new_id(api: BotApi, telegram: Telegram) -> None:
    """A group that became a supergroup is found under its new id."""
    api.upgrade(api.world.rooms[GROUP], -1_001_040)
    with pytest.raises(ChatMoved) as caught:
        await telegram.messenger.send(Address(GROUP), "Fire")
    assert caught.value.new_chat_id == -1_001_040
    await telegram.messenger.send(Address(caught.value.new_chat_id), "Fire")


async def test_a_limit_says_how_long_to_wait(api: BotApi, telegram: Telegram) -> None:
    """A 429 is waited out, by its number."""
    api.fail(Effect.STATUS, status=429, description="Too Many Requests", retry_after=37)
    with pytest.raises(TryLater) as caught:
        await telegram.messenger.send(HERE, "Fire")
    assert caught.value.seconds == 37


async def test_the_real_limits_are_felt(api: BotApi, telegram: Telegram) -> None:
    """Whoever sends faster than allowed is told to wait at least a second."""
    api.pace.limits = Limits(chat_burst=1)
    await telegram.messenger.send(HERE, "Fire")
    with pytest.raises(TryLater) as caught:
        await telegram.messenger.send(HERE, "Smoke")
    assert caught.value.seconds >= 1


@pytest.mark.parametrize(
    ("effect", "status", "remedy", "taken"),
    [
        (Effect.STATUS, 500, ServerTrouble, 0),
        (Effect.STATUS, 503, ServerTrouble, 0),
        (Effect.STATUS, 413, PostRejected, 0),
        (Effect.BAD_GATEWAY, 502, ServerTrouble, 0),
        (Effect.DROP_UNREAD, 0, AnswerLost, 0),
        (Effect.DROP_ANSWER, 0, AnswerLost, 1),
        (Effect.CUT_ANSWER, 0, AnswerLost, 1),
        (Effect.GARBAGE, 0, AnswerLost, 1),
        (Effect.SLOW, 0, AnswerLost, 1),
    ],
)
async def test_trouble_on_the_way(
    api: BotApi,
    telegram: Telegram,
    *,
    effect: Effect,
    status: int,
    remedy: type[DatelineError],
    taken: int,
) -> None:
    """Only what Telegram answered is known not to have been sent; the next message arrives."""
    await _in_trouble(api, telegram, effect, status, remedy=remedy, taken=taken)


@pytest.mark.parametrize(
    ("effect", "remedy", "taken"),
    [
        (Effect.STATUS, ServerTrouble, 0),
        (Effect.BAD_GATEWAY, ServerTrouble, 0),
        (Effect.DROP_UNREAD, AnswerLost, 0),
        (Effect.DROP_ANSWER, AnswerLost, 1),
        (Effect.CUT_ANSWER, AnswerLost, 1),
        (Effect.GARBAGE, AnswerLost, 1),
        (Effect.SLOW, AnswerLost, 1),
    ],
)
async def test_trouble_behind_a_proxy(
    api: BotApi, proxied: Telegram, *, effect: Effect, remedy: type[DatelineError], taken: int
) -> None:
    """Behind a proxy the same remedies hold."""
    await _in_trouble(api, proxied, effect, 500, remedy=remedy, taken=taken)


async def test_no_proxy_means_not_sent(api: BotApi, proxied: Telegram) -> None:
    """When the proxy is away, nothing was sent."""
    await api.stop()
    with pytest.raises(NotSent):
        await proxied.messenger.send(HERE, "Fire")


async def _in_trouble(
    api: BotApi,
    telegram: Telegram,
    effect: Effect,
    status: int,
    *,
    remedy: type[DatelineError],
    taken: int,
) -> None:
    api.fail(effect, status=status, description=f"Trouble ({status})", seconds=60)
    with pytest.raises(remedy) as caught:
        await telegram.messenger.send(HERE, "Fire")
    assert type(caught.value) is remedy
    assert len(api.sent) == taken
    await telegram.messenger.send(HERE, "Fire")
    assert len(api.sent) == taken + 1


async def test_no_connection_means_not_sent(api: BotApi, telegram: Telegram) -> None:
    """When nobody listens, nothing was sent; when somebody does again, it arrives."""
    await telegram.messenger.send(HERE, "Fire")
    await api.stop()
    with pytest.raises(NotSent, match="no connection"):
        await telegram.messenger.send(HERE, "Smoke")
    await api.start()
    await telegram.messenger.send(HERE, "Smoke")
    assert [message.text for message in api.sent] == ["Fire", "Smoke"]


@pytest.mark.parametrize(
    ("description", "remedy"),
    [
        ("Bad Request: message to edit not found", EditRefused),
        ("Bad Request: message can't be edited", EditRefused),
        ("Bad Request: MESSAGE_ID_INVALID", EditRefused),
        ("Bad Request: chat not found", ChatGone),
        ("Bad Request: not enough rights to edit the message", MayNotPost),
    ],
)
async def test_edits_refused(
    api: BotApi, telegram: Telegram, description: str, remedy: type[DatelineError]
) -> None:
    """A message that cannot be edited is replied to instead; a lost chat is lost for edits, too."""
    number = await telegram.messenger.send(Address(CHANNEL), "Fire")
    api.fail(Effect.STATUS, method="editMessageText", status=400, description=description)
    with pytest.raises(remedy) as caught:
        await telegram.messenger.edit(Address(CHANNEL), number, "Smoke")
    assert type(caught.value) is remedy


async def test_an_edit_of_nothing_is_refused(telegram: Telegram) -> None:
    """A message that is not there cannot be edited."""
    with pytest.raises(EditRefused):
        await telegram.messenger.edit(HERE, 999, "Smoke")


async def test_only_get_me_decides_on_the_token(api: BotApi, telegram: Telegram) -> None:
    """A 401 for one message is trouble, as long as the token is good; a revoked one is refused."""
    api.fail(Effect.STATUS, status=401, description="Unauthorized")
    with pytest.raises(ServerTrouble):
        await telegram.messenger.send(HERE, "Fire")
    api.token = "1:revoked"  # noqa: S105 - no secret
    with pytest.raises(TokenRefused):
        await telegram.messenger.send(HERE, "Fire")
    with pytest.raises(TokenRefused):
        await telegram.messenger.edit(HERE, 1, "Fire")
