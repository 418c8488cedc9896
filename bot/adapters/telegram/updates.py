"""From an update as Telegram writes it to what it comes to: a request, a new standing, a move.

Only new messages count: not edits, nor what was forwarded, nor the captions of pictures.
"""

import json
import logging
from typing import Any

from bot.adapters.telegram.identity import Identity
from bot.chat.parsing import parse
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

WANTED = ("message", "channel_post", "my_chat_member")
"""The kinds of updates to ask Telegram for."""

Json = dict[str, Any]

log = logging.getLogger(__name__)


def translate(update: Update, me: Identity) -> Event | None:
    """Read an update; None for one that asks nothing of the bot, or cannot be understood."""
    try:
        content = json.loads(update.payload)
        if standing := content.get("my_chat_member"):
            return _standing(standing)
        message = content.get("message") or content.get("channel_post")
        return _message(message, me) if message else None
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        log.warning("update %d cannot be understood: %r", update.id, error)
        return None


def _message(message: Json, me: Identity) -> Event | None:
    chat_id = int(message["chat"]["id"])
    if new := message.get("migrate_to_chat_id"):
        return ChatMove(old_chat_id=chat_id, new_chat_id=int(new))
    if old := message.get("migrate_from_chat_id"):
        return ChatMove(old_chat_id=int(old), new_chat_id=chat_id)
    if "forum_topic_reopened" in message:
        return StandingChange(
            chat=read_chat(message["chat"]), standing=Standing.WELCOME, reason="topic reopened"
        )
    if message.keys() & {"forward_origin", "forward_date", "is_automatic_forward", "via_bot"}:
        return None
    return _request(message, me) if message.get("text") else None


def _request(message: Json, me: Identity) -> Request | None:
    author = message.get("from") or {}
    chat = read_chat(message["chat"], author)
    parsed = parse(message["text"]) if _begins_with_command(message) else None
    if parsed is None and chat.kind.has_members:
        return None
    if parsed and parsed.addressee and not me.is_named(parsed.addressee):
        return None
    return Request(
        chat=chat,
        address=Address(chat.id, _topic(message)),
        sender=_sender(message, author, chat),
        command=parsed.command if parsed else None,
        arguments=parsed.arguments if parsed else (),
        addressed=bool(parsed and parsed.addressee),
        message_id=int(message["message_id"]),
    )


def _begins_with_command(message: Json) -> bool:
    if "entities" not in message:
        return True  # a server that marks nothing leaves it to the words
    return any(
        entity["type"] == "bot_command" and entity["offset"] == 0 for entity in message["entities"]
    )


def _topic(message: Json) -> int | None:
    """Give the forum topic: replies outside of forums carry a thread, too, which is none."""
    return int(message["message_thread_id"]) if message.get("is_topic_message") else None


def _sender(message: Json, author: Json, chat: Chat) -> Sender:
    posted_as = message.get("sender_chat")
    if posted_as is not None and posted_as["id"] == chat.id:  # anonymously, or as the channel
        return Sender(id=chat.id, name=chat.title, is_admin=True)
    if posted_as is not None:  # somebody in the name of a channel of theirs
        return Sender(id=int(posted_as["id"]), name=posted_as.get("title", ""), is_admin=False)
    admin = True if chat.kind in (ChatKind.PRIVATE, ChatKind.CHANNEL) else None
    return Sender(id=int(author.get("id", chat.id)), name=_name(author), is_admin=admin)


def read_chat(chat: Json, author: Json | None = None) -> Chat:
    """Read a chat, and in private the language of who wrote."""
    kind = ChatKind(chat["type"])
    language = (author or {}).get("language_code") if kind is ChatKind.PRIVATE else None
    return Chat(
        id=int(chat["id"]),
        kind=kind,
        title=chat.get("title") or _name(chat),
        username=chat.get("username"),
        language=language.partition("-")[0].lower() if language else None,
    )


def _name(person: Json) -> str:
    return " ".join(filter(None, (person.get("first_name"), person.get("last_name"))))


def _standing(change: Json) -> StandingChange:
    chat = read_chat(change["chat"])
    standing, reason = read_standing(change["new_chat_member"], chat.kind)
    return StandingChange(chat=chat, standing=standing, reason=reason)


def read_standing(member: Json, kind: ChatKind) -> tuple[Standing, str]:
    """Tell what the bot may do in a chat of that kind, being such a member, and the reason."""
    status = member["status"]
    if status == "kicked":
        private = kind is ChatKind.PRIVATE
        return Standing.OUT, "blocked by the user" if private else "removed from the chat"
    if status == "left" or (status == "restricted" and not member.get("is_member")):
        return Standing.OUT, "no longer in the chat"
    if kind is ChatKind.CHANNEL:
        may_post = status == "administrator" and bool(member.get("can_post_messages"))
    else:
        may_post = status != "restricted" or bool(member.get("can_send_messages"))
    return (Standing.WELCOME, "may post") if may_post else (Standing.MUTED, "not allowed to post")
