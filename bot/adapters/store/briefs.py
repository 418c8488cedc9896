"""A brief as JSON text and back, without loss.

A field that an old text lacks takes its default, one that has gone since is passed over: briefs
outlive versions. pydantic follows the dataclasses of `summarizer.model` by their annotations, in a
fourth of the time that code of our own took.
"""

import json
from functools import cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from bot.adapters.store.columns import escape, unescape
from summarizer.model import Brief

_OLD, _NEW = '{"copy":', '{"parsed":'


def dump_brief(brief: Brief) -> str:
    """Return a brief as JSON, with its article.

    Surrogates are escaped as in other columns: JSON's own escapes make one character of two that
    stand side by side, and spans would no longer be where they were.
    """
    try:
        text = _adapter().dump_json(brief).decode()
    except PydanticSerializationError:  # a lone surrogate
        value = _adapter().dump_python(brief, mode="json")
        return escape(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return escape(text) if "\uffff" in text else text  # looking for it is faster than escaping


def load_brief(text: str) -> Brief:
    """Return the brief that `dump_brief` wrote, in this version or an earlier one."""
    plain = unescape(text)
    if plain.startswith(_OLD):  # what version 0.1.0 called an article taken apart
        plain = _NEW + plain[len(_OLD) :]
    try:
        return _adapter().validate_json(plain)
    except (ValidationError, UnicodeEncodeError):  # with a lone surrogate, or an escape of one
        return _adapter().validate_python(json.loads(plain))


@cache
def _adapter() -> TypeAdapter[Brief]:
    """Return what knows the model; to make it takes a moment."""
    return TypeAdapter(Brief)
