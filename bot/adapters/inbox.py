"""The watched folders on disk: what stands in them, and the bytes of a file.

Nothing here changes, moves or deletes a file, waits for one, or leaves a watched folder.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.errors import UnusableArticle
from bot.model import Candidate, Listing

UNFINISHED = (".part", ".tmp")
"""Endings under which other programs write a file before it gets its name."""

FAR_AHEAD = 300
"""A file's time so many seconds in the future is no sign that it was just written."""

READ = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
STEP = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
OUTSIDE = "is a symbolic link out of the folder (watch.follow_links allows it)"
IRREGULAR = "is no regular file"


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderInbox:
    """Looks at folders; `suffixes` are the endings of articles, in lower case.

    A file is settled once it has not been written for `settle_seconds`.
    """

    suffixes: frozenset[str]
    settle_seconds: float = 2.0
    follow_links: bool = False
    max_bytes: int = 5_000_000
    _roots: dict[str, str] = field(default_factory=dict, repr=False)

    def look(self, folder: str, now: datetime) -> Listing:
        """List the files of a folder that may be articles, oldest first, then by name."""
        troubles: list[str] = []
        found: list[Candidate] = []
        root = self._roots[folder] = os.path.realpath(folder)
        for path in self._paths(folder, root, troubles):
            try:
                found.append(self._candidate(path, root, now))
            except OSError:
                continue  # gone since it was listed
        found.sort(key=lambda candidate: (candidate.mtime_ns, candidate.path))
        return Listing(candidates=tuple(found), troubles=tuple(sorted(troubles)))

    def load(self, candidate_path: str) -> bytes:
        """Read a file whole.

        Raises UnusableArticle when it cannot be read or changed while it was.
        """
        try:
            descriptor = self._open(candidate_path)
        except OSError as error:
            raise UnusableArticle(f"cannot be read: {_said(error)}") from error
        try:
            return self._read(descriptor)
        except OSError as error:
            raise UnusableArticle(f"cannot be read: {_said(error)}") from error
        finally:
            os.close(descriptor)

    def _paths(self, folder: str, root: str, troubles: list[str]) -> Iterator[str]:
        """Walk a folder; a folder that links lead to twice is entered once."""
        waiting, entered = [folder], set()
        while waiting:
            place = waiting.pop()
            try:
                status = Path(place).stat()
                if (status.st_dev, status.st_ino) in entered:
                    continue
                entered.add((status.st_dev, status.st_ino))
                with os.scandir(place) as listed:
                    entries = sorted(listed, key=lambda entry: entry.name)
            except OSError as error:
                troubles.append(f"{place}: cannot be listed: {_said(error)}")
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if not _leads_to_folder(entry):
                    if self._may_be_article(entry.name):
                        yield entry.path
                elif not entry.is_symlink() or self.follow_links:
                    waiting.append(entry.path)
                elif not _is_inside(os.path.realpath(entry.path), root):
                    troubles.append(f"{entry.path}: {OUTSIDE}")

    def _may_be_article(self, name: str) -> bool:
        ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a path object a file is slow
        return ending in self.suffixes and ending not in UNFINISHED

    def _candidate(self, path: str, root: str, now: datetime) -> Candidate:
        """Describe a file; what stands against it is found without reading it."""
        trouble = None
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            if not self.follow_links and not _is_inside(os.path.realpath(path), root):
                trouble = OUTSIDE
            else:
                status = Path(path).stat()  # raises for a link that leads nowhere: no file yet
        if trouble is None and not stat.S_ISREG(status.st_mode):
            trouble = IRREGULAR
        if trouble is None and status.st_size > self.max_bytes:
            trouble = f"is larger than {self.max_bytes} bytes (watch.max_bytes)"
        age = now.timestamp() - status.st_mtime
        return Candidate(
            path=path,
            size=status.st_size,
            mtime_ns=status.st_mtime_ns,
            settled=age >= self.settle_seconds or -age > max(self.settle_seconds, FAR_AHEAD),
            trouble=trouble,
        )

    def _open(self, path: str) -> int:
        """Open a file for reading, never waiting for one, never by a link out of its folder."""
        root = self._root_of(path)
        if root is None or self.follow_links:
            if not stat.S_ISREG(Path(path).stat().st_mode):
                raise UnusableArticle(IRREGULAR)
            return os.open(path, READ)
        real = os.path.realpath(path)
        if not _is_inside(real, root):
            raise UnusableArticle(OUTSIDE)
        # Step by step, so that no folder can become a link out between the look and the read.
        *steps, name = Path(real).relative_to(root).parts
        place = os.open(root, STEP)
        try:
            for step in steps:
                below = os.open(step, STEP, dir_fd=place)
                os.close(place)
                place = below
            if not stat.S_ISREG(os.stat(name, dir_fd=place, follow_symlinks=False).st_mode):
                raise UnusableArticle(IRREGULAR)
            return os.open(name, READ | os.O_NOFOLLOW, dir_fd=place)
        finally:
            os.close(place)

    def _root_of(self, path: str) -> str | None:
        """Give the real path of the innermost folder looked at that a file stands in."""
        inside = [folder for folder in self._roots if path.startswith(folder.rstrip("/") + "/")]
        return self._roots[max(inside, key=len)] if inside else None

    def _read(self, descriptor: int) -> bytes:
        """Read an open file, unless it is too large or changes meanwhile."""
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise UnusableArticle(IRREGULAR)
        if before.st_size > self.max_bytes:
            raise UnusableArticle(f"is larger than {self.max_bytes} bytes (watch.max_bytes)")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(self.max_bytes + 1)
        after = os.fstat(descriptor)
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, len(data)):
            raise UnusableArticle("changed while it was read")
        return data


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_inside(path: str, root: str) -> bool:
    return path.startswith(root.rstrip("/") + "/")


def _said(error: OSError) -> str:
    return error.strerror or type(error).__name__
