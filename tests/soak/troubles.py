"""What goes wrong around a bot: the machine's clock is set, and files come that are odd, or worse."""

import os
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from tests.end_to_end.process import Place
from tests.machine import Machine

HANGS, GROWS, KILLS = "that-hangs", "that-grows", "that-kills"
"""Words in the names of files, and what opening them does to a process."""

HOUR, YEAR = 3600.0, 365 * 86_400.0
MOST_HOURS, YEARS = 6.0, range(-20, 21, 4)
"""How far the clock is off: some hours, and half the time some years as well.

Between two of these lie hours or years, never days or months: a bot that finds the clock so much
ahead at its start cannot tell that from having been down for so long, and gives up what is too old.
"""

FAR = datetime(2300, 1, 1, tzinfo=UTC).timestamp()

STRICT = {"DATELINE_WATCH__MAX_SECONDS": "3", "DATELINE_WATCH__MAX_MEMORY_MB": "256"}
"""Limits that are soon reached."""

_BOMB = "---\na: &a {k: v}\n" + "".join(
    f"{after}: &{after} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
    for before, after in zip("abcdefghijklm", "bcdefghijklmn", strict=True)
)
_UNUSABLE: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "file that hangs": (f"{HANGS}-{{}}.txt", "It is never read.", "max_seconds"),
        "file that takes all memory": (f"{GROWS}-{{}}.txt", "Nor is this.", "max_memory_mb"),
        "file that kills its reader": (f"{KILLS}-{{}}.txt", "Nor is this.", "died, twice"),
        "header that unfolds for ever": ("bomb-{}.md", f"{_BOMB}---\n\nA bomb.\n", "merge key"),
    }
)
"""Files that give no article: the name of each, its text, and a word of the reason for that."""


@dataclass(slots=True, kw_only=True)
class Troubles:
    """What a place suffers by chance; `met` counts it, `unusable` has what must be set aside."""

    place: Place
    chance: random.Random
    met: Counter[str] = field(default_factory=Counter)
    unusable: dict[str, str] = field(default_factory=dict)  # path, a word of the reason

    @property
    def machine(self) -> Machine:
        """The machine on which all of this happens."""
        return Machine(folder=self.place.folder, hangs=HANGS, grows=GROWS, kills=KILLS)

    def set_clock(self, when: str) -> None:
        """Set the clock ahead, or back, by hours or by years."""
        hours = self.chance.uniform(1, MOST_HOURS) * self.chance.choice((-1, 1))
        years = self.chance.choice(YEARS) if self.chance.random() < 0.5 else 0
        self.machine.set_clock(round(hours * HOUR + years * YEAR))
        self.met[f"clock set {when}"] += 1

    def drop_unusable(self) -> None:
        """Drop a file that is to be set aside, and to hold up nothing."""
        kind = self.chance.choice(list(_UNUSABLE))
        name, text, reason = _UNUSABLE[kind]
        path = self.place.drop(name.format(len(self.unusable)), text)
        self.unusable[str(path)] = reason
        self.met[kind] += 1

    def drop(self, number: int, text: str) -> Path:
        """Drop an article, now and then under an odd name or with a far time."""
        odd = self.chance.random()
        if odd < 0.1:
            self.met["name of odd bytes"] += 1
            return self.place.drop(os.fsdecode(b"\xff\xfe %d \xe9.txt" % number), text)
        path = self.place.drop(f"{number}.txt", text)
        if odd > 0.9:
            self.met["time in the year 2300"] += 1
            os.utime(path, (FAR, FAR))
        return path

    def missing(self, aside: Mapping[str, str]) -> list[str]:
        """Return what is not set aside, or for another reason, of what must be."""
        return [path for path, word in self.unusable.items() if word not in aside.get(path, "")]

    def processes(self) -> int:
        """Count the processes that read files and write briefs on this machine."""
        mark = f"MACHINE_CLOCK={self.machine.environment['MACHINE_CLOCK']}".encode()
        return sum(mark in variables.split(b"\0") for variables in _environments())


def _environments() -> Iterator[bytes]:
    """Yield with which environment each process was started; one that has ended has none."""
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            yield path.read_bytes()
        except OSError:
            continue
