"""A machine that is not well, for one process to see: its clock is set, a file hangs or kills.

A library that is loaded before all others (`machine.c`, compiled by gcc) shows it so.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("machine.c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What the processes that are given its `environment` see; it keeps a file in `folder`.

    Opening a file whose path holds the word `hangs` never ends; one with `grows` in it takes all
    memory that a process can have, and one with `kills` kills it. Empty, none does.
    """

    folder: Path
    hangs: str = ""
    grows: str = ""
    kills: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a process that is to see this machine."""
        return {
            "LD_PRELOAD": str(library()),
            "MACHINE_CLOCK": str(self._clock),
            "MACHINE_HANGS": self.hangs,
            "MACHINE_GROWS": self.grows,
            "MACHINE_KILLS": self.kills,
        }

    def set_clock(self, ahead: float) -> None:
        """Set its clock so many seconds ahead of the right time, or behind it."""
        new = self._clock.with_suffix(".new")
        new.write_text(f"{ahead:f}")
        new.replace(self._clock)

    @property
    def _clock(self) -> Path:
        return self.folder / "clock"


@cache
def library() -> Path:
    """Compile the library, once a process; raise RuntimeError where there is no gcc."""
    gcc = shutil.which("gcc")
    if gcc is None:
        raise RuntimeError("the tests with a moved clock and with hanging files need gcc")
    path = Path(tempfile.gettempdir()) / f"dateline-machine-{os.getuid()}-{os.getpid()}.so"
    subprocess.run(  # noqa: S603 - our own source
        [gcc, "-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", path, SOURCE, "-ldl"],
        check=True,
    )
    return path


@contextmanager
def preloaded() -> Iterator[None]:
    """Have the processes begun meanwhile load the library; it does nothing until it is asked to."""
    os.environ["LD_PRELOAD"] = str(library())
    try:
        yield
    finally:
        del os.environ["LD_PRELOAD"]
