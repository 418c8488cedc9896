"""From an update as Telegram writes it to what it comes to: a request, a new standing, a move.

Only new messages count: not edits, nor what was forwarded. Of captions, only commands do.
"""

import logging
from dataclasses import replace

from bot.adapters.telegram.identity import Identity
from bot.adapters.telegram.values import Json, chat_number, parsed, positive, words
from bot.chat.numbers import lone_number
from bot.chat.parsing import Typed, parse_marked, readable
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

LONGEST_TEXT = 4096
LONGEST_NAME = 256
"""More characters than a text, and a chat's or person's name, have in Telegram."""

log = logging.getLogger(__name__)


def translate(update: Update, me: Identity) -> Event | None:
    """Read an update; None for one that asks nothing of the bot, or cannot be understood."""
    try:
        content = parsed(update.payload)
        if standing := content.get("my_chat_member"):
            return _standing(standing)
        message = content.get("message") or content.get("channel_post")
        return _message(message, me) if message else None
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        log.warning("update %d cannot be understood: %s", update.id, repr(error)[:200])
        return None


def _message(message: Json, me: Identity) -> Event | None:
    chat_id = chat_number(message["chat"]["id"])
    if new := message.get("migrate_to_chat_id"):
        return ChatMove(old_chat_id=chat_id, new_chat_id=chat_number(new))
    if old := message.get("migrate_from_chat_id"):
        return ChatMove(old_chat_id=chat_number(old), new_chat_id=chat_id)
    if "forum_topic_reopened" in message:
        return StandingChange(
            chat=read_chat(message["chat"]), standing=Standing.WELCOME, reason="topic reopened"
        )
    if message.keys() & {"forward_origin", "forward_date", "is_automatic_forward", "via_bot"}:
        return None
    return _request(message, me)


def _request(message: Json, me: Identity) -> Request | None:
    author = message.get("from") or {}
    chat = read_chat(message["chat"], author)
    typed, text = _command(message, me), words(message.get("text") or "", LONGEST_TEXT)
    if typed is None and (chat.kind.has_members or not text):
        return None
    if typed and typed.addressee and not me.is_named(typed.addressee):
        return None
    return Request(
        chat=chat,
        address=Address(chat.id, _topic(message)),
        sender=_sender(message, author, chat),
        command=typed.command if typed else None,
        arguments=typed.arguments if typed else lone_number(readable(text)),
        addressed=bool(typed and typed.addressee),
        message_id=positive(message["message_id"]),
    )


def _command(message: Json, me: Identity) -> Typed | None:
    """Read the command that a text or a caption begins with, by Telegram's own mark.

    What only looks like one, as a path does, bears no mark. Marks count UTF-16 code units.
    """
    text = words(message.get("text") or message.get("caption") or "", LONGEST_TEXT)
    units = text.encode("utf-16-le", "surrogatepass")
    for mark in message.get("entities") or message.get("caption_entities") or ():
        offset, length = mark["offset"], mark["length"]
        if mark["type"] != "bot_command" or offset < 0 or length < 0:
            continue
        start, end = 2 * offset, 2 * (offset + length)
        before, command, rest = (
            part.decode("utf-16-le", "surrogatepass")
            for part in (units[:start], units[start:end], units[end:])
        )
        if not readable(before).strip():
            return _addressed(parse_marked(command, rest), me)
    return None


def _addressed(typed: Typed | None, me: Identity) -> Typed | None:
    """Take the bot's own name as a first argument for whom the command is addressed to."""
    match typed:
        case Typed(addressee=None, arguments=(first, *rest)) if first.startswith("@"):
            if me.is_named(first[1:]):
                return replace(typed, addressee=first[1:], arguments=tuple(rest))
    return typed


def _topic(message: Json) -> int | None:
    """Return the forum topic: replies outside of forums carry a thread, too, which is none."""
    return positive(message["message_thread_id"]) if message.get("is_topic_message") else None


def _sender(message: Json, author: Json, chat: Chat) -> Sender:
    posted_as = message.get("sender_chat")
    if posted_as is not None and chat_number(posted_as["id"]) == chat.id:
        return Sender(id=chat.id, name=chat.title, is_admin=True)  # anonymously, or as the channel
    if posted_as is not None:  # somebody in the name of a channel of theirs
        return Sender(id=chat_number(posted_as["id"]), name=_name(posted_as), is_admin=False)
    admin = True if chat.kind in (ChatKind.PRIVATE, ChatKind.CHANNEL) else None
    return Sender(id=chat_number(author.get("id", chat.id)), name=_name(author), is_admin=admin)


def read_chat(chat: Json, author: Json | None = None) -> Chat:
    """Read a chat, and in private the language of who wrote."""
    kind = ChatKind(chat["type"])
    if kind is ChatKind.CONSOLE:
        raise ValueError("Telegram has no terminal")
    username = chat.get("username")
    return Chat(
        id=chat_number(chat["id"]),
        kind=kind,
        title=_name(chat),
        username=words(username, LONGEST_NAME) if username else None,
        language=_language(author or {}) if kind is ChatKind.PRIVATE else None,
    )


def _language(person: Json) -> str | None:
    code = person.get("language_code")
    return words(code, LONGEST_NAME).partition("-")[0].lower() if code else None


def _name(named: Json) -> str:
    """Return the title of a chat, or the name of a person."""
    parts = (named.get("title"), named.get("first_name"), named.get("last_name"))
    return words(" ".join(filter(None, parts)), LONGEST_NAME)


def _standing(change: Json) -> StandingChange:
    chat = read_chat(change["chat"])
    standing, reason = read_standing(change["new_chat_member"], chat.kind)
    return StandingChange(chat=chat, standing=standing, reason=reason)


def read_standing(member: Json, kind: ChatKind) -> tuple[Standing, str]:
    """Return what the bot may do in a chat of that kind, being such a member, and the reason."""
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
