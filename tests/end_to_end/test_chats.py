"""Groups, forums and channels: who may command there, and where the posts go."""

from tests.botapi import BotApi, Effect, Room
from tests.end_to_end.process import Place
from tests.end_to_end.running import PATIENCE, Running

ADA, BEN = 17, 18
GROUP, FORUM, CHANNEL, OTHER = -40, -1_001_000, -1_002_000, -1_003_000
ARTS, WIRE = 5, 6
ME = "dateline_test_bot"


async def until_said(api: BotApi, room: Room, words: str) -> None:
    """Wait until a message with these words has come to a chat."""
    await api.until(lambda: any(words in m.text for m in api.sent_to(room)), PATIENCE)


async def test_a_group_is_its_administrators_to_subscribe(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """Members read, administrators subscribe, anonymous ones too; the rest is silence."""
    group = api.supergroup(GROUP, "Desk", creator=[ADA], member=[BEN])
    desk.drop("ferry.txt")
    for words in ("/sumary", "hello", "/xyzzyq", "/help@another_bot", "2/3 of it"):
        api.say(group, words, by=BEN)
    api.say(group, "/subscribe", by=BEN, kind="edited_message")
    asked = api.say(group, "/subscribe", by=BEN)
    await until_said(api, group, "only its administrators")
    [refused] = api.sent_to(group)
    assert refused.reply_to == asked
    api.say(group, f"/sumary@{ME}", by=BEN)
    await until_said(api, group, "Did you mean /summary?")
    api.say_anonymously(group, "/subscribe")
    await until_said(api, group, "Subscribed.")
    api.say(group, "/unsubscribe", by=BEN)
    api.say(group, f"/unsubscribe@{ME}", by=ADA)
    await until_said(api, group, "Unsubscribed.")
    api.say(group, "/subscribe", by=ADA)
    desk.drop("quay.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await until_said(api, group, "Quay in Split rebuilt")
    posts = [m for m in api.sent_to(group) if m.text.startswith("Ferry to Korčula")]
    assert all(f"/quotes_1@{ME}" in post.text for post in posts)
    assert sum("only its administrators" in m.text for m in api.sent_to(group)) == 2
    assert not api.refused()


async def test_a_topic_is_served_where_it_subscribed(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """Answers and posts come to the topic; one that closes pauses until it is open again."""
    forum = api.supergroup(FORUM, "Forum", topics=[(ARTS, "Arts"), (WIRE, "Wire")], creator=[ADA])
    api.say(forum, "/subscribe", by=ADA, thread_id=WIRE)
    await until_said(api, forum, "Subscribed.")
    desk.drop("ferry.txt")
    await until_said(api, forum, "Ferry to Korčula")
    assert {message.thread_id for message in api.sent_to(forum)} == {WIRE}
    forum.topics[WIRE].closed = True
    desk.drop("quay.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await api.until(lambda: api.refused(400), PATIENCE)
    api.say(forum, "/latest", by=ADA, thread_id=ARTS)
    await until_said(api, forum, "/summary_2")
    checked = Running.start(desk, "check")
    assert await checked.ended() == 0
    assert f"chat {FORUM}, topic {WIRE}: paused: " in checked.said
    forum.topics[WIRE].closed = False
    api.say(forum, "", by=ADA, thread_id=WIRE, fields={"forum_topic_reopened": {}})
    await until_said(api, forum, "The old quay of Split")
    assert api.sent_to(forum)[-1].thread_id == WIRE


async def test_a_channel_is_subscribed_by_its_administrator(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """From a private chat, where the bot may post and the person administers."""
    ada, ben = api.private(ADA, "Ada"), api.private(BEN, "Ben")
    channel = api.channel(CHANNEL, "The Wire", username="the_wire", administrator=[ADA])
    closed = api.channel(OTHER, "Closed", username="closed_wire", bot="left", creator=[ADA])
    api.say(ben, "/subscribe @the_wire")
    await until_said(api, ben, "Only an administrator of @the_wire")
    api.say(ada, "/subscribe @closed_wire")
    await until_said(api, ada, "I may not post in @closed_wire")
    api.say(ada, "/subscribe @the_wire")
    await until_said(api, ada, "Subscribed The Wire.")
    desk.drop("ferry.txt")
    await until_said(api, channel, "Ferry to Korčula")
    api.say(channel, "/subscribe")
    await until_said(api, channel, "You are subscribed already.")
    api.say(ada, "/unsubscribe https://t.me/the_wire")
    await until_said(api, ada, "Unsubscribed The Wire.")
    assert api.sent_to(closed) == []


async def test_who_blocks_the_bot_is_left_alone_until_they_are_back(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """The first refusal ends the subscription with its reason; nothing is tried again."""
    ada, ben = api.private(ADA, "Ada"), api.private(BEN, "Ben")
    for room in (ada, ben):
        api.say(room, "/subscribe")
        await until_said(api, room, "Subscribed.")
    ada.bot = "kicked"  # Telegram's word of it is late
    desk.drop("ferry.txt")
    await until_said(api, ben, "Ferry to Korčula")
    await api.until(lambda: api.refused(403), PATIENCE)
    desk.drop("quay.txt", "Quay in Split rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await until_said(api, ben, "Quay in Split rebuilt")
    assert len(api.refused()) == 1
    checked = Running.start(desk, "check")
    await checked.ended()
    assert f"chat {ADA}: ended: bot was blocked by the user" in checked.said
    api.unblock(ada)
    api.say(ada, "/subscribe")
    await api.until(lambda: len(api.sent_to(ada)) == 3, PATIENCE)
    desk.drop("snow.txt", "Snow on Mosor\n\nThe first snow of this winter fell on Mosor.")
    await until_said(api, ada, "Snow on Mosor")
    assert len(api.sent_to(ada)) == 4


async def test_a_group_that_becomes_a_supergroup_is_followed(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """Told by Telegram, or found out when posting: all goes on under the new id."""
    told, found = api.group(-50, "Told", creator=[ADA]), api.group(-60, "Found", creator=[ADA])
    for room in (told, found):
        api.say(room, "/subscribe", by=ADA)
        await until_said(api, room, "Subscribed.")
    moved = [api.upgrade(told, -1_000_050), api.upgrade(found, -1_000_060, tell=False)]
    desk.drop("ferry.txt")
    for room in moved:
        await until_said(api, room, "Ferry to Korčula")
        api.say(room, "/subscribe", by=ADA)
        await until_said(api, room, "You are subscribed already.")
        assert len(api.sent_to(room)) == 2


async def test_what_telegram_refuses_or_delays_arrives(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """429 for one chat, a post refused, a broken gateway: each has its remedy, the others wait not."""
    rooms = [api.private(number) for number in range(100, 106)]
    for room in rooms:
        api.say(room, "/subscribe")
        await until_said(api, room, "Subscribed.")
    many = "Too Many Requests: retry after 3"
    api.fail(Effect.STATUS, chat_id=100, status=429, description=many, retry_after=3)
    refusal = "Bad Request: can't parse entities: Unsupported start tag"
    api.fail(Effect.STATUS, chat_id=101, status=400, description=refusal)
    api.fail(Effect.BAD_GATEWAY, chat_id=102)
    api.fail(Effect.DROP_UNREAD, chat_id=103)
    api.fail(Effect.DROP_ANSWER, chat_id=104)
    desk.drop("ferry.txt")
    for room in rooms:
        await until_said(api, room, "Ferry to Korčula")
    waited = api.sent_to(100)[-1].time - api.sent_to(105)[-1].time
    assert waited > 2.5
    plain = api.sent_to(101)[-1]
    assert plain.parse_mode is None
    assert plain.text.startswith("Ferry to Korčula runs again\nSplit · Example Wire")
    assert "<b>" not in plain.text
    await api.until(lambda: len(api.sent_to(104)) == 3, PATIENCE)
    assert [len(api.sent_to(room)) for room in rooms] == [2, 2, 2, 2, 3, 2]
    assert await bot.stop() == 0
    assert "defect: delivery" in bot.said
    assert len(api.refused(429)) == 1
