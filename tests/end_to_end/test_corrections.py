"""Corrections and copies, from a changed file to the message in the chat."""

from pathlib import Path

from tests.bot.adapters.test_fingerprints import edited, story
from tests.botapi import BotApi, Message, Room
from tests.end_to_end.process import STORY, Place
from tests.end_to_end.running import PATIENCE, Running

ADA = 17
CHANNEL = -1_002_000


async def subscribed(api: BotApi, *rooms: Room) -> None:
    """Subscribe chats, each by a word in it."""
    for room in rooms:
        before = len(api.sent_to(room))
        api.say(room, "/subscribe")
        await api.until(lambda before=before, room=room: len(api.sent_to(room)) > before, PATIENCE)  # type: ignore[misc] # bound at once


async def post_with(api: BotApi, room: Room, words: str) -> Message:
    """Wait for a message with these words in a chat."""
    await api.until(lambda: any(words in m.text for m in api.sent_to(room)), PATIENCE)
    return next(m for m in api.sent_to(room) if words in m.text)


def rewrite(file: Path, text: str) -> None:
    """Write a file anew; its size changes, so that no clock matters."""
    file.write_text(text + "\n" * (1 + file.stat().st_size % 2))


async def test_a_correction_edits_the_message_in_place(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """Marked with the time and what changed; white space and a deleted file change nothing."""
    ada = api.private(ADA, "Ada")
    channel = api.channel(CHANNEL, "The Wire", administrator=[ADA])
    await subscribed(api, ada, channel)
    file = desk.drop("ferry.txt")
    posts = [await post_with(api, room, "Ferry to Korčula") for room in (ada, channel)]
    posts[1].editable = False  # Telegram refuses edits of what is too old
    rewrite(file, STORY.replace(".\n\n", ". \n\n\n"))
    rewrite(file, STORY.replace("a week of storms", "ten days of storms"))
    notice = await post_with(api, channel, "Updated ")
    await api.until(lambda: posts[0].edits, PATIENCE)
    assert len(api.sent_to(ada)) == 2
    assert "“after ten days of”, not “after a week of”" in posts[0].text
    assert "sailed again on Tuesday after ten days of storms" in posts[0].text
    assert " UTC: " in next(line for line in posts[0].text.splitlines() if "Updated" in line)
    assert (notice.silent, notice.reply_to) == (True, posts[1].message_id)
    assert "“after ten days of”, not “after a week of”" in notice.text
    assert "/summary_1" in notice.text
    assert "Updated" not in posts[1].text
    file.unlink()
    other = desk.drop("latest.txt", "Quay rebuilt\n\nThe old quay of Split was rebuilt in a year.")
    await post_with(api, ada, "Quay rebuilt")
    rewrite(other, "Snow on Mosor\n\nThe first snow of this winter fell on Mosor before dawn.")
    new = await post_with(api, ada, "Snow on Mosor")
    assert "No. 3" in new.text
    assert [len(post.edits) for post in api.sent_to(ada)] == [0, 1, 0, 0]
    assert await bot.stop() == 0
    assert "Traceback" not in bot.said


async def test_a_copy_is_named_where_the_original_is(
    api: BotApi, desk: Place, bot: Running
) -> None:
    """Who has the original sees it named there; who came later gets the copy as a post."""
    ada, ben = api.private(ADA, "Ada"), api.private(ADA + 1, "Ben")
    await subscribed(api, ada)
    desk.drop("first.txt", "\n\n".join(story(1)))
    original = await post_with(api, ada, "Floods, report 1")
    await subscribed(api, ben)
    desk.drop("copy.txt", "\n\n".join(edited(story(1), "headline")))
    parsed = await post_with(api, ben, "Water everywhere")
    await api.until(lambda: original.edits, PATIENCE)
    assert "Also in: Water everywhere (/summary_2)" in original.text
    assert "Updated" not in original.text
    assert parsed.html.startswith("<b>Water everywhere</b>")
    desk.drop("other.txt", "\n\n".join(story(2)))
    await post_with(api, ada, "Floods, report 2")
    assert [m.text.splitlines()[0] for m in api.sent_to(ada)[1:]] == [
        "Floods, report 1",
        "Floods, report 2",
    ]
