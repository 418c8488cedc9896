"""What became of each file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.store import DatabaseStore
from bot.adapters.store.columns import escape, unescape
from bot.model import FileRecord, FileState
from tests.bot.adapters.store.samples import file_it


def a_file(path: str, **more: object) -> FileRecord:
    """Return a record of a file."""
    values = {"size": 7, "mtime_ns": 1_900_000_000_123_456_789, "state": FileState.SAME, **more}
    return FileRecord(path=path, **values)  # type: ignore[arg-type] # any of them


async def test_the_last_look_counts(store: DatabaseStore) -> None:
    """A file is remembered as it was last looked at, with everything known of it."""
    async with store.transaction() as work:
        filing = await file_it(work, "Rain")
        first = a_file("folder/a.txt", state=FileState.SET_ASIDE, reason="empty")
        last = a_file("folder/a.txt", size=2**40, digest="d", filing_id=filing.id)
        for record in (first, last):
            await work.files.remember(record)
        assert await work.files.known("folder") == {"folder/a.txt": last}
        assert await work.files.set_aside() == ()


@pytest.mark.parametrize(
    ("folder", "below"),
    [
        ("folder", {"folder/a", "folder/deep/b", "folder/\udcff"}),
        ("folder/", {"folder/a", "folder/deep/b", "folder/\udcff"}),
        ("folder/deep", {"folder/deep/b"}),
        ("/folder", {"/folder/c"}),
        ("/", {"/folder/c"}),
        (".", {"folder/a", "folder/deep/b", "folder/\udcff", "folder2/d", "fold%r/e"}),
        ("fold%r", {"fold%r/e"}),
        ("FOLDER", set()),
        ("nowhere", set()),
    ],
)
async def test_known_below(store: DatabaseStore, folder: str, below: set[str]) -> None:
    """A folder's files are those below it, at any depth, and no neighbour's."""
    async with store.transaction() as work:
        for path in (
            "folder/a", "folder/deep/b", "folder/\udcff", "/folder/c", "folder2/d", "fold%r/e",
        ):  # fmt: skip
            await work.files.remember(a_file(path))
        assert set(await work.files.known(folder)) == below


async def test_set_aside_by_path(store: DatabaseStore) -> None:
    """The files set aside are listed by path, with their reasons."""
    async with store.transaction() as work:
        for name in "bca":
            await work.files.remember(a_file(name, state=FileState.SET_ASIDE, reason=f"{name}\0"))
        await work.files.remember(a_file("d"))
        assert [(file.path, file.reason) for file in await work.files.set_aside()] == [
            ("a", "a\0"),
            ("b", "b\0"),
            ("c", "c\0"),
        ]


@given(text=st.text(st.characters(exclude_categories=())), more=st.text())
def test_any_text_can_be_stored(text: str, more: str) -> None:
    """Escaped text encodes, holds no NUL, comes back, and stays a prefix of what it begins."""
    stored = escape(text)
    stored.encode()
    assert "\0" not in stored
    assert unescape(stored) == text
    assert escape(text + more).startswith(stored)
