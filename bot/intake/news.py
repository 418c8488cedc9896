"""What is news in a folder: files that are new there, changed, or may have been replaced.

A file can be replaced by one of the same size and time, as `rsync -t` and `cp -p` leave it. Then
its inode or the time of its last change in anything (ctime) is another, and so it is after a
`chmod`: its bytes say which. Some network drives number their files anew with every mount, or more
often. There a file of the same bytes is found under another inode with nothing else changed, which
no file system of this machine does; the inodes of such a folder are not looked at any more. Its
records say so, by having none, so that this holds for the next start, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.model import Candidate, FileRecord


def is_news(candidate: Candidate, known: FileRecord | None) -> bool:
    """Return whether a file has to be looked into: new, changed, or not to be read last time."""
    if known is None or is_rewritten(candidate, known):
        return True
    if _differ(known.ctime_ns, candidate.ctime_ns) or _differ(known.inode, candidate.inode):
        return True
    return known.digest is None and known.reason != candidate.trouble


def is_rewritten(candidate: Candidate, known: FileRecord | None) -> bool:
    """Return whether a file is new, or changed in size or time."""
    return known is None or (known.size, known.mtime_ns) != (candidate.size, candidate.mtime_ns)


def reliable(
    candidates: Sequence[Candidate], known: Mapping[str, FileRecord]
) -> Sequence[Candidate]:
    """Return the candidates of a folder, without inodes where these say nothing."""
    if any(each.inode is None and each.ctime_ns is not None for each in known.values()):
        return [replace(candidate, inode=None) for candidate in candidates]
    return candidates


def unchanged(candidate: Candidate, known: FileRecord) -> Candidate:
    """Return what to remember of a file with the same bytes: no inode, if only that was another."""
    is_renumbered = (
        _differ(known.inode, candidate.inode)
        and known.ctime_ns == candidate.ctime_ns
        and not is_rewritten(candidate, known)
    )
    return replace(candidate, inode=None) if is_renumbered else candidate


def adopted(
    candidates: Sequence[Candidate], known: Mapping[str, FileRecord]
) -> Sequence[FileRecord]:
    """Return the records of an older version that have not changed, with what they lack."""
    return [
        replace(record, ctime_ns=candidate.ctime_ns, inode=candidate.inode)
        for candidate in candidates
        if (record := known.get(candidate.path)) is not None
        and record.ctime_ns is None
        and candidate.ctime_ns is not None
        and not is_rewritten(candidate, record)
    ]


def _differ(before: int | None, now: int | None) -> bool:
    """Return whether two numbers differ, if both are known."""
    return before is not None and now is not None and before != now
