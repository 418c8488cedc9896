"""Reading the files of settings: whatever stands under their names."""

import os
import threading
from pathlib import Path

import pytest

from config.files import LARGEST, Unreadable, read_text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/dev/zero", f"is larger than {LARGEST} bytes"),
        ("none", "there is no such file"),
        ("folder", "cannot be read: Is a directory"),
        ("folder/none/none", "there is no such file"),
        ("large", f"is larger than {LARGEST} bytes"),
        ("latin", "is not UTF-8 (at line 2)"),
        ("a\0b", "is no name of a file"),
        ("n" * 300, "cannot be read: File name too long"),
        ("loop", "cannot be read: Too many levels of symbolic links"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_few_words(name: str, words: str, here: Path) -> None:
    """And soon, whether it has an end or not."""
    (here / "folder").mkdir()
    (here / "large").write_bytes(b"x" * (LARGEST + 1))
    (here / "latin").write_bytes(b"one\ncaf\xe9\n")
    (here / "loop").symlink_to("loop")
    with pytest.raises(Unreadable) as raised:
        read_text(Path(name))
    assert str(raised.value) == words


def test_a_pipe_is_read_to_its_end(here: Path) -> None:
    """However late its writer comes."""
    os.mkfifo(here / "pipe")
    writer = threading.Thread(target=(here / "pipe").write_text, args=("[quotes]\n",))
    writer.start()
    assert read_text(here / "pipe") == "[quotes]\n"
    writer.join()


def test_a_pipe_that_nobody_writes_into_is_given_up(here: Path) -> None:
    """It is not waited for any longer."""
    os.mkfifo(here / "pipe")
    with pytest.raises(Unreadable, match=r"nothing came of it in 0\.01 s"):
        read_text(here / "pipe", patience=0.01)
    (here / "pipe").write_bytes(b"")  # lets the reader go


def test_nothing_and_a_mark_are_texts(here: Path) -> None:
    """/dev/null is the shortest way to say that there are no settings."""
    (here / "marked").write_bytes(b"\xef\xbb\xbfx")
    assert read_text(Path("/dev/null")) == ""
    assert read_text(here / "marked") == "x"
