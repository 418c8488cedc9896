"""What holds of the brief of any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.brief import write_brief
from summarizer.model import Article, Brief, BriefOptions, PassageKind, Span

PIECES = (
    "The dam at Ostrava held on Monday", "its keeper said", "he said", "said Ana Ruiz", "Ana Ruiz", "Ruiz",
    "the mayor of Brno", "OSTRAVA (Example Wire) - ", "Read more: ", "Photo: ", "By Ida Moss", "U.S.", "No. 10",
    "in a statement", "But", "It will hold", "a.m.", "1,100", "— ", "(AP)", "Paris, Texas", "Q: ", "大坝守住了。",
    "„Der Damm hält“, sagte sie", "« Il tient »", "قال", '"', '"', "“", "”", "‘", "’", "'", "''", ". ", ". ", "? ",
    ", ", ", ", " ", " ", " ", "\n", "\n\n", "\n\n", "\r\n", "\0", "\u202e", "\u2028", "\N{FIRE}",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
OPTIONS = st.builds(
    BriefOptions,
    sentences=st.sampled_from((None, 1, 3, 10)),
    words=st.sampled_from((None, 5, 60)),
)


def brief_of(text: str, options: BriefOptions) -> Brief:
    """Write a brief without a gazetteer."""
    return write_brief(Article(text=text), gazetteer=None, options=options)


def spans_of(brief: Brief) -> list[Span]:
    """Return every span of a brief but those of passages, which the copy's tests look at."""
    spans = [sentence.span for sentence in brief.summary]
    for quote in brief.quotes:
        spans += [quote.span, *([quote.cue] if quote.cue else [])]
        spans += [quote.speaker.mention] if quote.speaker else []
    dateline = brief.parsed.dateline
    spans += [s for s in (dateline.span, dateline.place, dateline.source) if s] if dateline else []
    return spans


@given(TEXTS, OPTIONS)
def test_every_span_gives_words_of_the_text(text: str, options: BriefOptions) -> None:
    """It lies in the text and is not empty; no two quotes share a character."""
    brief = brief_of(text, options)
    assert all(0 <= s.start < s.end <= len(text) and s.of(text).strip() for s in spans_of(brief))
    quotes = sorted(quote.span for quote in brief.quotes)
    assert not any(a.overlaps(b) for a, b in pairwise(quotes))


@given(TEXTS, OPTIONS)
def test_a_summary_is_verbatim_distinct_and_in_order(text: str, options: BriefOptions) -> None:
    """Whole sentences of the article, none of them twice, as the article has them."""
    brief = brief_of(text, options)
    chosen = [sentence.span for sentence in brief.summary]
    kinds = {s.span: brief.parsed.passages[s.passage].kind for s in brief.parsed.sentences}
    assert all(span in kinds for span in chosen)
    assert chosen == sorted(chosen)
    said = [" ".join(span.of(text).split()).casefold() for span in chosen]
    assert len(set(said)) == len(said)
    assert options.sentences is None or len(chosen) <= options.sentences
    assert not any(kinds[span] is PassageKind.CAPTION for span in chosen)


@given(TEXTS)
def test_a_brief_is_the_same_every_time(text: str) -> None:
    """Nothing depends on what was written before, or on the order of a set."""
    assert brief_of(text, BriefOptions()) == brief_of(text, BriefOptions())


@given(TEXTS)
def test_quotes_stand_best_first_and_segments_share_their_speaker(text: str) -> None:
    """Scores fall; one utterance has one speaker."""
    quotes = brief_of(text, BriefOptions()).quotes
    scores = [quote.score for quote in quotes]
    assert scores == sorted(scores, reverse=True)
    names = {(q.group, q.speaker.name if q.speaker else None) for q in quotes}
    assert len(names) == len({group for group, _ in names})
