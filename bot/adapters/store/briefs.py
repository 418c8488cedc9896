"""A brief as JSON text and back, without loss.

It follows the dataclasses of `summarizer.model` by their annotations. A field that an old text
lacks takes its default, one that has gone since is passed over: briefs outlive versions.
"""

import json
import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.adapters.store.columns import escape, unescape
from summarizer.model import Brief

_ATOMS = frozenset({str, int, float, bool, types.NoneType})


def dump_brief(brief: Brief) -> str:
    """Write a brief as JSON, with its article.

    Surrogates are escaped as in other columns: JSON's own escapes make one character of two that
    stand side by side, which would move all spans behind it.
    """
    text = json.dumps(_plain(brief), ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return escape(text)
    return escape(text) if "\uffff" in text else text  # looking for it is faster than escaping


def load_brief(text: str) -> Brief:
    """Read a brief that `dump_brief` wrote, in this version or an earlier one."""
    brief = _typed(Brief, json.loads(unescape(text)))
    if not isinstance(brief, Brief):
        raise TypeError(f"not a brief: {text[:40]!r}")
    return brief


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON holds any of the model's values
    kind: type = type(value)
    if kind in _ATOMS:  # most are, so that nothing else is asked of them
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if names := _names(kind):
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


def _typed(hint: Any, value: Any) -> Any:  # noqa: ANN401 - JSON holds any of the model's values
    if get_origin(hint) in (Union, types.UnionType):
        if value is None:
            return None
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return hint(
            **{
                name: _typed(part, value[name])
                for name, part, optional in _fields(hint)
                if name in value or not optional
            }
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if hint is date:  # holds a datetime where the hour is known
        return (datetime if "T" in value else date).fromisoformat(value)
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Give the names of a dataclass's fields; none for another type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def _fields(kind: type) -> tuple[tuple[str, Any, bool], ...]:
    """Give a dataclass's fields: name, annotation, and whether it has a default."""
    hints = get_type_hints(kind)
    return tuple(
        (
            field.name,
            hints[field.name],
            field.default is not MISSING or field.default_factory is not MISSING,
        )
        for field in fields(kind)
    )
