"""A short run at every test; `make fuzz` is the long one."""

from dataclasses import replace

import pytest

from summarizer.brief import write_brief
from summarizer.model import Article, Brief, BriefOptions, Span, SummarySentence
from tests.fuzz.cases import Case, make_case
from tests.fuzz.growth import check_growth
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


def test_time_grows_with_length() -> None:
    """No text takes time that grows with the square of its length."""
    check_growth(writers()[0], 12_000)


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
