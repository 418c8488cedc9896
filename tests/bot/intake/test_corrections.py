"""A file's new text: the same story mended, the same story re-saved, or another story."""

import pytest

from bot.intake.corrections import ChangeKind, Comparison, compare
from tests.makers import in_paragraphs

STORY = """Two hurt as crane falls in Varna

A crane fell on the quay of Varna on Monday and hurt two dockers, the port said.

The crane had been inspected in May. Work on the eastern quay has stopped until further notice.

"We will find out why," said the port's director, Elena Koleva."""

OTHER = """Marathon of Bergen moved to June

Runners will have to wait a little longer this year, since the organisers expect a late winter."""

CASES = [
    (STORY.replace(" ", "  ").replace("\n\n", " \n\n"), ChangeKind.NOTHING, None),
    (STORY.replace('"', "“"), ChangeKind.NOTHING, None),
    (
        STORY.replace("hurt two dockers", "hurt three dockers"),
        ChangeKind.CORRECTION,
        "“hurt three dockers”, not “hurt two dockers”",
    ),
    (
        STORY.replace("Two hurt as crane falls", "Three hurt as crane falls"),
        ChangeKind.CORRECTION,
        "new headline “Three hurt as crane falls in Varna”",
    ),
    (
        STORY + "\n\nBoth men left hospital on Tuesday.",
        ChangeKind.CORRECTION,
        "added “Both men left hospital on Tuesday.”",
    ),
    (
        STORY.replace('\n\n"We will find out why," said the port\'s director, Elena Koleva.', ""),
        ChangeKind.CORRECTION,
        'removed “"We will find out why," said the port\'s director, Elena Koleva.”',
    ),
    (OTHER, ChangeKind.OTHER_STORY, None),
]


@pytest.mark.parametrize(("text", "kind", "change"), CASES)
def test_a_new_text_is_told_from_the_old(text: str, kind: ChangeKind, change: str | None) -> None:
    """White space and marks are nothing; a correction says what it changed."""
    told = compare(in_paragraphs(STORY), in_paragraphs(text))
    assert told == Comparison(kind=kind, change=change)


def test_a_story_that_grew_is_the_same_story() -> None:
    """The first flash of a story is found again in its long version."""
    flash = "Two hurt as crane falls in Varna\n\nA crane fell on the quay of Varna on Monday."
    assert compare(in_paragraphs(flash), in_paragraphs(STORY)).kind is ChangeKind.CORRECTION


def test_a_change_is_one_line() -> None:
    """However long the sentence."""
    told = compare(in_paragraphs(STORY), in_paragraphs(STORY + "\n\n" + "It went on. " * 80))
    assert told.change is not None
    assert len(told.change) < 110
    assert "\n" not in told.change
