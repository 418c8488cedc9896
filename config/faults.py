"""One clear line for each wrong setting: the key, where it stands, its value, what is allowed."""

import re
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from config.layers import shown, suggestion
from config.watching import Folder

HIDDEN = "[hidden]"
TOKEN = re.compile(r"(?<![0-9])[0-9]{5,20}:[0-9A-Za-z_-]{20,}")
"""What a bot's token looks like, wherever it was put by mistake."""

PASSWORD = re.compile(r"(?<=://)([^/@\s:]*):([^/\s]+)@")
LONGEST_VALUE = 100
SHORTEST_SECRET = 4
"""A shorter text is no secret: hiding every "a" would hide the log."""


def secrets_in(token: object, url: object) -> tuple[str, ...]:
    """Give the texts to hide: a token, and the password of a store's address."""
    held = [token] if isinstance(token, str) else []
    if isinstance(url, str) and (matched := PASSWORD.search(url)):
        held.append(matched.group(2))
    return tuple(each.strip() for each in held if len(each.strip()) >= SHORTEST_SECRET)


def censor(text: str, secrets: Iterable[str]) -> str:
    """Give the text without the secrets, and without anything that looks like a token."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return PASSWORD.sub(rf"\1:{HIDDEN}@", TOKEN.sub(HIDDEN, text))


def censored(lines: Iterable[str], secrets: Iterable[str]) -> list[str]:
    """Give the lines without secrets."""
    held = tuple(secrets)
    return [censor(line, held) for line in lines]


def explained(
    error: ValidationError, settings: type[BaseModel], origins: Mapping[tuple[str, str], str]
) -> list[str]:
    """Give a line for each key that has a wrong value."""
    lines: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        at = detail["loc"]
        section, key = str(at[0]), str(at[1]) if len(at) > 1 else ""
        name, field = _find(settings, at)
        place = origins.get((section, key))
        where = f"{name} ({place})" if place else name
        lines.setdefault(name, f"{where}: {_what(detail, field)}")
    return list(lines.values())


def _find(settings: type[BaseModel], at: tuple[int | str, ...]) -> tuple[str, FieldInfo | None]:
    """Name the key at a place as `watch.folders[0].path`, and find its field."""
    section = settings.model_fields[str(at[0])].annotation
    fields = getattr(section, "model_fields", {})
    key = str(at[1]) if len(at) > 1 else ""
    name, field = f"{at[0]}.{key}", fields.get(key)
    if key == "folders" and len(at) > 2 and isinstance(at[2], int):
        name = f"{name}[{at[2]}]"
        if len(at) > 3:
            inner = str(at[3])
            return f"{name}.{shown(inner)}", Folder.model_fields.get(inner)
    return name, field


def _what(detail: ErrorDetails, field: FieldInfo | None) -> str:
    """Say what is wrong with a value, and what is allowed."""
    if field is None:
        key = str(detail["loc"][-1])
        return f"there is no such setting{suggestion(key, list(Folder.model_fields))}"
    allowed = f"must be {field.description}"
    if detail["type"] == "missing":
        return f"is missing; {allowed}"
    reason = ""
    if detail["type"] == "value_error":
        reason = f" ({detail.get('ctx', {}).get('error')})"
    if field.annotation is not None and "SecretStr" in str(field.annotation):
        return f"cannot be used; {allowed}"
    return f"{_value(detail['input'])} is not allowed; {allowed}{reason}"


def _value(value: object) -> str:
    """Show a value in one line, cut where it is long."""
    try:
        text = repr(value)
    except ValueError:  # Python writes no number of thousands of digits
        return "so large a number"
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
