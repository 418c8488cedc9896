"""How quotes read in a post."""

import pytest

from bot.presentation.quotes import (
    chosen_quotes,
    quote_lines,
    speaker_line,
    spoken,
    with_short_names,
)
from bot.presentation.texts import ENGLISH
from summarizer.model import Quote, Span, Speaker
from tests.makers import a_brief, a_quote, span

HERE = Span(0, 1)

UTTERANCES = [
    ('"It will hold," she said.', ["It will hold,"], "It will hold,"),
    ('"It will hold."', ["It will hold."], "It will hold."),
    ('"Will it hold?" he asked.', ["Will it hold?"], "Will it hold?"),
    ('"We came," he said, "and saw."', ["We came,", "and saw."], "We came, […] and saw."),
    ('"We came.\n\n"We saw."', ["We came.", "We saw."], "We came. We saw."),
    ('"We\ncame\tback,"', ["We\ncame\tback,"], "We came back,"),
    ("قال: «لن نرحل،»", ["لن نرحل،"], "لن نرحل،"),
]

SPEAKERS = [
    ("Ana Ruiz", None, "Ana Ruiz"),
    ("Ana Ruiz", "keeper of the dam", "Ana Ruiz, keeper of the dam"),
    ("the police", None, "The police"),
    ("", None, ""),
]


@pytest.mark.parametrize(("text", "segments", "shown"), UTTERANCES)
def test_an_utterance_is_joined(text: str, segments: list[str], shown: str) -> None:
    """What stood between segments is shown as left out; no other character is changed."""
    quotes = tuple(a_quote(text, words) for words in segments)
    brief = a_brief(text, summary=(), quotes=quotes)
    assert spoken(quotes[0], brief, ENGLISH) == shown


def test_an_utterance_too_long_to_read_is_given_by_its_best_segment() -> None:
    """Four hundred and fifty characters are enough on a phone."""
    first, second = "We came. " * 30, "We saw. " * 30
    text = f'"{first}" he said. "{second}"'
    quotes = (a_quote(text, second.strip()), a_quote(text, first.strip()))
    brief = a_brief(text, summary=(), quotes=quotes)
    assert spoken(quotes[0], brief, ENGLISH) == second.strip()


def test_a_segment_too_long_to_read_is_cut_visibly() -> None:
    """At a word's end, with the mark for what is left out."""
    said = "We came and saw " * 60
    text = f'"{said}" said Ana Ruiz.'
    quote = a_quote(text, said.strip(), speaker=Speaker(name="Ana Ruiz", mention=HERE))
    line = quote_lines(quote, a_brief(text, summary=(), quotes=(quote,)), ENGLISH)
    assert line.endswith(" […]”\n— Ana Ruiz")
    assert len(line) < 480


@pytest.mark.parametrize(("name", "role", "line"), SPEAKERS)
def test_a_speaker_is_told(name: str, role: str | None, line: str) -> None:
    """The name, then the role; a line begins with a capital."""
    assert speaker_line(Speaker(name=name, role=role, mention=HERE)) == line


def a_row(text: str, mentions: list[tuple[str, int]]) -> list[Quote]:
    """Make quotes of "A", "B" ... by Ana Ruiz, mentioned in these words."""
    return [
        a_quote(
            text,
            f"Word{index}",
            group=index,
            speaker=Speaker(name="Dr. Ana Ruiz", role="keeper", mention=span(text, words, nth)),
        )
        for index, (words, nth) in enumerate(mentions)
    ]


def test_the_second_time_a_speaker_has_a_short_name_and_no_role() -> None:
    """The shortest by which the article attributes a quote; a pronoun is no name."""
    text = '"Word0" Dr. Ana Ruiz said. "Word1" she said. "Word2" Ruiz said.'
    quotes = a_row(text, [("Dr. Ana Ruiz", 0), ("she", 0), ("Ruiz", 1)])
    brief = a_brief(text, summary=(), quotes=tuple(quotes))
    named = [q.speaker for q in with_short_names(quotes, brief)]
    assert [(s.name, s.role) for s in named if s] == [
        ("Dr. Ana Ruiz", "keeper"),
        ("Ruiz", None),
        ("Ruiz", None),
    ]


def test_the_same_words_are_chosen_once() -> None:
    """A deck often repeats a quote of the body."""
    text = '"It will hold."\n\n"It will hold," said Ruiz. "Go," said Ruiz.'
    ruiz = Speaker(name="Ruiz", mention=span(text, "Ruiz"))
    quotes = (
        a_quote(text, "It will hold,", group=0, speaker=ruiz),
        a_quote(text, "It will hold.", group=1, speaker=ruiz),
        a_quote(text, "Go,", group=2, speaker=ruiz),
    )
    brief = a_brief(text, summary=(), quotes=quotes)
    assert [q.group for q in chosen_quotes(brief, 3)] == [0, 2]
    assert [q.group for q in chosen_quotes(brief, 1)] == [0]
