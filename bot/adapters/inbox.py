"""The watched folders on disk: what stands in them, and the bytes of a file.

Nothing here changes, moves or deletes a file, waits for one, or leaves a watched folder.
"""

import os
import re
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.adapters.leftovers import is_download, is_leftover
from bot.errors import UnusableArticle
from bot.model import Candidate, Listing, Unread

FAR_AHEAD = 300
"""A file's time so many seconds in the future is no sign that it was just written."""

LONGEST_PATH = 2000
"""Bytes of a path, those that are no UTF-8 counted sevenfold: a longer one is no database's key."""

ENDING = re.compile(r"\.[a-z0-9]{1,8}")
"""What is named as a format; the ends of other names (".2 (copy)") are as good as none."""

BIGGEST = 2**63 - 1
"""The largest number that can be kept; times may be larger, as those after the year 2262."""

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
        unread: Counter[str] = Counter()
        try:
            root = self._roots[folder] = os.path.realpath(folder)
        except ValueError as error:  # no name that a file system takes
            return Listing(candidates=(), troubles=(f"{folder!r}: cannot be listed: {error}",))
        for path in self._paths(folder, root, troubles, unread):
            if _is_too_long(path):
                troubles.append(f"{path[:80]}[...]: the path is longer than {LONGEST_PATH} bytes")
                continue
            try:
                found.append(self._candidate(path, root, now))
            except OSError:
                continue  # gone since it was listed
        found.sort(key=lambda candidate: (candidate.mtime_ns, candidate.path))
        return Listing(
            candidates=tuple(found),
            troubles=tuple(sorted(troubles)),
            unread=tuple(
                Unread(ending=ending, count=count)
                for ending, count in sorted(unread.items(), key=lambda each: (-each[1], each[0]))
            ),
        )

    def load(self, candidate_path: str) -> bytes:
        """Read a file whole.

        Raise UnusableArticle when it cannot be read or changed while it was.
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

    def _paths(
        self, folder: str, root: str, troubles: list[str], unread: Counter[str]
    ) -> Iterator[str]:
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
                    if self._may_be_article(entry.name, unread):
                        yield entry.path
                elif self._may_be_entered(entry, root, troubles):
                    waiting.append(entry.path)

    def _may_be_entered(self, entry: os.DirEntry[str], root: str, troubles: list[str]) -> bool:
        if is_download(entry.name):
            return False
        if entry.is_symlink() and not self.follow_links:
            if not _is_inside(os.path.realpath(entry.path), root):
                troubles.append(f"{entry.path}: {OUTSIDE}")
            return False
        return True

    def _may_be_article(self, name: str, unread: Counter[str]) -> bool:
        if is_leftover(name):
            return False
        ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - a path object a file is slow
        if ending not in self.suffixes:
            unread[ending if ENDING.fullmatch(ending) else ""] += 1
        return ending in self.suffixes

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
            mtime_ns=_fitted(status.st_mtime_ns),
            settled=age >= self.settle_seconds or -age > max(self.settle_seconds, FAR_AHEAD),
            trouble=trouble,
            ctime_ns=_fitted(status.st_ctime_ns),
            # Of 64 bits without a sign: those above the middle become negative.
            inode=status.st_ino - 2 * (BIGGEST + 1) if status.st_ino > BIGGEST else status.st_ino,
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
        """Return the real path of the innermost folder looked at that a file stands in."""
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


def _fitted(time_ns: int) -> int:
    """Return a time, or the last or first one that can be kept."""
    return max(-BIGGEST, min(BIGGEST, time_ns))


def _is_too_long(path: str) -> bool:
    if 7 * len(path) <= LONGEST_PATH:  # as nearly always
        return False
    odd = sum("\ud800" <= character <= "\udfff" for character in path)
    return len(path.encode(errors="replace")) + 6 * odd > LONGEST_PATH


def _said(error: OSError) -> str:
    return error.strerror or type(error).__name__
