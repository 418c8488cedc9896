"""The patterns of speech in newspapers, each with the quotes that must be found in it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article, Quote
from summarizer.quotes import find_quotes

TABLE = Path(__file__).with_name("patterns.txt")
HEADLINE = "Notes of the day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """A quote as its line in the table tells it; `role` None says nothing of the role."""

    words: str
    cue: str | None
    speaker: str | None
    joined: bool
    fragment: bool
    role: str | None
    mention: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text of the table; `failure` is why it is known to fail."""

    pattern: str
    language: str
    text: str
    quotes: tuple[Expected, ...]
    failure: str | None


def _expected(line: str) -> Expected:
    words, cue, speaker, *options = (part.strip() for part in line.lstrip("+ ").split(" | "))
    settings = dict(option.partition("=")[::2] for part in options for option in part.split("; "))
    return Expected(
        words=words,
        cue=None if cue == "-" else cue,
        speaker=None if speaker == "-" else speaker,
        joined=line.startswith("+"),
        fragment="fragment" in settings,
        role=settings.get("role"),
        mention=settings.get("mention"),
    )


def _case(pattern: str, block: list[str]) -> Case:
    _, language, text = block[0].split(" ", 2)
    headed = text.startswith("H:")
    text = text.removeprefix("H:") if headed else f"{HEADLINE}¶{text}"
    failures = [line.removeprefix("! ") for line in block if line.startswith("! ")]
    lines = [line for line in block[1:] if not line.startswith("! ")]
    return Case(
        pattern=pattern,
        language=language,
        text=text.replace("¶", "\n\n"),
        quotes=tuple(map(_expected, lines)),
        failure=failures[0] if failures else None,
    )


def _read_table() -> list[Case]:
    cases: list[Case] = []
    pattern, block = "", list[str]()
    for line in [*TABLE.read_text("utf-8").splitlines(), ">"]:
        if line.startswith((">", "#")) and block:
            cases.append(_case(pattern, block))
            block = []
        if line.startswith("#"):
            pattern = line.removeprefix("# ")
        elif line.startswith(">"):
            block = [line]
        elif line.strip() and block:
            block.append(line)
    return cases


CASES = _read_table()


def _parameters() -> list[object]:
    return [
        pytest.param(
            case,
            id=f"{case.pattern.split(' ')[0]}-{case.text.split(chr(10))[-1][:40]}",
            marks=[pytest.mark.xfail(reason=case.failure, strict=True)] if case.failure else [],
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", _parameters())
def test_pattern(case: Case) -> None:
    """Each text gives its quotes, with cue and speaker, and no other."""
    text = case.text
    found = sorted(
        find_quotes(parse_article(Article(text=text, language=case.language))), key=lambda q: q.span
    )
    assert [_told(text, quote) for quote in found] == [
        (one.words, one.cue, one.speaker, one.fragment) for one in case.quotes
    ]
    for number, (quote, one) in enumerate(zip(found, case.quotes, strict=True)):
        if number and one.joined:
            assert quote.group == found[number - 1].group
        if one.role is not None and quote.speaker is not None:
            assert (quote.speaker.role or "-") == one.role
        if one.mention is not None and quote.speaker is not None:
            assert quote.speaker.mention.of(text) == one.mention


def _told(text: str, quote: Quote) -> tuple[str, str | None, str | None, bool]:
    return (
        quote.span.of(text),
        quote.cue.of(text) if quote.cue else None,
        quote.speaker.name if quote.speaker else None,
        quote.fragment,
    )


def test_the_table_is_whole() -> None:
    """All forty patterns and the other languages stand in it, in at least 150 texts."""
    numbers = {int(case.pattern.split(" ")[0]) for case in CASES}
    assert numbers >= set(range(1, 46))
    assert len(CASES) >= 150
