"""The languages' data files, which stand beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_data(name: str) -> dict[str, Any]:
    """Return the data file of a name, without `.toml`."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
