"""What a start refuses of settings that are well-formed, and `dateline check` with it."""

import os
from collections.abc import Iterator

from config.settings import Settings


def refusals(settings: Settings) -> tuple[str, ...]:
    """Return a line for each setting with which the bot does not start."""
    return (*_mode(settings), *_folders(settings), *refused_home(settings))


def refused_home(settings: Settings) -> tuple[str, ...]:
    """Return a line where places.home is no place that the gazetteer knows.

    Nothing is loaded where there is no such setting.
    """
    home = settings.places.home
    if home is None:
        return ()
    from bot.adapters.gazetteer import open_gazetteer  # noqa: PLC0415 - see above
    from summarizer.places.home import doubt_home, find_home  # noqa: PLC0415 - as above

    gazetteer = open_gazetteer()
    if find_home(home, gazetteer):
        return ()
    return (f"places.home: {doubt_home(home, gazetteer)}",)


def folders_of(settings: Settings) -> tuple[str, ...]:
    """Return the watched folders, by their absolute paths."""
    return tuple(os.path.abspath(folder.path) for folder in settings.watch.folders)  # noqa: PTH100 - a link is not to be resolved


def nested(folders: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield each folder that stands in another one, with that: its files are found twice."""
    real = [os.path.realpath(folder) for folder in folders]
    for inner, inside in zip(folders, real, strict=True):
        for outer, around in zip(folders, real, strict=True):
            if inside != around and inside.startswith(around.rstrip("/") + "/"):
                yield inner, outer


def _mode(settings: Settings) -> Iterator[str]:
    if settings.telegram.mode != "polling":
        yield "telegram.mode: webhooks are not served yet; use polling"


def _folders(settings: Settings) -> Iterator[str]:
    """Yield a line for each folder that is named twice, by one path or through a link."""
    known: dict[str, int] = {}
    for number, folder in enumerate(folders_of(settings)):
        first = known.setdefault(os.path.realpath(folder), number)
        if first != number:
            yield f"watch.folders[{number}]: {folder} is watch.folders[{first}] once more"
