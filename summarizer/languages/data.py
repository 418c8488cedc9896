"""The languages' data files, which stand beside this module: one file a language.

A file bears its language's ISO 639-1 code, and has a section for each part of the work that reads
it; what the sections hold stands at the head of `en.toml`. What belongs to no language, such as the
given names of the world, stands in the folder `world`.

Whoever keeps what it makes of a file keeps it by the language found, never by the one asked for:
an article may name any code, and there are thousands.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

ENGLISH = "en"
UNKNOWN = "und"
"""What stands for every language without a file: the code of ISO 639-2 for that."""

FOLDERS = [files(__package__)]
"""Where the files are looked for; a language's is the first that is found."""

_FILE = re.compile(r"([a-z]{2,3})\.toml")


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a file: English, then the others in order."""
    found = {
        match[1]
        for folder in FOLDERS
        for each in folder.iterdir()
        if (match := _FILE.fullmatch(each.name))
    }
    return (ENGLISH, *sorted(found - {ENGLISH}))


def found(language: str) -> str:
    """Return the language, or `UNKNOWN` for one without a file."""
    return language if language in languages() else UNKNOWN


def having(section: str, language: str) -> str:
    """Return the language, or English for one whose file has no such section."""
    return language if read_section(section, language) else ENGLISH


def read_section(section: str, language: str) -> Mapping[str, Any]:
    """Return a section of a language's file; an empty one where it has none."""
    made: Mapping[str, Any] = read_file(language).get(section, {})
    return made


def read_all(section: str, key: str) -> Iterator[tuple[str, Any]]:
    """Yield what every language's section has under a key, with the language."""
    for language in languages():
        made = read_section(section, language)
        if key in made:
            yield language, made[key]


@cache
def read_world(name: str) -> Mapping[str, str]:
    """Return a file of what belongs to no language, by its name without `.toml`."""
    return tomllib.loads((files(__package__) / "world" / f"{name}.toml").read_text("utf-8"))


def read_file(language: str) -> Mapping[str, Mapping[str, Any]]:
    """Return all sections of a language's file; none for a language without one."""
    return _read(language) if language in languages() else {}


@cache
def _read(language: str) -> Mapping[str, Mapping[str, Any]]:
    paths = [folder / f"{language}.toml" for folder in FOLDERS]
    return tomllib.loads(next(path for path in paths if path.is_file()).read_text("utf-8"))
