"""What the passages of whole articles are."""

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article, PassageKind
from tests.articles import Sample, samples

LEDE = "The dam above the town held on Monday, although the river rose all night, its keeper said."
MORE = "The road to Brno was opened again at noon, and nobody was hurt in the town."
DATED = f"OSTRAVA (Example Wire) - {LEDE}"

CASES = [
    (["Dam at Ostrava holds", LEDE, MORE], "headline body body"),
    (["FLOODS", "Dam at Ostrava holds", DATED, MORE], "boilerplate headline body body"),
    (["Dam at Ostrava holds", '"It will hold."', DATED, MORE], "headline deck body body"),
    (["Dam at Ostrava holds", "Keeper slept on the wall", LEDE, MORE], "headline deck body body"),
    (["Dam at Ostrava holds", "By Ida Moss", LEDE, MORE], "headline boilerplate body body"),
    (
        [
            "Dam at Ostrava holds",
            "The dam, seen from the road to Brno",
            "The dam, seen from the road to Brno",
            DATED,
            MORE,
        ],
        "headline caption caption body body",
    ),
    (
        ["Dam at Ostrava holds", LEDE, MORE, "Related stories", "Ferry sails again", "Storm ends"],
        "headline body body cross-reference cross-reference cross-reference",
    ),
    (
        ["Dam at Ostrava holds", LEDE, "Read more: Ferry sails again", MORE],
        "headline body cross-reference body",
    ),
    ([LEDE, MORE], "body body"),
    ([DATED], "body"),
    ([LEDE, MORE, LEDE], "body body body"),
]


@pytest.mark.parametrize(("paragraphs", "kinds"), CASES)
def test_passages_are_named(paragraphs: list[str], kinds: str) -> None:
    """Headline, deck and body are told from what a page puts around them."""
    parsed = parse_article(Article(text="\n\n".join(paragraphs)))
    assert " ".join(passage.kind.value for passage in parsed.passages) == kinds


def test_a_stated_headline_is_found_or_left_alone() -> None:
    """Front matter says which line it is; where no line is like it, none is taken for it."""
    text = f"Something else\n\nDam holds\n\n{LEDE}\n\n{MORE}"
    parsed = parse_article(Article(text=text, headline="Dam  Holds"))
    assert parsed.headline is not None
    assert parsed.headline.of(text) == "Dam holds"
    assert parse_article(Article(text=text, headline="Not there")).headline is None


# What general rules do not tell: a name alone under the headline, an unmarked note or signature.
MISSED = {
    "2026-03-10-water-rates-council.txt": {"Reporter Lacey Dunbar covers"},
    "cork-inquest-ambulance.txt": {"Áine Ní Riain"},
    "springfield-school-boundary.txt": {"Staff writer"},
    "dwarf-star-second-life.md": {"Correction: an earlier version"},
}


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.file)
def test_what_stands_beside_the_samples_is_told(sample: Sample) -> None:
    """No caption, link or notice of a sample article is read as story, nor story as one of them."""
    beside = {PassageKind.CAPTION, PassageKind.CROSS_REFERENCE, PassageKind.BOILERPLATE}
    missed = set()
    for passage in parse_article(sample.article).passages:
        words = passage.span.of(sample.text)
        if sample.in_story(passage.span):
            assert passage.kind not in beside, words
        elif passage.kind not in beside:
            missed.add(words)
    known = MISSED.get(sample.file, set())
    assert len(missed) == len(known)
    assert all(any(words.startswith(begin) for begin in known) for words in missed)
