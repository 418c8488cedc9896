"""The JSON in which Telegram tells of messages, of people's standing, and of commands in a text."""

import re
from collections.abc import Mapping
from typing import Any

from tests.botapi.markup import utf16
from tests.botapi.world import BOT, Json, Message, Room

_COMMAND = re.compile(r"(?<![\w/<>@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>])")


def standing_json(room: Room, user_id: int) -> Json:
    """Return a member as `getChatMember` does."""
    if user_id == BOT["id"]:
        return member_json(BOT, room.bot, room)
    return member_json(room.person(user_id), room.members.get(user_id, "left"), room)


_MANAGING = ("chat", "video_chats", "topics")
_SENDING = (
    *("messages", "audios", "documents", "photos", "videos", "video_notes", "voice_notes"),
    *("polls", "other_messages"),
)
_UNGRANTED = ("be_edited", "promote_members", "restrict_members", "change_info", "pin_messages")
_STORIES = ("post_stories", "edit_stories", "delete_stories")


def member_json(user: Mapping[str, Any], status: str, room: Room) -> Json:
    """Return a person's standing in a chat, with the fields that Telegram gives with each status."""
    member: Json = {"user": dict(user), "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= {"is_anonymous": False, "can_delete_messages": True, "can_invite_users": True}
        member |= {f"can_{right}": False for right in _UNGRANTED + _STORIES}
        member |= {f"can_manage_{what}": True for what in _MANAGING}
        if room.kind == "channel":
            member |= {"can_post_messages": room.may_post, "can_edit_messages": room.may_post}
    elif status == "restricted":
        member |= {"is_member": True, "until_date": 0, "can_manage_topics": False}
        member |= {f"can_send_{what}": room.may_post for what in _SENDING}
        member |= {"can_add_web_page_previews": room.may_post, "can_change_info": False}
        member |= {"can_invite_users": False, "can_pin_messages": False}
    elif status == "kicked":
        member["until_date"] = 0
    return member


def message_json(message: Message, room: Room) -> Json:
    """Return a message of the bot's as the answer to sending it."""
    answer: Json = {
        "message_id": message.message_id,
        "from": BOT,
        "chat": room.as_json(),
        "date": message.date,
        "text": message.text,
    }
    if room.kind == "channel":
        del answer["from"]
        answer["sender_chat"] = answer["chat"]
    if message.thread_id is not None:
        answer |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.edits:
        answer["edit_date"] = message.date
    if message.entities:
        answer["entities"] = [
            {"type": _TYPES.get(tag, tag), "offset": start, "length": length}
            | ({"url": argument} if tag == "a" else {})
            for tag, start, length, argument in message.entities
            if tag != "a" or argument
        ]
    return answer


_TYPES = (
    dict.fromkeys(("b", "strong"), "bold")
    | dict.fromkeys(("i", "em"), "italic")
    | dict.fromkeys(("s", "strike", "del"), "strikethrough")
    | dict.fromkeys(("u", "ins"), "underline")
    | dict.fromkeys(("tg-spoiler", "span"), "spoiler")
    | {"a": "text_link", "tg-emoji": "custom_emoji"}
)


def commands_in(text: str) -> list[Json]:
    """Mark the commands of a text as a client does."""
    return [
        {
            "type": "bot_command",
            "offset": utf16(text[: found.start()]),
            "length": utf16(found.group()),
        }
        for found in _COMMAND.finditer(text)
    ]
