"""One clear line for each wrong setting: the key, where it stands, its value, what is allowed."""

import sys
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, get_args
from zoneinfo import available_timezones

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from config.secrets import Secrets
from config.suggestions import shown, suggestion
from config.values import is_confidential
from config.watching import ZONE, Folder

LONGEST_VALUE = 100
QUOTES = ("'", '"', "`")


def explained(
    error: ValidationError,
    settings: type[BaseModel],
    origins: Mapping[tuple[str, str], str],
    secrets: Secrets,
) -> list[str]:
    """Return a line for each key that has a wrong value; values are shown without secrets."""
    lines: dict[str, str] = {}
    for detail in error.errors(include_url=False):
        at = detail["loc"]
        section, key = str(at[0]), str(at[1]) if len(at) > 1 else ""
        name, field = _find(settings, at)
        place = origins.get((section, key))
        where = f"{name} ({place})" if place else name
        lines.setdefault(name, f"{where}: {_what(detail, field, secrets)}")
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


def _what(detail: ErrorDetails, field: FieldInfo | None, secrets: Secrets) -> str:
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
    if is_confidential(field):
        return f"cannot be used; {allowed}{reason}"
    value = detail["input"]
    return f"{_value(value, secrets)} is not allowed; {allowed}{reason}{_hint(value, field)}"


def _hint(value: object, field: FieldInfo) -> str:
    """Say what was likely meant by a wrong text."""
    if not isinstance(value, str):
        return ""
    text = value.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in QUOTES:
        return "; the quotes around it do not belong to it"
    return suggestion(text, _choices(field))


def _choices(field: FieldInfo) -> Iterable[str]:
    """Return the texts among which a setting chooses, if it does."""
    if field.description == ZONE:
        return sorted(available_timezones())
    if isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        return [str(each.value) for each in field.annotation]
    return [each for each in _options(field.annotation) if isinstance(each, str)]


def _options(annotation: Any) -> Iterable[object]:  # noqa: ANN401 - a type, of any form
    """Yield what stands in a Literal, wherever in a type it does."""
    for each in get_args(annotation):
        yield from _options(each) if get_args(each) else (each,)


def _value(value: object, secrets: Secrets) -> str:
    """Show a value in one line, cut where it is long: a secret cut in two would not be found."""
    try:
        text = secrets.hide(repr(value))
    except ValueError:
        return f"a number of more than {sys.get_int_max_str_digits()} digits"
    except RecursionError:
        return "a value that nests this deeply"
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"
