"""A short run at every test; `make fuzz` is the long one."""

from dataclasses import replace
from random import Random

import pytest

from summarizer.brief import write_brief
from summarizer.model import Article, Brief, BriefOptions, Span, SummarySentence
from tests.fuzz.cases import Case, make_case
from tests.fuzz.checks import Fault
from tests.fuzz.growth import check_growth, reading, writing
from tests.fuzz.patterns import ANOTHER, Pattern, patterns
from tests.fuzz.run import first_fault, problem_of, writers
from tests.fuzz.shrinking import shrink
from tests.makers import STORY

SEED = 20_261
EACH = 100


def bare(article: Article) -> Brief:
    """Write a brief without a gazetteer."""
    return write_brief(article, gazetteer=None, options=BriefOptions())


@pytest.mark.parametrize("start", range(0, 400, EACH))
def test_spoilt_texts_give_briefs(start: int) -> None:
    """Whatever the text: no crash, exact spans, and posts that Telegram takes."""
    assert first_fault(SEED, range(start, start + EACH), huge=False) is None


WORST = (
    Pattern(unit="San"),
    Pattern(unit="U.S."),
    Pattern(unit="‹", frame=("“", ",” said Ana Ruiz.")),
    Pattern(unit="mayors", frame=("", "\n\n“It held for a long while,” they said.")),
    Pattern(unit=" ", joiner="", frame=("Ana Ruiz said ", "“It held.”")),
    Pattern(unit=f"The mayor, {ANOTHER} Ruiz, said. “It held,” the mayor said."),
    Pattern(unit=f"{ANOTHER} Ruiz, 40, said. “It held,” the 40-year-old said."),
    Pattern(unit="Published " + " " * 600 + "~", joiner="\n"),
    Pattern(unit="2026-05-12 " + "1" * 60 + "x", joiner="\n"),
)
"""What once took time by the square of its length, or far worse."""


@pytest.mark.parametrize("pattern", WORST, ids=str)
def test_time_grows_with_length(pattern: Pattern) -> None:
    """No text takes time that grows with the square of its length."""
    check_growth([pattern], writing(writers()[0]), (6_000, 24_000))


@pytest.mark.parametrize("unit", ["[a](", "<a ", "> ", "&", "*a **b ", f"[{ANOTHER}]: a\n"])
def test_time_of_reading_grows_with_length(unit: str) -> None:
    """Nor does any file."""
    check_growth([Pattern(unit=unit, joiner="")], reading, (6_000, 24_000))


def test_what_grows_faster_is_a_fault() -> None:
    """All patterns that do are named, with the times that they took."""

    def cube(pattern: Pattern, size: int) -> None:
        sum(range(size**3 // 20_000))

    some = [Pattern(unit="San"), Pattern(unit="Ana", joiner=", ")]
    with pytest.raises(Fault, match=r"'San' again and again, joined by ' ' \(en\).*\n'Ana'.* s$"):
        check_growth(some, cube, (2_000, 8_000))


def test_patterns_come_from_chance_alone() -> None:
    """A failure can be repeated; every word of every list may come, and every size can be made."""
    one, other = (list(patterns(Random(1), 200)) for _ in range(2))  # noqa: S311 - repeatable
    assert one == other
    assert {"en", "de", "fr", "tr", "ar", "zh"} <= {pattern.language for pattern in one}
    assert all(abs(len(pattern.text(9_000)) - 9_000) < 1_000 for pattern in one)


def test_files_come_from_seed_and_number() -> None:
    """A failure can be repeated on another day."""
    assert make_case(7, 30) == make_case(7, 30) != make_case(8, 30)


def test_a_crash_is_reported_with_the_least_that_fails() -> None:
    """What has nothing to do with the failure is taken out."""

    def crash(article: Article) -> Brief:
        if "§" in article.text:
            raise IndexError("beyond the end")
        return bare(article)

    case = Case(name="a.txt", data="The dam § held.".encode() * 40)
    assert problem_of(case, crash) == "IndexError: beyond the end"

    def fails(data: bytes) -> bool:
        return problem_of(Case(name="a.txt", data=data), crash) is not None

    assert len(shrink(case.data, fails).decode()) == 2  # the sign, and a letter to be an article


@pytest.mark.parametrize(
    ("spans", "problem"),
    [
        ((Span(0, 10**6),), "no stretch"),
        ((Span(25, 25),), "no stretch"),
        ((Span(0, 20), Span(0, 20)), "not in order"),
        ((Span(1, 3),), "none of the article's"),
    ],
)
def test_a_wrong_summary_is_a_fault(spans: tuple[Span, ...], problem: str) -> None:
    """Spans outside the text, twice, out of order, or cut from a sentence."""

    def wrong(article: Article) -> Brief:
        brief = bare(article)
        return replace(brief, summary=tuple(SummarySentence(span=s, score=1.0) for s in spans))

    found = problem_of(Case(name="a.txt", data=STORY.encode()), wrong)
    assert found is not None
    assert problem in found
