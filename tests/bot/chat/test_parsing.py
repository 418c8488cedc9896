"""Commands as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.parsing import LONGEST, Typed, bare, parse, parse_marked, readable

CASES = [
    ("/help", Typed(command="help", arguments=())),
    ("/summary 12", Typed(command="summary", arguments=("12",))),
    ("/summary_12", Typed(command="summary", arguments=("12",))),
    ("/SUMMARY   12  now", Typed(command="summary", arguments=("12", "now"))),
    ("/summary_12@a_bot", Typed(command="summary", arguments=("12",), addressee="a_bot")),
    ("/help@a_bot please", Typed(command="help", arguments=("please",), addressee="a_bot")),
    ("/latest\n3", Typed(command="latest", arguments=("3",))),
    ("/latest.", Typed(command="latest", arguments=())),
    ("/latest!", Typed(command="latest", arguments=())),
    ("/latest10", Typed(command="latest", arguments=("10",))),
    ("/summary-1", Typed(command="summary", arguments=("1",))),
    ("/summary:1", Typed(command="summary", arguments=("1",))),
    ("/summary – 1", Typed(command="summary", arguments=("–", "1"))),
    ("/latest -1", Typed(command="latest", arguments=("-1",))),
    ("/summary#1", Typed(command="summary", arguments=("#1",))),
    ("/summary№1", Typed(command="summary", arguments=("№1",))),
    ("/summary No. 1", Typed(command="summary", arguments=("No.", "1"))),
    ("/summary\u00a01", Typed(command="summary", arguments=("1",))),
    ("/summary\u30001", Typed(command="summary", arguments=("1",))),
    ("/summary\u200b1", Typed(command="summary", arguments=("1",))),
    ("/summary \u200e1\u200f\ufeff", Typed(command="summary", arguments=("1",))),
    ("/summary \u2066a\u00adb\u2069", Typed(command="summary", arguments=("ab",))),
    ("/summary می\u200cخواهم", Typed(command="summary", arguments=("می\u200cخواهم",))),
    ("/summary a\0b\x1b[c\x7f", Typed(command="summary", arguments=("ab[c",))),
    ("/summary \ud800", Typed(command="summary", arguments=("\ufffd",))),
    ('/summary "story one"', Typed(command="summary", arguments=('"story', 'one"'))),
    ("/12", Typed(command="12", arguments=())),
    ("/_12", Typed(command="_12", arguments=())),
    ("help", None),
    (" /help", None),
    ("/", None),
    ("/usr/local", None),
    ("/help>", None),
    ("//help", None),
    ("／help", None),
    ("/помощь", None),
    ("/summary１", None),
    (f"/{'a' * 65}", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "parsed"), CASES)
def test_a_message_is_read_as_its_command(text: str, parsed: Typed | None) -> None:
    """Names are folded, what is joined to a name is an argument, and paths are no commands."""
    assert parse(text) == parsed


@pytest.mark.parametrize(
    ("command", "rest", "parsed"),
    [
        ("/latest", ".", Typed(command="latest", arguments=())),
        (
            "/latest@a_bot",
            "\u200e 5",
            Typed(command="latest", arguments=("5",), addressee="a_bot"),
        ),
        ("/latest", "/5", Typed(command="latest", arguments=("/5",))),
        ("/latest 5", "", None),
        ("latest", "", None),
        ("/é", "", None),
        ("", "/latest", None),
    ],
)
def test_a_marked_command_is_taken_as_marked(command: str, rest: str, parsed: Typed | None) -> None:
    """Where it ends is not for the words to say; but what cannot be a command is none."""
    assert parse_marked(command, rest) == parsed


def test_quotation_marks_and_brackets_fall_off() -> None:
    """Around a name, and not inside it."""
    for typed in ("“a b”", "'a b'", "«a b».", "<a b>", "[a b]", "(a b)?", "#a b"):
        assert bare(typed) == "a b"
    assert bare("o'clock 5.30 pm") == "o'clock 5.30 pm"


_texts = st.text() | st.text(st.sampled_from("/@_ -.\n\0\u200b\u200d\ud8001١summary"))


@given(_texts, _texts)
def test_anything_can_be_typed(command: str, rest: str) -> None:
    """Whatever it is comes to a command or none, of a length that has a bound."""
    for parsed in (parse(command), parse(f"/a{rest}"), parse_marked(command, rest)):
        if parsed is not None:
            words = " ".join(parsed.arguments)
            assert len(words) <= 64 + LONGEST
            assert words == words.encode().decode()
            assert len(parsed.command) <= 64
            assert len(parsed.addressee or "") <= 64
    assert readable(readable(rest)) == readable(rest)


def test_a_long_tail_is_cut() -> None:
    """A message of any length costs no more than a long name of a file."""
    parsed = parse("/summary " + "a" * 100_000)
    assert parsed
    assert parsed.arguments == ("a" * (LONGEST - 1),)
