"""The parameters of a request, read as the Bot API reads them."""

import json
from typing import Any

from tests.botapi import markup
from tests.botapi.world import Json, Refusal

LONGEST = 4096  # UTF-16 units of a message's text, tags not counted

Parameters = dict[str, Any]


def text_of(parameters: Parameters, too_long: str) -> markup.Markup:
    """Read the text of a message, or refuse it as Telegram does."""
    text = parameters.get("text")
    if not text:
        raise Refusal(400, "Bad Request: message text is empty")
    mode = str(parameters.get("parse_mode") or "").lower()
    if mode == "html":
        try:
            words = markup.parse(text)
        except markup.MarkupError as error:
            raise Refusal(400, f"Bad Request: can't parse entities: {error}") from None
    elif mode:
        raise Refusal(400, "Bad Request: unsupported parse_mode")
    else:
        words = markup.Markup(text)
    trimmed = words.text.strip(" \n\r\t")
    if not trimmed:
        raise Refusal(400, "Bad Request: text must be non-empty")
    if len(trimmed) > LONGEST // 2 and markup.utf16(trimmed) > LONGEST:
        raise Refusal(400, too_long)
    return markup.Markup(trimmed, words.entities)


def structure(parameters: Parameters, name: str) -> Any:  # noqa: ANN401 - any JSON may come
    """Read a parameter that is JSON; None where it is missing."""
    value = parameters.get(name)
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Refusal(400, "Bad Request: can't parse JSON object") from None


def scope(parameters: Parameters) -> str:
    """Name the chats and the language that a menu is for."""
    scope: Json = structure(parameters, "scope") or {"type": "default"}
    return f"{scope['type']}:{parameters.get('language_code') or ''}"


def true(value: object) -> bool:
    """Read a yes or no."""
    return str(value).lower() in ("true", "yes", "1")


def no_preview(parameters: Parameters) -> bool:
    """Return whether links are not to be shown in small."""
    options: Json = structure(parameters, "link_preview_options") or {}
    return bool(options.get("is_disabled")) or true(parameters.get("disable_web_page_preview"))
