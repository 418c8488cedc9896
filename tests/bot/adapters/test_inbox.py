"""The watched folders on disk."""

import os
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.inbox import FolderInbox
from bot.adapters.readers import SUFFIXES
from bot.errors import UnusableArticle
from bot.model import Candidate, Listing

NOW = datetime(2026, 1, 20, 12, tzinfo=UTC)


def put(path: Path, words: str = "Words.\n", *, age: float = 60) -> Path:
    """Put a file of a certain age there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words)
    written = (NOW - timedelta(seconds=age)).timestamp()
    os.utime(path, (written, written))
    return path


def inbox(**settings: object) -> FolderInbox:
    """Make an inbox that knows the readers' formats."""
    return FolderInbox(suffixes=SUFFIXES, **settings)  # type: ignore[arg-type]


def look(folder: Path, **settings: object) -> dict[str, Candidate]:
    """Return what a look finds, by the path below the folder."""
    listing = inbox(**settings).look(str(folder), NOW)
    return {os.path.relpath(each.path, folder): each for each in listing.candidates}


def test_files_come_oldest_first_then_by_name(tmp_path: Path) -> None:
    """The order of filing is that of writing, wherever a file stands."""
    put(tmp_path / "b.txt", age=10)
    put(tmp_path / "z" / "old.md", age=99)
    put(tmp_path / "a.txt", age=10)
    put(tmp_path / "new.TXT", age=5)
    assert list(look(tmp_path)) == ["z/old.md", "a.txt", "b.txt", "new.TXT"]


def test_a_candidate_tells_size_and_time(tmp_path: Path) -> None:
    """They say later whether a file has changed."""
    path = put(tmp_path / "a.txt", "1234")
    (found,) = look(tmp_path).values()
    status = path.stat()
    assert found == Candidate(
        path=str(path),
        size=4,
        mtime_ns=status.st_mtime_ns,
        ctime_ns=status.st_ctime_ns,
        inode=status.st_ino,
    )


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt",
        ".git/a.txt",
        "sub/.cache/a.txt",
        "a.txt.part",
        "a.part",
        "a.tmp",
        "a.txt~",
        "#a.txt#",
        "a.txt.swp",
        "a.txt.crdownload",
        "a.txt.download/a.txt",
        "a.sync-conflict-20260101-120000-ABCDEFG.txt",
        ".txt",
    ],
)
def test_what_is_no_article_is_passed_over(name: str, tmp_path: Path) -> None:
    """Hidden and unfinished files, and what other programs leave, are not even mentioned."""
    put(tmp_path / name)
    assert inbox().look(str(tmp_path), NOW) == Listing(candidates=())


def test_formats_that_are_not_read_are_counted(tmp_path: Path) -> None:
    """By the endings of their names, the most first; what no one would call a format is none."""
    for name in ("b.pdf", "sub/a.PDF", "a.docx", "a", "txt", "a.txt (2)", "a.\n", "a.txt"):
        put(tmp_path / name)
    listing = inbox().look(str(tmp_path), NOW)
    assert [each.path for each in listing.candidates] == [str(tmp_path / "a.txt")]
    assert listing.passed_over == (
        "7 files of formats that are not read are passed over: no ending (4), .pdf (2), .docx (1)"
    )
    for number in range(9):
        put(tmp_path / f"a.x{number}")
    listing = inbox().look(str(tmp_path), NOW)
    assert (listing.passed_over or "").endswith(".x4 (1), others (4)")


@pytest.mark.parametrize(
    ("age", "settle", "settled"),
    [
        (60, 2, True),
        (2, 2, True),
        (1, 2, False),
        (-1, 2, False),
        (-100, 2, False),
        (-400, 2, True),
        (0, 0, True),
        (-1, 0, False),
        (3599, 3600, False),
    ],
)
def test_a_file_is_settled_after_some_rest(
    age: float, settle: float, *, settled: bool, tmp_path: Path
) -> None:
    """A clock a little ahead means waiting; a time far in the future means nothing."""
    put(tmp_path / "a.txt", age=age)
    assert look(tmp_path, settle_seconds=settle)["a.txt"].settled is settled


def test_a_file_too_large_is_reported_and_never_read(tmp_path: Path) -> None:
    """The reason names the setting."""
    path = put(tmp_path / "a.txt", "12345678901")
    box = inbox(max_bytes=10)
    (found,) = box.look(str(tmp_path), NOW).candidates
    assert found.trouble == "is larger than 10 bytes (watch.max_bytes)"
    with pytest.raises(UnusableArticle, match="larger than 10 bytes"):
        box.load(str(path))
    assert look(tmp_path, max_bytes=11)["a.txt"].trouble is None


def test_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    """A folder may vanish and come back."""
    folder = tmp_path / "gone"
    listing = inbox().look(str(folder), NOW)
    assert listing.candidates == ()
    assert listing.troubles == (f"{folder}: cannot be listed: No such file or directory",)
    file = put(tmp_path / "file.txt")
    assert "Not a directory" in inbox().look(str(file), NOW).troubles[0]


def test_a_link_out_of_the_folder_is_reported_unless_allowed(tmp_path: Path) -> None:
    """Neither a file nor a folder elsewhere is read through a link."""
    secret = put(tmp_path / "elsewhere" / "secret.txt", "secret")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "file.txt").symlink_to(secret)
    (folder / "folder").symlink_to(tmp_path / "elsewhere")
    box = inbox()
    listing = box.look(str(folder), NOW)
    (found,) = listing.candidates
    assert found.trouble is not None
    assert "symbolic link out of the folder" in found.trouble
    assert len(listing.troubles) == 1
    assert listing.troubles[0].startswith(f"{folder}/folder: is a symbolic link out")
    with pytest.raises(UnusableArticle, match="symbolic link"):
        box.load(str(folder / "file.txt"))
    with pytest.raises(UnusableArticle, match="symbolic link"):
        box.load(str(folder / "folder" / "secret.txt"))
    allowed = inbox(follow_links=True)
    listing = allowed.look(str(folder), NOW)
    assert [each.trouble for each in listing.candidates] == [None, None]
    assert allowed.load(listing.candidates[0].path) == b"secret"


def test_a_neighbour_with_a_longer_name_is_outside(tmp_path: Path) -> None:
    """`in-2` is not inside `in`."""
    put(tmp_path / "in-2" / "a.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "in-2" / "a.txt")
    assert look(tmp_path / "in")["a.txt"].trouble is not None


def test_a_link_within_the_folder_is_a_file_like_any_other(tmp_path: Path) -> None:
    """Mounted configuration maps are made of such links, into a hidden folder."""
    put(tmp_path / "..data" / "a.txt", "Mounted.")
    (tmp_path / "a.txt").symlink_to("..data/a.txt")
    box = inbox()
    (found,) = box.look(str(tmp_path), NOW).candidates
    assert found.trouble is None
    assert box.load(found.path) == b"Mounted."


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    """The operator named it."""
    put(tmp_path / "real" / "sub" / "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    box = inbox()
    (found,) = box.look(str(tmp_path / "link"), NOW).candidates
    assert found.path == str(tmp_path / "link" / "sub" / "a.txt")
    assert box.load(found.path) == b"Words.\n"


@pytest.mark.parametrize("follow_links", [False, True])
def test_links_in_a_circle_end(tmp_path: Path, *, follow_links: bool) -> None:
    """A link to the folder above is entered once; one that leads nowhere is no file."""
    put(tmp_path / "sub" / "a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "none")
    found = look(tmp_path, follow_links=follow_links)
    assert [name for name, each in found.items() if each.trouble is None] == ["sub/a.txt"]


def test_a_folder_that_becomes_a_link_is_not_left_by_it(tmp_path: Path) -> None:
    """Between the look and the read, someone may put a link in a folder's place."""
    put(tmp_path / "elsewhere" / "a.txt", "secret")
    put(tmp_path / "in" / "sub" / "a.txt")
    box = inbox()
    (found,) = box.look(str(tmp_path / "in"), NOW).candidates
    (tmp_path / "in" / "sub").rename(tmp_path / "moved")
    (tmp_path / "in" / "sub").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnusableArticle, match="symbolic link"):
        box.load(found.path)


@pytest.mark.parametrize("follow_links", [False, True])
def test_pipes_and_sockets_are_refused_and_never_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, follow_links: bool
) -> None:
    """Reading a pipe would wait for a writer."""
    os.mkfifo(tmp_path / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    monkeypatch.chdir(tmp_path)  # a socket's address is short
    try:
        listener.bind("socket.txt")
        box = inbox(follow_links=follow_links)
        found = box.look(str(tmp_path), NOW).candidates
        assert {each.trouble for each in found} == {"is no regular file"}
        for each in found:
            with pytest.raises(UnusableArticle, match="no regular file"):
                box.load(each.path)
    finally:
        listener.close()


def test_a_file_changed_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a file is no article; the next scan reads the whole of it."""
    path = put(tmp_path / "a.txt", "half")
    real_fdopen = os.fdopen

    def fdopen(*arguments: object, **options: object) -> object:
        file = real_fdopen(*arguments, **options)  # type: ignore[call-overload]
        with path.open("a") as other:
            other.write(" and half")
        return file

    monkeypatch.setattr(os, "fdopen", fdopen)
    with pytest.raises(UnusableArticle, match="changed while it was read"):
        inbox().load(str(path))


def test_what_cannot_be_read_gives_its_reason(tmp_path: Path) -> None:
    """The operating system's words stand in it."""
    with pytest.raises(UnusableArticle, match="cannot be read: No such file"):
        inbox().load(str(tmp_path / "none.txt"))
    box = inbox()
    box.look(str(tmp_path), NOW)
    with pytest.raises(UnusableArticle, match="cannot be read: No such file"):
        box.load(str(tmp_path / "none.txt"))


def test_names_of_any_bytes_are_listed_and_read(tmp_path: Path) -> None:
    """A name need not be UTF-8, nor one line."""
    for name in ("caf\udce9.txt", "two\nlines.txt", "عربي.txt", "-.txt"):
        put(tmp_path / name)
    box = inbox()
    found = box.look(str(tmp_path), NOW).candidates
    assert len(found) == 4
    assert all(box.load(each.path) == b"Words.\n" for each in found)


@pytest.mark.parametrize("path", ["no\0name", "\ud800"])
def test_a_folder_that_no_file_system_can_have_is_reported(path: str) -> None:
    """Other folders are looked at all the same."""
    listing = inbox().look(path, NOW)
    assert listing.candidates == ()
    assert "cannot be listed" in listing.troubles[0]


def test_a_path_too_long_to_be_kept_is_reported(tmp_path: Path) -> None:
    """It is named as far as a line goes; files beside it are found."""
    deep = tmp_path.joinpath(*["d" * 200] * 8)
    put(deep / "a.txt")
    put(deep / ("long" * 60) / f"{'x' * 200}.txt")
    put(deep / ("\udcff" * 150 + ".txt"))
    listing = inbox().look(str(tmp_path), NOW)
    assert [each.path for each in listing.candidates] == [str(deep / "a.txt")]
    assert len(listing.troubles) == 2
    for trouble in listing.troubles:
        assert trouble.endswith("[...]: the path is longer than 2000 bytes")
        assert len(trouble) < 200


@pytest.mark.parametrize("seconds", [10**10, -(10**10)])
def test_all_numbers_fit_into_64_bits(tmp_path: Path, seconds: int) -> None:
    """Times that do not are the last or the first that do; files of them are settled."""
    os.utime(put(tmp_path / "a.txt"), (seconds, seconds))
    found = look(tmp_path)["a.txt"]
    assert found.settled
    for number in (found.size, found.mtime_ns, found.ctime_ns, found.inode):
        assert number is not None
        assert -(2**63) <= number < 2**63
