"""Where settings come from: each place gives a layer of values, and faults for what it cannot use.

A layer holds only keys that exist: an unknown one is a fault, with the likeliest key meant.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from io import StringIO
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

PREFIX = "DATELINE_"
CONFIG = "DATELINE_CONFIG"
SECRETS = "DATELINE_SECRETS_DIR"
CACHE = "DATELINE_CACHE_DIR"
APART = frozenset({CONFIG, SECRETS, CACHE})
"""Names that are no settings; the last says where the compiled gazetteer is kept."""

LARGEST_SECRET = 64 * 1024

Keys = Mapping[str, frozenset[str]]
"""The keys of each section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The values of one place, by section and key, and where each of them stands."""

    values: dict[str, dict[str, object]] = field(default_factory=dict)
    origins: dict[tuple[str, str], str] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


class LayerSource(PydanticBaseSettingsSource):
    """Hands a layer to pydantic-settings."""

    def __init__(self, settings: type[BaseSettings], layer: Layer) -> None:
        super().__init__(settings)
        self._layer = layer

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:  # noqa: ARG002 - its signature is the base class's
        """Give a section's values as far as this layer has any."""
        return self._layer.values.get(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Give the whole layer."""
        return dict(self._layer.values)


def shown(name: str) -> str:
    """Give a name fit for a line of text, whatever it is made of."""
    return name if name.isprintable() and name else repr(name)


def suggestion(name: str, known: list[str]) -> str:
    """Say which name was likely meant, if one is close."""
    lowered = {each.lower(): each for each in known}
    tail = [each for low, each in lowered.items() if low.endswith("." + name.lower())]
    close = tail or [lowered[low] for low in get_close_matches(name.lower(), lowered, n=1)]
    return f"; did you mean {close[0]}?" if close else ""


def variable(section: str, key: str) -> str:
    """Name the environment variable of a key."""
    return f"{PREFIX}{section}__{key}".upper()


def from_names(texts: Mapping[str, str | None], keys: Keys, place: str) -> Layer:
    """Make a layer of named texts: environment variables, lines of .env, files of secrets."""
    known = {variable(s, k): (s, k) for s, own in keys.items() for k in own}
    layer, faults = Layer(), []
    # Upper case comes last, and wins where names differ only in letter case.
    for name in sorted(texts, key=lambda each: (each == each.upper(), each)):
        upper = name.upper()
        if not upper.startswith(PREFIX) or upper in APART:
            continue
        if upper not in known:
            hint = suggestion(upper, [*known, *APART])
            faults.append(f"{shown(name)} ({place}): there is no such setting{hint}")
            continue
        section, key = known[upper]
        layer.values.setdefault(section, {})[key] = texts[name] or ""
        layer.origins[section, key] = f"{name} {place}"
    return Layer(values=layer.values, origins=layer.origins, faults=tuple(faults))


def from_tables(tables: Mapping[str, object], keys: Keys, place: str) -> Layer:
    """Make a layer of tables: a TOML file's, or the command line's."""
    layer, faults = Layer(), []
    known = [f"{section}.{key}" for section, own in keys.items() for key in own]
    for section, table in tables.items():
        if section not in keys:
            hint = suggestion(section, known if not isinstance(table, dict) else list(keys))
            faults.append(f"{shown(section)} ({place}): there is no such setting{hint}")
        elif not isinstance(table, dict):
            faults.append(f"{section} ({place}): is a table of settings: [{section}]")
        else:
            for key, value in table.items():
                if key not in keys[section]:
                    hint = suggestion(f"{section}.{key}", known)
                    name = f"{section}.{shown(key)}"
                    faults.append(f"{name} ({place}): there is no such setting{hint}")
                    continue
                layer.values.setdefault(section, {})[key] = value
                layer.origins[section, key] = place
    return Layer(values=layer.values, origins=layer.origins, faults=tuple(faults))


def from_overrides(overrides: Mapping[str, object], keys: Keys) -> Layer:
    """Make a layer of dotted keys; None means that the command line says nothing."""
    tables: dict[str, dict[str, object]] = {}
    for name, value in overrides.items():
        section, _, key = name.partition(".")
        if value is not None:
            tables.setdefault(section, {})[key] = value
    return from_tables(tables, keys, "the command line")


def from_toml(path: Path, keys: Keys) -> Layer:
    """Make a layer of a TOML file; one that is missing or broken is a fault."""
    text = ""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tables = tomllib.loads(text)
    except FileNotFoundError:
        return Layer(faults=(f"{shown(str(path))}: there is no such file",))
    except OSError as error:
        return Layer(faults=(f"{shown(str(path))}: cannot be read: {error.strerror}",))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Layer(faults=(f"{shown(str(path))}: is not UTF-8 (at line {line})",))
    except (ValueError, RecursionError) as error:  # no TOML, or a number of thousands of digits
        end = f"(at the end, line {len(text.splitlines())})"
        why = str(error).replace("(at end of document)", end)
        return Layer(faults=(f"{shown(str(path))}: is not TOML: {why}",))
    return from_tables(tables, keys, str(path))


def read_dotenv(path: Path) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """Read a .env file: its names and texts, and its faults; no file is an empty one."""
    if not path.is_file():
        return {}, ()
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        return {}, (f"{path}: cannot be read: {why}",)
    broken = tuple(
        f"{path}: line {binding.original.line} is no NAME=VALUE"
        for binding in parse_stream(StringIO(text))
        if binding.error and PREFIX in binding.original.string.upper()
    )
    return ({}, broken) if broken else (dotenv_values(stream=StringIO(text)), ())


def read_secrets(folder: Path) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """Read a folder of secrets: one file a key, named like its environment variable."""
    texts: dict[str, str | None] = {}
    faults = []
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted, not paths
    except OSError as error:
        why = f"the secrets folder cannot be read: {error.strerror}"
        return {}, (f"{SECRETS} ({shown(str(folder))}): {why}",)
    for name in names:
        file = folder / name
        if not name.upper().startswith(PREFIX) or not file.is_file():
            continue
        try:
            with file.open("rb") as opened:
                texts[name] = opened.read(LARGEST_SECRET).decode("utf-8-sig").strip()
        except (OSError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            faults.append(f"{shown(name)} (in the secrets folder): cannot be read: {said}")
    return texts, tuple(faults)
