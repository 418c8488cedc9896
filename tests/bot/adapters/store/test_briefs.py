"""Briefs as JSON and back."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st

from bot.adapters.store.briefs import dump_brief, load_brief
from summarizer.model import (
    Article,
    Brief,
    Dateline,
    Parsed,
    Passage,
    PassageKind,
    Place,
    PlaceKind,
    Quote,
    Sentence,
    Span,
    Speaker,
    SummarySentence,
)

TEXTS = st.text(st.characters(exclude_categories=()), max_size=30)  # lone surrogates included
MAYBE = st.none() | TEXTS
ZONES = st.sampled_from(
    (UTC, timezone(timedelta(hours=5, minutes=45)), timezone(-timedelta(1) / 2))
)
MOMENTS = st.none() | st.dates() | st.datetimes(timezones=ZONES)
SPANS = st.builds(Span, st.integers(), st.integers())
SCORES = st.floats(allow_nan=False, allow_infinity=False)
ARTICLES = st.builds(
    Article,
    text=TEXTS,
    headline=MAYBE,
    byline=MAYBE,
    published=MOMENTS,
    url=MAYBE,
    language=MAYBE,
)


def tuples(item: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Return short tuples of an item."""
    return st.lists(item, max_size=3).map(tuple)


COPIES = st.builds(
    Parsed,
    article=ARTICLES,
    language=TEXTS,
    passages=tuples(st.builds(Passage, kind=st.sampled_from(PassageKind), span=SPANS)),
    sentences=tuples(st.builds(Sentence, span=SPANS, passage=st.integers())),
    headline=st.none() | SPANS,
    dateline=st.none()
    | st.builds(
        Dateline, span=SPANS, place=st.none() | SPANS, source=st.none() | SPANS, written=MOMENTS
    ),
    byline=MAYBE,
    published=MOMENTS,
)
QUOTES = st.builds(
    Quote,
    span=SPANS,
    group=st.integers(),
    score=SCORES,
    fragment=st.booleans(),
    cue=st.none() | SPANS,
    speaker=st.none() | st.builds(Speaker, name=TEXTS, mention=SPANS, role=MAYBE),
)
PLACES = st.builds(
    Place,
    name=TEXTS,
    label=TEXTS,
    country=MAYBE,
    latitude=SCORES,
    longitude=SCORES,
    geonames_id=st.none() | st.integers(),
    kind=st.sampled_from(PlaceKind),
    is_dateline=st.booleans(),
    score=SCORES,
    mentions=tuples(SPANS),
    in_names_only=st.booleans(),
)
BRIEFS = st.builds(
    Brief,
    parsed=COPIES,
    summary=tuples(st.builds(SummarySentence, span=SPANS, score=SCORES)),
    quotes=tuples(QUOTES),
    places=tuples(PLACES),
    unresolved_places=tuples(SPANS),
    terms=tuples(TEXTS),
)


@example(
    brief=Brief(
        parsed=Parsed(
            article=Article(text="\ud83d\ude00\uffff\uffff0041\0"),
            language="en",
            passages=(),
            sentences=(),
        )
    )
)
@given(brief=BRIEFS)
def test_nothing_is_lost(brief: Brief) -> None:
    """Every brief comes back as it was, and its text can be stored."""
    text = dump_brief(brief)
    text.encode()
    assert "\0" not in text
    assert load_brief(text) == brief


def test_hours_stay_hours() -> None:
    """A date stays a date and a datetime a datetime."""
    for moment in (date(2031, 3, 4), datetime(2031, 3, 4, tzinfo=UTC)):
        article = Article(text="Rain.", published=moment)
        brief = Brief(parsed=Parsed(article=article, language="en", passages=(), sentences=()))
        assert type(load_brief(dump_brief(brief)).parsed.article.published) is type(moment)


def test_another_version_is_read() -> None:
    """A text without the newer fields, or with some that have gone, still gives a brief."""
    article = Article(text="Rain.")
    brief = Brief(parsed=Parsed(article=article, language="en", passages=(), sentences=()))
    value = json.loads(dump_brief(brief))
    del value["terms"], value["parsed"]["byline"], value["parsed"]["article"]["url"]
    value["mood"] = value["parsed"]["mood"] = "fair"
    assert load_brief(json.dumps(value)) == brief


def test_briefs_of_the_first_version_are_read() -> None:
    """They call the article taken apart by another name."""
    brief = Brief(
        parsed=Parsed(article=Article(text="Rain."), language="en", passages=(), sentences=())
    )
    old = dump_brief(brief).replace('{"parsed":', '{"copy":', 1)
    assert load_brief(old) == brief
