"""Where the compiled gazetteer lies: made once, found again, made anew when it is no good."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.adapters.gazetteer import open_gazetteer
from bot.adapters.gazetteer.builder import Builder, Record
from summarizer.places.gazetteer.layout import EntryKind


class Compiler:
    """Compiles a gazetteer of one town, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, stamp: str) -> bytes:
        """Return the town's file."""
        self.count += 1
        builder = Builder()
        builder.add(Record(name="Troy", kind=EntryKind.CITY, latitude=42.7, longitude=-73.7))
        return builder.compile(stamp=stamp, countries=[], languages={})


@pytest.fixture
def compiler() -> Compiler:
    """Return a compiler that takes no time."""
    return Compiler()


def test_it_is_compiled_once(tmp_path: Path, compiler: Compiler) -> None:
    """The second time, the file is opened; whoever runs the bot may read it."""
    folder = tmp_path / "share"
    for _ in range(2):
        gazetteer = open_gazetteer([folder], compiler)
        assert [entry.name for entry in gazetteer.named("TROY")] == ["Troy"]
    assert compiler.count == 1
    (path,) = folder.iterdir()
    assert path.stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("keep", [0, 5, 12, 60, 200])
def test_a_broken_file_is_made_anew(tmp_path: Path, compiler: Compiler, keep: int) -> None:
    """Wherever it broke off."""
    open_gazetteer([tmp_path], compiler)
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:keep])
    assert open_gazetteer([tmp_path], compiler).named("Troy")
    assert compiler.count == 2


def test_a_file_of_other_data_is_made_anew(tmp_path: Path, compiler: Compiler) -> None:
    """Its stamp tells; files of earlier versions are removed, what else lies there is not."""
    open_gazetteer([tmp_path], compiler)
    (path,) = tmp_path.iterdir()
    path.write_bytes(Compiler()("another stamp"))
    (tmp_path / "places-0000.bin").write_bytes(b"of an earlier version")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    assert open_gazetteer([tmp_path], compiler).named("Troy")
    assert compiler.count == 2
    assert {each.name for each in tmp_path.iterdir()} == {path.name, "notes.txt"}


def test_the_next_folder_serves_where_the_first_cannot_be_written_to(
    tmp_path: Path, compiler: Compiler
) -> None:
    """A file that stands where the folder should be is as good as no permission."""
    (tmp_path / "first").write_text("no folder", "utf-8")
    folders = [tmp_path / "first", tmp_path / "second"]
    for _ in range(2):
        assert open_gazetteer(folders, compiler).named("Troy")
    assert compiler.count == 1
    assert len(list((tmp_path / "second").iterdir())) == 1


def test_it_stays_in_memory_where_no_folder_can_be_written_to(
    tmp_path: Path, compiler: Compiler
) -> None:
    """Nothing is left on the disk."""
    (tmp_path / "first").write_text("no folder", "utf-8")
    assert open_gazetteer([tmp_path / "first"], compiler).named("Troy")
    assert [each.name for each in tmp_path.iterdir()] == ["first"]


def test_many_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    """Each compiles, the last one's file stays, and no temporary file does."""
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_gazetteer([tmp_path], Compiler()), range(8)))
    assert all(gazetteer.named("Troy") for gazetteer in opened)
    assert len(list(tmp_path.iterdir())) == 1
