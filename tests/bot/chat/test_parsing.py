"""Commands as people type them."""

import pytest

from bot.chat.parsing import Parsed, parse

CASES = [
    ("/help", Parsed(command="help", arguments=())),
    ("/summary 12", Parsed(command="summary", arguments=("12",))),
    ("/summary_12", Parsed(command="summary", arguments=("12",))),
    ("/SUMMARY   12  now", Parsed(command="summary", arguments=("12", "now"))),
    ("/summary_12@a_bot", Parsed(command="summary", arguments=("12",), addressee="a_bot")),
    ("/help@a_bot please", Parsed(command="help", arguments=("please",), addressee="a_bot")),
    ("/latest\n3", Parsed(command="latest", arguments=("3",))),
    ("help", None),
    (" /help", None),
    ("/", None),
    ("/usr/local", None),
    ("//help", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "parsed"), CASES)
def test_a_message_is_read_as_its_command(text: str, parsed: Parsed | None) -> None:
    """Names are folded, tails after an underscore are arguments, paths are no commands."""
    assert parse(text) == parsed
