"""What a line typed into the terminal asks for: there nothing marks a command."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.console import request


@pytest.mark.parametrize(
    ("line", "command", "arguments"),
    [
        ("/latest 5\n", "latest", ("5",)),
        ("  /latest.\r\n", "latest", ()),
        ("\u200e/summary-1", "summary", ("1",)),
        ("\x1b/summary ١", "summary", ("١",)),
        ("\ufeff /summary", "summary", ()),
        ("/summary @dateline_bot", "summary", ("@dateline_bot",)),
        ("/home/user", None, ()),
        ("No. 12", None, ("12",)),
        ("hello", None, ()),
        ("", None, ()),
    ],
)
def test_lines(line: str, command: str | None, arguments: tuple[str, ...]) -> None:
    """A command is read by its words alone, whatever invisible stands around it."""
    asked = request(line)
    assert (asked.command, asked.arguments) == (command, arguments)


@given(st.text())
def test_any_line_is_a_request(line: str) -> None:
    """No line breaks it."""
    for typed in (line, f"/{line}", f"/summary {line}"):
        assert request(typed).sender.is_admin
