"""The files that settings come from: small ones, read within seconds whatever they are.

A pipe serves as well as a file: for `--config <(...)`, and for programs that hand out secrets by
one. A device does, too, and one without an end comes to the limit.
"""

from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

LARGEST = 1_000_000
"""Bytes: a hundred times what all settings need."""

PATIENCE = 5.0
"""Seconds that a pipe may keep a start waiting."""


class Unreadable(Exception):
    """A file that no settings can be read from; its words follow the file's name."""


def read_text(path: Path, *, patience: float = PATIENCE) -> str:
    """Return the text of a file; raise Unreadable where that cannot be had."""
    data = _read(path, patience)
    if len(data) > LARGEST:
        raise Unreadable(f"is larger than {LARGEST} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"is not UTF-8 (at line {line})") from None


def _read(path: Path, patience: float) -> bytes:
    """Read by a thread that may be left behind: nobody may ever write into a pipe."""
    answers: SimpleQueue[bytes | OSError | ValueError] = SimpleQueue()
    Thread(target=_answer, args=(path, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=patience)
    except Empty:
        raise Unreadable(f"cannot be read: nothing came of it in {patience:g} s") from None
    match answer:
        case FileNotFoundError():
            raise Unreadable("there is no such file")
        case OSError():
            raise Unreadable(f"cannot be read: {answer.strerror}")
        case ValueError():
            raise Unreadable("is no name of a file")
        case bytes():
            return answer


def _answer(path: Path, answers: SimpleQueue[bytes | OSError | ValueError]) -> None:
    try:
        with path.open("rb") as file:
            answers.put(file.read(LARGEST + 1))
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        answers.put(error)
