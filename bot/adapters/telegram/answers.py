"""The Bot API's answers, checked before python-telegram-bot takes them apart.

It raises all kinds of errors at a wait that is no number, at a description that is no text, at
JSON that is nested too deeply. Whatever makes no sense is left out here, so that an answer says
what can be made of it, or is none.
"""

from contextlib import suppress

from telegram.error import TelegramError
from telegram.request import BaseRequest

from bot.adapters.telegram.values import Json, chat_number, parsed, seconds

LARGEST = 16 * 1024 * 1024
"""Bytes of an answer: a hundred updates with the longest messages take less than half of it."""

LONGEST_DESCRIPTION = 500


class CheckedRequest(BaseRequest):
    """A way to the server whose answers are checked."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Json:
        """Return an answer's content; raise TelegramError where it has none."""
        try:
            answer = parsed(payload)
        except ValueError as error:
            raise TelegramError("Invalid server response") from error
        description = answer.get("description")
        is_text = isinstance(description, str)
        answer["description"] = str(description)[:LONGEST_DESCRIPTION] if is_text else None
        answer["parameters"] = _parameters(answer.get("parameters"))
        return answer


def _parameters(given: object) -> Json | None:
    """Keep of the parameters of a refusal what can be followed."""
    if not isinstance(given, dict):
        return None
    kept: Json = {}
    if wait := seconds(given.get("retry_after")):
        kept["retry_after"] = wait
    with suppress(TypeError, ValueError):
        kept["migrate_to_chat_id"] = chat_number(given.get("migrate_to_chat_id"))
    return kept or None
