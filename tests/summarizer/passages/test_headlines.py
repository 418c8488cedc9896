"""Headlines as pages leave them, with what stands around them."""

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article

STORY = """The old ferry pier at Port Ellery will close on Monday, the harbour board said.

Engineers found cracks in eleven of the pier's forty piles last week."""

HEADS = [
    ("Pier to close", "Pier to close"),
    ("Pier to close for months\n\nPier to close for months", "Pier to close for months"),
    ("Pier to close | The Ellery Observer", "Pier to close"),
    ("Pier to close - Ellery Evening Post", "Pier to close"),
    ("Pier to close - VG247", "Pier to close"),
    ("Pier to close - board", "Pier to close - board"),
    ("Letters: Cracked piers | Undermined roads", "Letters: Cracked piers | Undermined roads"),
    ("Pier to close - Cracks\n\nCracks Pier to close", "Pier to close"),
    ("Old pier at Ellery to close\n\nEllery: Old pier to close", "Ellery: Old pier to close"),
    ("Keep Me Logged In\nPier to close", "Pier to close"),
    ("pier-north.JPG", None),
    ("Pier to close Wed. and Tues.", "Pier to close Wed. and Tues."),
    ("Pier to close\nBy Ana Bell", "Pier to close"),
    ("See the sea\nEat well\n© 2023 Observer\nPier to close", "Pier to close"),
    ("旧码头下周一起关闭四个月-新华网", "旧码头下周一起关闭四个月"),
    ("Pier " + "and pier " * 60 + "to close", None),
]


@pytest.mark.parametrize(("head", "headline"), HEADS)
def test_the_headline_is_found(head: str, headline: str | None) -> None:
    """Without the outlet's name, and whatever of the page stands before or behind it."""
    parsed = parse_article(Article(text=f"{head}\n\n{STORY}"))
    assert (parsed.headline and parsed.headline.of(parsed.article.text)) == headline
