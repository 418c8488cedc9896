"""The project's own tables of places and words, as data files beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_table(name: str) -> dict[str, Any]:
    """Read a data file of this package by its name without `.toml`."""
    return tomllib.loads(table_text(name))


def table_text(name: str) -> str:
    """Return a data file as it is written."""
    return (files(__name__) / f"{name}.toml").read_text("utf-8")
