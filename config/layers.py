"""Where settings come from: each place gives a layer of values, and faults for what it cannot use.

A layer holds only keys that exist: an unknown one is a fault, with the likeliest key meant.
"""

import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from config.files import Unreadable, read_text
from config.suggestions import meant, shown, suggestion

PREFIX = "DATELINE_"
CONFIG = "DATELINE_CONFIG"
SECRETS = "DATELINE_SECRETS_DIR"
CACHE = "DATELINE_CACHE_DIR"
APART = frozenset({CONFIG, SECRETS, CACHE})
"""Names that are no settings; the last says where the compiled gazetteer is kept."""

MOST_FAULTS = 20
"""More lines than these help nobody: the file is another program's."""

DEEPEST = 50
"""So many dots in one key are no key: the time to read one grows with their square."""

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
        """Return a section's values as far as this layer has any."""
        return self._layer.values.get(field_name), field_name, False

    def __call__(self) -> dict[str, Any]:
        """Return the whole layer."""
        return dict(self._layer.values)


def variable(section: str, key: str) -> str:
    """Name the environment variable of a key."""
    return f"{PREFIX}{section}__{key}".upper()


def from_names(texts: Mapping[str, str | None], keys: Keys, place: str) -> Layer:
    """Make a layer of named texts: environment variables, lines of .env, files of secrets."""
    known = {variable(s, k): (s, k) for s, own in keys.items() for k in own}
    layer, unknown = Layer(), []
    # Upper case comes last, and wins where names differ only in letter case.
    for name in sorted(texts, key=lambda each: (each == each.upper(), each)):
        upper = name.upper()
        if not upper.startswith(PREFIX) or upper in APART:
            continue
        if upper not in known:
            unknown.append(name)
            continue
        section, key = known[upper]
        layer.values.setdefault(section, {})[key] = texts[name] or ""
        layer.origins[section, key] = f"{name} {place}"
    faults = (
        f"{shown(name)} ({place}): there is no such setting{_likely_variable(name, known)}"
        for name in unknown
    )
    return Layer(values=layer.values, origins=layer.origins, faults=_first(faults, place))


def _likely_variable(name: str, known: Mapping[str, tuple[str, str]]) -> str:
    """Say which variable was likely meant by a name that is none."""
    dotted = {f"{section}.{key}": each for each, (section, key) in known.items()}
    dotted |= {each.removeprefix(PREFIX).lower(): each for each in APART}
    likely = meant(name[len(PREFIX) :].replace("__", ".").strip("._"), dotted)
    return f"; did you mean {' or '.join(dotted[each] for each in likely)}?" if likely else ""


def from_tables(tables: Mapping[str, object], keys: Keys, place: str) -> Layer:
    """Make a layer of tables: a TOML file's, or the command line's."""
    layer = Layer()
    for section, table in tables.items():
        for key, value in table.items() if isinstance(table, dict) else ():
            if key in keys.get(section, ()):
                layer.values.setdefault(section, {})[key] = value
                layer.origins[section, key] = place
    faults = _first(_unknown(tables, keys, place), place)
    return Layer(values=layer.values, origins=layer.origins, faults=faults)


def _unknown(tables: Mapping[str, object], keys: Keys, place: str) -> Iterator[str]:
    """Yield a line for each section or key that there is not."""
    known = [f"{section}.{key}" for section, own in keys.items() for key in sorted(own)]
    for section, table in tables.items():
        if section not in keys:
            hint = suggestion(section, known if not isinstance(table, dict) else keys)
            yield f"{shown(section)} ({place}): there is no such setting{hint}"
        elif not isinstance(table, dict):
            yield f"{section} ({place}): is a table of settings: [{section}]"
        else:
            for key in table:
                if key not in keys[section]:
                    hint = suggestion(f"{section}.{key}", known)
                    yield f"{section}.{shown(key)} ({place}): there is no such setting{hint}"


def _first(faults: Iterator[str], place: str) -> tuple[str, ...]:
    """Return the first of many lines."""
    first = tuple(islice(faults, MOST_FAULTS))
    return first if next(faults, None) is None else (*first, f"{place}: and more of this kind")


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
    name = shown(str(path))
    try:
        text = read_text(path)
    except Unreadable as error:
        return Layer(faults=(f"{name}: {error}",))
    if _nests(text):
        return Layer(faults=(f"{name}: nests too deeply",))
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        end = f"(at the end, line {len(text.splitlines())})"
        why = shown(str(error).replace("(at end of document)", end))
        return Layer(faults=(f"{name}: is not TOML: {why}",))
    except RecursionError:
        return Layer(faults=(f"{name}: nests too deeply",))
    except ValueError:  # of int()
        most = sys.get_int_max_str_digits()
        return Layer(faults=(f"{name}: holds a number of more than {most} digits",))
    return from_tables(tables, keys, str(path))


def _nests(text: str) -> bool:
    """Return whether a key of a TOML text has more parts than any does."""
    bare = re.sub(
        r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', "", text
    )  # a quoted part of a key keeps its dot
    bare = re.sub(r"#[^\n]*", "", bare)
    return any(each.count(".") > DEEPEST for each in re.split(r"[=,{}\[\]\n]", bare))


def read_dotenv(path: Path) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """Read a .env file: its names and texts, and its faults; no file is an empty one."""
    if not path.exists() or path.is_dir():  # a folder of that name is often Python's
        return {}, ()
    try:
        text = read_text(path)
    except Unreadable as error:
        return {}, (f"{path}: {error}",)
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
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is no name of a folder"
        why = f"the secrets folder cannot be read: {said}"
        return {}, (f"{SECRETS} ({shown(str(folder))}): {why}",)
    for name in names:
        if not name.upper().startswith(PREFIX):
            continue
        try:
            texts[name] = read_text(folder / name).strip()
        except Unreadable as error:
            faults.append(f"{shown(name)} (in the secrets folder): {error}")
    return texts, tuple(faults)
