"""What lines are by the lines around them."""

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article, PassageKind

STORY = [
    "The old ferry pier at Port Ellery will close on Monday for repairs, the harbour board said.",
    "Engineers found cracks in eleven piles last week and warned of lorries on the deck.",
    "Ships for the outer islands sail from the fish quay until then, and fares stay the same.",
    "Fishermen, who land their catch there, were told of the works by letter in the spring.",
]

BESIDE = [
    ["TOM SPIER VOTED OFF THE DANCE SHOW", "The board met."],
    ["Pos. Driver Points Wins", "1 Kai Bosch 5040 5 1", "2 Marti Trux 5035 7 0"],
    ["About Ellery Piers", "Ellery Piers builds piers. It is the oldest firm of its kind."],
    ["Sport", "Weather", "Ferry fares to rise", "Five piers to see"],
    ["Related Videos Related articles", "Ferry fares to rise"],
]


@pytest.mark.parametrize("lines", BESIDE)
def test_what_is_no_story_is_told_by_its_neighbours(lines: list[str]) -> None:
    """Headlines in capitals, tables, what a release says of its sender, menus, and lists of links."""
    text = "\n\n".join(["Pier to close", *STORY, *lines])
    parsed = parse_article(Article(text=text))
    body = [p.span.of(text) for p in parsed.passages if p.kind is PassageKind.BODY]
    assert body == [*STORY, *(line for line in lines if line == "The board met.")]


def test_an_article_in_capitals_is_a_story() -> None:
    """Old wires write so."""
    lines = [line.upper().rstrip(".") for line in STORY]
    parsed = parse_article(Article(text="\n\n".join(["PIER TO CLOSE", *lines])))
    assert [p.kind for p in parsed.passages].count(PassageKind.BODY) >= 3
