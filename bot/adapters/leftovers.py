"""Names under which other programs leave what is no article, though it may look like one.

Editors keep copies of what they change, downloads and copying programs write under another name
first, and those that keep folders alike on several machines write down both texts where two people
changed one file: the second is nobody's article, and often an old text of one.
"""

import re

ENDINGS = (
    # before a file is whole
    *(".part", ".partial", ".filepart", ".crdownload", ".download", ".opdownload"),
    *(".tmp", ".temp", ".aria2", ".!ut", ".!qb", ".bc!", ".lock", ".lck"),
    # what an editor leaves
    *("~", ".swp", ".swo", ".swn", ".swx", ".bak", ".orig", ".old", ".save", ".autosave"),
)
"""The ends of such names, in lower case."""

MADE_OF = re.compile(
    r"#.*#"  # what Emacs saves by itself
    r"|~\$.*"  # who has a document open in an office program
    r"|.*~syncthing~.*"
    r"|.*\.~\d+~(\..*)?",  # numbered copies
    re.DOTALL,
)

CONFLICT = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?(?=\.|$)"  # Syncthing
    # Dropbox, Nextcloud and others: "story (Ana's conflicted copy 2026-01-31).txt"
    r"|\([^()]*\b(?:conflicted copy|case conflict)\b[^()]*\)(?=\.|$)"
    r"|\([^()]*(?:\bcopie en conflit|\bcopia en conflicto|\bcopia in conflitto|pia em conflito|"
    r"in Konflikt stehende Kopie)\b[^()]*\)(?=\.|$)"
    r"|\(SFConflict [^()]*\)(?=\.|$)"  # Seafile
    r"|_conflict-\d{8}-\d{6}(?=\.|$)"  # ownCloud
    r"|\[conflicted(?: \d+)?\](?=\.|$)",  # pCloud
    re.IGNORECASE,
)
ONEDRIVE = re.compile(r"-(?:DESKTOP|LAPTOP)-[A-Z0-9]{7}(?:-\d+)?(?=\.|$)")
"""OneDrive names the machine; of names that people have chosen nothing can be known."""

FOLDERS = (".download", ".crdownload")
"""The ends of the names of folders in which a browser keeps what is not whole."""


def is_download(name: str) -> bool:
    """Return whether a folder so named holds a file that is still being fetched."""
    return name.lower().endswith(FOLDERS)


def is_leftover(name: str) -> bool:
    """Return whether a file so named is a copy that another program left, or is not whole."""
    return (
        name.lower().endswith(ENDINGS)
        or MADE_OF.fullmatch(name) is not None
        or CONFLICT.search(name) is not None
        or ONEDRIVE.search(name) is not None
    )
