"""What people do: make chats, write, press, block, promote; each becomes an update for the bot."""

import time
from collections.abc import Iterable

from tests.botapi.forms import commands_in, member_json
from tests.botapi.mailbox import Mailbox
from tests.botapi.world import (
    BOT,
    GROUP_ANONYMOUS_BOT,
    Json,
    Message,
    Room,
    Topic,
    World,
)


class Scene:
    """The chats and the people in them."""

    def __init__(self, world: World, mailbox: Mailbox) -> None:
        self.world = world
        self.mailbox = mailbox

    def private(self, user_id: int, name: str = "", *, language: str | None = None) -> Room:
        """Make a private chat of a person who has started the bot."""
        return self._room(
            Room(id=user_id, kind="private", title=name or f"Person {user_id}", language=language)
        )

    def group(self, chat_id: int, title: str = "A group", **members: Iterable[int]) -> Room:
        """Make a group; `members` maps a status to people: administrator=[1], member=[2]."""
        return self._room(Room(id=chat_id, kind="group", title=title, members=_standing(members)))

    def supergroup(
        self,
        chat_id: int,
        title: str = "A supergroup",
        *,
        topics: Iterable[tuple[int, str]] = (),
        username: str | None = None,
        **members: Iterable[int],
    ) -> Room:
        """Make a supergroup; with topics it is a forum."""
        made = {number: Topic(name=name) for number, name in topics}
        return self._room(
            Room(
                id=chat_id,
                kind="supergroup",
                title=title,
                username=username,
                forum=bool(made),
                topics=made,
                members=_standing(members),
            )
        )

    def channel(
        self,
        chat_id: int,
        title: str = "A channel",
        *,
        username: str | None = None,
        bot: str = "administrator",
        **members: Iterable[int],
    ) -> Room:
        """Make a channel."""
        return self._room(
            Room(
                id=chat_id,
                kind="channel",
                title=title,
                username=username,
                members=_standing(members),
                bot=bot,
            )
        )

    def _room(self, room: Room) -> Room:
        self.world.rooms[room.id] = room
        return room

    def inject(self, update: Json) -> int | None:
        """Put a raw update into the bot's mailbox; return its id, None where it is not wanted."""
        return self.mailbox.put(update)

    def say(
        self,
        room: Room,
        text: str,
        *,
        by: int | None = None,
        thread_id: int | None = None,
        kind: str = "message",
        caption: bool = False,
        marks: bool = True,
        fields: Json | None = None,
    ) -> int:
        """Write into a chat as a person (`by`), or in a channel as the channel; return its number.

        `kind` is the update's ("edited_message"); `fields` go into the message as they are, and
        without `marks` no command in the text is marked.
        """
        message = self._message(room, by, thread_id) | (fields or {})
        entities = commands_in(text) if marks else []
        if caption:
            message |= {"caption": text, "photo": []}
        else:
            message["text"] = text
        if entities:
            message["caption_entities" if caption else "entities"] = entities
        if room.kind == "channel" and kind == "message":
            kind = "channel_post"
        self.mailbox.put({kind: message})
        return int(message["message_id"])

    def say_anonymously(self, room: Room, text: str, *, thread_id: int | None = None) -> int:
        """Write into a group as an administrator who stays anonymous."""
        sender = {"sender_chat": room.as_json()}
        return self.say(room, text, by=GROUP_ANONYMOUS_BOT, thread_id=thread_id, fields=sender)

    def change_standing(
        self, room: Room, new: str, *, by: int | None = None, may_post: bool = True
    ) -> None:
        """Return the bot another standing in a chat, and tell it so (my_chat_member)."""
        old_status, old_post, room.bot, room.may_post = room.bot, room.may_post, new, may_post
        after = member_json(BOT, new, room)
        room.may_post = old_post
        before = member_json(BOT, old_status, room)
        room.may_post = may_post
        self.mailbox.put(
            {
                "my_chat_member": {
                    "chat": room.as_json(),
                    "from": room.person(by if by is not None else abs(room.id)),
                    "date": int(time.time()),
                    "old_chat_member": before,
                    "new_chat_member": after,
                }
            }
        )

    def block(self, room: Room) -> None:
        """Let a person block the bot."""
        self.change_standing(room, "kicked")

    def unblock(self, room: Room) -> None:
        """Let a person take the bot back."""
        self.change_standing(room, "member")

    def upgrade(self, room: Room, new_id: int, *, tell: bool = True) -> Room:
        """Turn a group into a supergroup with another id, with the two service messages."""
        new = self.supergroup(new_id, room.title)
        new.members, new.bot = dict(room.members), room.bot
        person = next(iter(room.members), abs(room.id))
        if tell:
            leaving = self._message(room, person, None) | {"migrate_to_chat_id": new_id}
            arriving = self._message(new, GROUP_ANONYMOUS_BOT, None) | {
                "migrate_from_chat_id": room.id,
                "sender_chat": new.as_json(),
            }
            self.mailbox.put({"message": leaving})
            self.mailbox.put({"message": arriving})
        room.migrated_to = new_id
        return new

    def press(self, room: Room, message: Message, data: str, *, by: int) -> None:
        """Press a button below one of the bot's messages."""
        self.mailbox.put(
            {
                "callback_query": {
                    "id": str(self.mailbox.next_id),
                    "from": room.person(by),
                    "chat_instance": str(room.id),
                    "data": data,
                    "message": {
                        "message_id": message.message_id,
                        "date": message.date,
                        "chat": room.as_json(),
                        "from": BOT,
                        "text": message.text,
                    },
                }
            }
        )

    def _message(self, room: Room, by: int | None, thread_id: int | None) -> Json:
        message: Json = {
            "message_id": self.world.next_message_id(room),
            "date": int(time.time()),
            "chat": room.as_json(),
        }
        if room.kind == "channel" and by is None:
            message["sender_chat"] = room.as_json()
        else:
            message["from"] = room.person(by if by is not None else abs(room.id))
        if thread_id is not None:
            message["message_thread_id"] = thread_id
            if room.forum:
                message["is_topic_message"] = True
        return message


def _standing(members: dict[str, Iterable[int]]) -> dict[int, str]:
    return {user: status for status, users in members.items() for user in users}
