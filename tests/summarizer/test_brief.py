"""Taking an article apart."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.brief import take_apart
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
    copy = take_apart(Article(text=STORY))
    kinds = [p.kind.value for p in copy.passages]
    assert " ".join(kinds) == (
        "headline deck caption caption boilerplate boilerplate body cross-reference body"
    )
    assert copy.headline is not None
    assert copy.headline.of(STORY) == "Ferry resumes after storm, port says"
    assert copy.byline == "Ida Moss"
    assert str(copy.published) == "2021-05-03"
    assert copy.language == "en"
    assert [s.span.of(STORY) for s in copy.sentences][-2:] == [
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
    copy = take_apart(Article(text=text))
    edges = [edge for p in copy.passages for edge in (p.span.start, p.span.end)]
    assert edges == sorted(edges)
    assert all(p.span.of(text).strip() for p in copy.passages)
    assert [s.span for s in copy.sentences] == sorted(s.span for s in copy.sentences)
    for sentence in copy.sentences:
        assert copy.passages[sentence.passage].span.covers(sentence.span)
        assert copy.passages[sentence.passage].kind is not PassageKind.CAPTION
        assert sentence.span.of(text) == sentence.span.of(text).strip() != ""
