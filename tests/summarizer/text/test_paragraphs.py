"""How files divide their paragraphs."""

import pytest

from summarizer.text.paragraphs import find_paragraphs

WRAPPED = """The dam above the town of Ostrava held on Monday, although the
river had risen by two metres in the night, and nobody was hurt,
its keeper said.

The road to Brno, which had been closed since Sunday evening, was
opened again at noon."""

BULLETS = """The keeper named three reasons why the dam had held, of which the
first two were:
- new gates
- a wall
and the third was luck."""

CASES = [
    ("one\n\ntwo", ["one", "two"]),
    ("One.\nTwo.\nThree.", ["One.", "Two.", "Three."]),
    ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    ("One.\rTwo.", ["One.", "Two."]),
    ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
    ("  One.  \n\n\t\nTwo.\u00a0\n", ["One.", "Two."]),
    ("\n\n\n", []),
    ("", []),
    (WRAPPED, [WRAPPED[: WRAPPED.index("\n\n")], WRAPPED[WRAPPED.index("The road") :]]),
]


@pytest.mark.parametrize(("text", "paragraphs"), CASES)
def test_paragraphs_are_told(text: str, paragraphs: list[str]) -> None:
    """By blank lines, by line ends, or by blank lines around wrapped lines."""
    assert [span.of(text) for span in find_paragraphs(text)] == paragraphs


def test_a_list_is_not_run_together() -> None:
    """Each of its points is a paragraph, in wrapped text too."""
    found = [span.of(BULLETS) for span in find_paragraphs(BULLETS)]
    assert "- new gates" in found
    assert any(paragraph.startswith("- a wall") for paragraph in found)
