"""Dateline as a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]

STORY = """Ferry to Korčula runs again

SPLIT (Example Wire) - The ferry between Split and Korčula sailed again on Tuesday after a week of storms, the harbour office said.

"Everyone who waited is on board," said Ivana Perić, head of the harbour office. "We thank them for their patience."

Two hundred people had been stranded on the island since last Monday, among them a school class from Zagreb.

The harbour office expects calm seas until the end of the week and will run a second ferry every evening.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A working folder with an inbox and a store, and Dateline to run in it."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def inbox(self) -> Path:
        """The watched folder."""
        return self.folder / "inbox"

    def drop(self, name: str, text: str | bytes = STORY) -> Path:
        """Put a file into the inbox."""
        path = self.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a run: no setting but the place's own."""
        kept = {k: v for k, v in os.environ.items() if not k.upper().startswith("DATELINE_")}
        own = {
            "DATELINE_WATCH__FOLDERS": str(self.inbox),
            "DATELINE_WATCH__SETTLE_SECONDS": "0",
            "DATELINE_STORE__URL": f"sqlite:///{self.folder / 'dateline.db'}",
            "PYTHONPATH": str(ROOT),
        }
        return kept | own | self.settings | more

    def dateline(
        self, *arguments: str, typed: str = "", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end, with lines typed on standard input."""
        return subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *arguments],
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            env=self.environment(**settings),
            timeout=120,
        )

    def start(self, *arguments: str, **settings: str) -> subprocess.Popen[str]:
        """Start a command that runs on, with pipes to it."""
        return subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "bot", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=self.folder,
            env=self.environment(**settings),
        )
