"""Taking an article apart."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.brief import parse_article
from summarizer.model import Article, PassageKind

STORY = """Ferry resumes after storm, port says

"Nobody was in danger at any time."

A ferry leaves the harbour of Kettle Bay on Monday. (Photo: Ida Moss/Coast News)
A ferry leaves the harbour of Kettle Bay on Monday. (Photo: Ida Moss/Coast News)

By Ida Moss

Published 3 May 2021

The ferry to Kettle Bay sailed again on Tuesday after three days of storm, the port said.

Read more: Storm closes schools on the coast

"Nobody was in danger at any time," said harbour master Tom Reyes. "The boats stayed in." He thanked the crews.
"""


def test_an_article_is_taken_apart() -> None:
    """Headline, captions, links and credits stand beside the body, which alone is split."""
    parsed = parse_article(Article(text=STORY))
    kinds = [p.kind.value for p in parsed.passages]
    assert " ".join(kinds) == (
        "headline deck caption caption boilerplate boilerplate body cross-reference body"
    )
    assert parsed.headline is not None
    assert parsed.headline.of(STORY) == "Ferry resumes after storm, port says"
    assert parsed.byline == "Ida Moss"
    assert str(parsed.published) == "2021-05-03"
    assert parsed.language == "en"
    assert [s.span.of(STORY) for s in parsed.sentences][-2:] == [
        '"The boats stayed in."',
        "He thanked the crews.",
    ]


@given(
    st.text(
        alphabet=st.sampled_from("aB .\n\r\"'“”()!?-\u00a0Read more:By9é\0\ud800"), max_size=400
    )
)
def test_any_text_is_taken_apart_exactly(text: str) -> None:
    """Passages and sentences stand in order, inside the text, and each sentence in its passage."""
    parsed = parse_article(Article(text=text))
    edges = [edge for p in parsed.passages for edge in (p.span.start, p.span.end)]
    assert edges == sorted(edges)
    assert all(p.span.of(text).strip() for p in parsed.passages)
    assert [s.span for s in parsed.sentences] == sorted(s.span for s in parsed.sentences)
    for sentence in parsed.sentences:
        assert parsed.passages[sentence.passage].span.covers(sentence.span)
        assert parsed.passages[sentence.passage].kind is not PassageKind.CAPTION
        assert sentence.span.of(text) == sentence.span.of(text).strip() != ""
