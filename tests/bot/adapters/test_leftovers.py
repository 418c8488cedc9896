"""Names under which other programs leave what is no article."""

import pytest

from bot.adapters.leftovers import is_download, is_leftover


@pytest.mark.parametrize(
    "name",
    [
        "story.sync-conflict-20260101-120000-ABCDEFG.txt",
        "story.tar.sync-conflict-20260101-120000.gz",
        "~syncthing~story.txt.tmp",
        "story (Ana's conflicted copy 2026-01-31).txt",
        "story (conflicted copy 2026-01-31 120000).md",
        "story (ana's conflicted copy).txt",
        "story (Case Conflict 1).txt",
        "story (Copie en conflit de Ana 2026-01-31).txt",
        "story (Copia en conflicto de Ana 2026-01-31).txt",
        "story (Copia in conflitto di Ana 2026-01-31).txt",
        "story (Cópia em conflito de Ana 2026-01-31).txt",
        "story (In Konflikt stehende Kopie von Ana 2026-01-31).txt",
        "story (SFConflict ana@example.org 2026-01-31-12-00-00).txt",
        "story_conflict-20260131-120000.txt",
        "story [conflicted].txt",
        "story-DESKTOP-A1B2C3D.txt",
        "story-LAPTOP-0QWERTY-2.txt",
        "story.txt~",
        "story.txt.~2~",
        "story.~2~.txt",
        "#story.txt#",
        "~$story.docx",
        "story.txt.swp",
        "story.txt.bak",
        "story.txt.PART",
        "story.txt.filepart",
        "Unconfirmed 123.crdownload",
    ],
)
def test_what_other_programs_leave(name: str) -> None:
    """Second texts of one file, an editor's copies, and what is not whole yet."""
    assert is_leftover(name)


@pytest.mark.parametrize(
    "name",
    [
        "story.txt",
        "syria.conflict.txt",
        "the conflicted copy editor.txt",
        "gaza-conflict-20260131.txt",
        "ukraine (in conflict).txt",
        "sync-conflict.txt",
        "the-last-desktop-computer.txt",
        "a-DESKTOP-made.txt",
        "#1 single.txt",
        "story~1.txt",
        "part.txt",
        "story (1).txt",
        "عربي.txt",
    ],
)
def test_what_people_may_call_an_article(name: str) -> None:
    """A name that speaks of a conflict or a part is a name like any other."""
    assert not is_leftover(name)


def test_downloads_in_folders() -> None:
    """Safari keeps a file that it is fetching in a folder of its own."""
    assert is_download("story.txt.download")
    assert not is_download("downloads")
