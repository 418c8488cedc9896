"""Telegram's side of things: people, chats with their members and topics, and messages."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

BOT: Json = {
    "id": 7123456789,
    "is_bot": True,
    "first_name": "Dateline",
    "username": "dateline_test_bot",
}

GROUP_ANONYMOUS_BOT = 1087968824
"""The user that stands for an administrator who posts as the group."""


class Refusal(Exception):
    """The Bot API's answer that something is not done."""

    def __init__(self, status: int, description: str, **parameters: int | float) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """Return the answer's body."""
        body: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


@dataclass(slots=True, kw_only=True)
class Topic:
    """A topic of a forum."""

    name: str
    closed: bool = False


@dataclass(slots=True, kw_only=True)
class Edit:
    """A change of a message's text."""

    text: str
    html: str
    time: float


@dataclass(slots=True, kw_only=True)
class Message:
    """A message that the bot has sent: `text` as a reader sees it now, `html` as it was sent.

    `time` is the event loop's when it was taken; `answered` is False where the bot was not told.
    `edits` holds every change since, with its text.
    """

    chat_id: int
    message_id: int
    thread_id: int | None
    text: str
    html: str
    parse_mode: str | None
    silent: bool
    preview: bool
    reply_to: int | None
    time: float
    date: int
    markup: Any = None
    entities: tuple[tuple[str, int, int, str], ...] = ()
    answered: bool = True
    editable: bool = True
    edits: list[Edit] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Room:
    """A chat; `bot` is the bot's standing in it, `members` that of people, by Telegram's names.

    `chat_wide` numbers belong to supergroups and channels; private chats and groups share one row.
    """

    id: int
    kind: str
    title: str = ""
    username: str | None = None
    forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)
    bot: str = "member"
    may_post: bool = True
    deleted: bool = False
    migrated_to: int | None = None
    last_message_id: int = 0
    language: str | None = None

    def as_json(self) -> Json:
        """Return the chat as a message tells of it."""
        chat: Json = {"id": self.id, "type": self.kind}
        if self.kind == "private":
            chat["first_name"] = self.title
        else:
            chat["title"] = self.title
        if self.username:
            chat["username"] = self.username
        if self.forum:
            chat["is_forum"] = True
        return chat

    def person(self, user_id: int) -> Json:
        """Return a person of the chat."""
        if user_id == GROUP_ANONYMOUS_BOT:
            return {
                "id": user_id,
                "is_bot": True,
                "first_name": "Group",
                "username": "GroupAnonymousBot",
            }
        user: Json = {"id": user_id, "is_bot": False, "first_name": f"Person {user_id}"}
        if self.kind == "private" and user_id == self.id:
            user["first_name"] = self.title
            if self.username:
                user["username"] = self.username
        if self.language:
            user["language_code"] = self.language
        return user


_KICKED = "Forbidden: bot was kicked from the {}"
_NO_MEMBER = "Forbidden: bot is not a member of the {}"
_NAMES = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


@dataclass(slots=True)
class World:
    """All chats, and every message that the bot sent, in order."""

    rooms: dict[int, Room] = field(default_factory=dict)
    sent: list[Message] = field(default_factory=list)
    by_place: dict[tuple[int, int], Message] = field(default_factory=dict)
    last_message_id: int = 0

    def room(self, chat_id: object) -> Room:
        """Return a chat by the `chat_id` of a request: a number, or a public name with its @."""
        room = None
        if isinstance(chat_id, str) and chat_id.startswith("@"):
            name = chat_id[1:].lower()
            room = next(
                (room for room in self.rooms.values() if (room.username or "").lower() == name),
                None,
            )
            if room is not None and room.kind == "private":
                room = None  # people are not found by their names
        elif chat_id in (None, ""):
            raise Refusal(400, "Bad Request: chat_id is empty")
        else:
            try:
                room = self.rooms.get(int(str(chat_id)))
            except ValueError:
                room = None
        if room is None:
            raise Refusal(400, "Bad Request: chat not found")
        return room

    def present(self, room: Room) -> None:
        """Refuse what concerns a chat that the bot is not in."""
        if room.migrated_to is not None:
            raise Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=room.migrated_to,
            )
        if room.kind == "private":
            return
        if room.deleted:
            raise Refusal(403, "Forbidden: the group chat was deleted")
        if room.bot == "kicked":
            raise Refusal(403, _KICKED.format(_NAMES[room.kind]))
        if room.bot == "left":
            raise Refusal(403, _NO_MEMBER.format(_NAMES[room.kind]))

    def writable(self, room: Room, thread_id: int | None) -> None:
        """Refuse a message where the bot may not write."""
        self.present(room)
        if room.kind == "private":
            _reachable(room)
        elif room.kind == "channel":
            if room.bot != "administrator" or not room.may_post:
                raise Refusal(400, "Bad Request: need administrator rights in the channel chat")
        elif not room.may_post:
            raise Refusal(400, "Bad Request: not enough rights to send text messages to the chat")
        if thread_id is not None:
            topic = room.topics.get(thread_id) if room.forum else None
            if topic is None:
                raise Refusal(400, "Bad Request: message thread not found")
            if topic.closed:
                raise Refusal(400, "Bad Request: TOPIC_CLOSED")

    def next_message_id(self, room: Room) -> int:
        """Count on: by chat in supergroups and channels, else over all."""
        if room.kind in ("supergroup", "channel"):
            room.last_message_id += 1
            return room.last_message_id
        self.last_message_id += 1
        return self.last_message_id

    def keep(self, message: Message) -> None:
        """Write a message of the bot's down."""
        self.sent.append(message)
        self.by_place[message.chat_id, message.message_id] = message


def _reachable(room: Room) -> None:
    if room.deleted:
        raise Refusal(403, "Forbidden: user is deactivated")
    if room.bot == "kicked":
        raise Refusal(403, "Forbidden: bot was blocked by the user")
    if room.bot == "left":
        raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
