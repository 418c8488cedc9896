"""Many files: `dateline brief` on a folder, all cores at work, with flat memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.articles import make_articles
from tests.bench.measuring import memory_of_tree, time_of_children

Measure = tuple[str, float, str, float | None, bool, str]

_EARLY, _LATE = 0.3, 0.9  # shares of the articles after which memory is looked at


def many_files(count: int) -> Iterator[Measure]:
    """Measure how many articles a second each core gets through, and how memory grows."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(make_articles(count)):
            Path(folder, f"{number:06}.txt").write_text(text, "utf-8")
        began, before = time.perf_counter(), time_of_children()
        first, memory = _run(folder, count)
        whole, spent = time.perf_counter() - began, time_of_children() - before
        yield (
            f"briefs of {count:,} files, for each second of a core", count / spent, "articles",
            150.0, True, f"{_in_all(count, whole)}; the first after {first:.1f} s",
        )  # fmt: skip
        growth = memory[_LATE] / memory[_EARLY]
        yield (
            "memory after 90 % of them, beside after 30 %", growth, "times", 1.15, False,
            f"{memory[_EARLY]:,} MB, {memory[_LATE]:,} MB",
        )  # fmt: skip
        began, before = time.perf_counter(), time_of_children()
        _scan(folder)
        whole, spent = time.perf_counter() - began, time_of_children() - before
    yield (
        "a scan of them, filed and announced", count / spent, "articles", 150.0, True,
        _in_all(count, whole),
    )  # fmt: skip


def _in_all(count: int, seconds: float) -> str:
    return f"{count / seconds:,.0f} a second in all, on {os.cpu_count()} cores"


def _scan(folder: str) -> None:
    """Scan the folder into a new store, with the terminal's chat subscribed."""
    with tempfile.TemporaryDirectory() as home:
        settings = {
            "DATELINE_WATCH__FOLDERS": folder,
            "DATELINE_WATCH__SETTLE_SECONDS": "0",
            "DATELINE_STORE__URL": f"sqlite:///{home}/bench.db",
        }
        command = [sys.executable, "-m", "bot", "scan"]
        subprocess.run(  # noqa: S603 - our own
            command, check=True, capture_output=True, env={**os.environ, **settings}
        )


def _run(folder: str, count: int) -> tuple[float, dict[float, int]]:
    """Run it; return after how many seconds the first brief came, and the memory on the way."""
    command = [sys.executable, "-m", "bot", "brief", "--format", "json", folder]
    began, first = time.perf_counter(), 0.0
    memory: dict[float, int] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        for number, _ in enumerate(process.stdout, start=1):
            first = first or time.perf_counter() - began
            for share in (_EARLY, _LATE):
                if share not in memory and number >= share * count:
                    memory[share] = memory_of_tree(process.pid)
    return first, memory
