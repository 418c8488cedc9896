"""The Bot API's methods, as far as Dateline uses them, on the simulator's world."""

import time
from collections.abc import Awaitable, Callable

from tests.botapi.forms import message_json, standing_json
from tests.botapi.limits import Pace
from tests.botapi.mailbox import Mailbox
from tests.botapi.parameters import Parameters, no_preview, scope, structure, text_of, true
from tests.botapi.world import BOT, Edit, Json, Message, Refusal, Room, World

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


class Methods:
    """Answers the methods: gives the result, or raises a Refusal."""

    def __init__(
        self, world: World, mailbox: Mailbox, pace: Pace, clock: Callable[[], float]
    ) -> None:
        self.world = world
        self.mailbox = mailbox
        self.pace = pace
        self.clock = clock
        self.commands: dict[str, list[Json]] = {}
        self.callbacks_answered: list[Parameters] = []
        self._table: dict[str, Callable[[Parameters], object]] = {
            name.removeprefix("_on_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("_on_")
        }

    def call(self, method: str, parameters: Parameters) -> object:
        """Carry out a method, its name in lower case; the result of getUpdates is awaitable."""
        handler = self._table.get(method)
        if handler is None:
            raise Refusal(404, "Not Found: method not found")
        return handler(parameters)

    def _on_getme(self, _: Parameters) -> Json:
        return BOT | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

    def _on_getupdates(self, parameters: Parameters) -> Awaitable[list[Json]]:
        return self.mailbox.get(parameters)

    def _on_deletewebhook(self, parameters: Parameters) -> bool:
        self.mailbox.webhook = ""
        if true(parameters.get("drop_pending_updates")):
            self.mailbox.waiting.clear()
        return True

    def _on_setwebhook(self, parameters: Parameters) -> bool:
        self.mailbox.webhook = str(parameters.get("url") or "")
        return True

    def _on_getwebhookinfo(self, _: Parameters) -> Json:
        return {
            "url": self.mailbox.webhook,
            "has_custom_certificate": False,
            "pending_update_count": len(self.mailbox.waiting),
        }

    def _on_setmycommands(self, parameters: Parameters) -> bool:
        commands: list[Json] = structure(parameters, "commands")
        for command in commands:
            name = command.get("command", "")
            if (
                not 1 <= len(name) <= 32
                or not name.replace("_", "a").isalnum()
                or not name.islower()
            ):
                raise Refusal(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(command.get("description", "")) <= 256:
                raise Refusal(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[scope(parameters)] = commands
        return True

    def _on_getmycommands(self, parameters: Parameters) -> list[Json]:
        return self.commands.get(scope(parameters), [])

    def _on_sendchataction(self, parameters: Parameters) -> bool:
        self.world.writable(self.world.room(parameters.get("chat_id")), None)
        return True

    def _on_answercallbackquery(self, parameters: Parameters) -> bool:
        if not parameters.get("callback_query_id"):
            raise Refusal(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        self.callbacks_answered.append(parameters)
        return True

    def _on_getchat(self, parameters: Parameters) -> Json:
        room = self.world.room(parameters.get("chat_id"))
        if room.kind != "channel":  # a public channel is seen from outside
            self.world.present(room)
        return room.as_json() | {"accent_color_id": 0, "max_reaction_count": 11}

    def _on_getchatmember(self, parameters: Parameters) -> Json:
        room = self._inhabited(parameters)
        user_id = parameters.get("user_id")
        if user_id in (None, ""):
            raise Refusal(400, "Bad Request: invalid user_id specified")
        if room.kind == "channel" and room.bot != "administrator":
            raise Refusal(400, "Bad Request: member list is inaccessible")
        return standing_json(room, int(user_id))

    def _on_getchatadministrators(self, parameters: Parameters) -> list[Json]:
        room = self._inhabited(parameters)
        if room.kind == "private":
            raise Refusal(400, "Bad Request: there are no administrators in the private chat")
        people = [user for user, status in room.members.items() if status in _ADMINISTRATORS]
        if room.bot in _ADMINISTRATORS:
            people.append(BOT["id"])
        return [standing_json(room, user) for user in people]

    def _on_sendmessage(self, parameters: Parameters) -> Json:
        words = text_of(parameters, "Bad Request: message is too long")
        room = self.world.room(parameters.get("chat_id"))
        thread_id = int(parameters.get("message_thread_id") or 0) or None
        self.world.writable(room, thread_id)
        reply_to = self._reply_to(parameters, room)
        self._admit(room)
        message = Message(
            chat_id=room.id,
            message_id=self.world.next_message_id(room),
            thread_id=thread_id,
            text=words.text,
            html=parameters["text"],
            parse_mode=parameters.get("parse_mode"),
            silent=true(parameters.get("disable_notification")),
            preview=not no_preview(parameters),
            reply_to=reply_to,
            time=self.clock(),
            date=int(time.time()),
            markup=structure(parameters, "reply_markup"),
            entities=words.entities,
        )
        self.world.keep(message)
        return message_json(message, room)

    def _on_editmessagetext(self, parameters: Parameters) -> Json:
        words = text_of(parameters, "Bad Request: MESSAGE_TOO_LONG")
        room = self.world.room(parameters.get("chat_id"))
        self.world.present(room)
        message_id = int(parameters.get("message_id") or 0)
        message = self.world.by_place.get((room.id, message_id))
        if message is None:
            known = 0 < message_id <= max(room.last_message_id, self.world.last_message_id)
            raise Refusal(
                400,
                "Bad Request: message can't be edited"
                if known and room.kind != "private"
                else "Bad Request: message to edit not found",
            )
        if not message.editable:
            raise Refusal(400, "Bad Request: message can't be edited")
        if room.kind == "private" and room.bot == "kicked":
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if (message.text, message.entities) == (words.text, words.entities):
            raise Refusal(400, NOT_MODIFIED)
        self._admit(room)
        message.text, message.entities = words.text, words.entities
        message.edits.append(Edit(text=words.text, html=parameters["text"], time=self.clock()))
        return message_json(message, room)

    def _on_deletemessage(self, parameters: Parameters) -> bool:
        room = self.world.room(parameters.get("chat_id"))
        place = (room.id, int(parameters.get("message_id") or 0))
        if self.world.by_place.pop(place, None) is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        return True

    def _on_leavechat(self, parameters: Parameters) -> bool:
        self._inhabited(parameters).bot = "left"
        return True

    def _inhabited(self, parameters: Parameters) -> Room:
        room = self.world.room(parameters.get("chat_id"))
        self.world.present(room)
        return room

    def _admit(self, room: Room) -> None:
        group = room.kind != "private"
        if wait := self.pace.admit(room.id, self.clock(), group=group):
            raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)

    def _reply_to(self, parameters: Parameters, room: Room) -> int | None:
        reply: Json = structure(parameters, "reply_parameters") or {}
        message_id = int(reply.get("message_id") or parameters.get("reply_to_message_id") or 0)
        if not message_id:
            return None
        if message_id <= max(room.last_message_id, self.world.last_message_id):
            return message_id
        if reply.get("allow_sending_without_reply"):
            return None
        raise Refusal(400, "Bad Request: message to be replied not found")


_ADMINISTRATORS = ("creator", "administrator")
