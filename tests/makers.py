"""Small values for tests, made of a text by naming words that stand in it."""

from datetime import UTC, date, datetime

from bot.model import Filing
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
    Span,
    Speaker,
    SummarySentence,
)

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)

STORY = """Dam at Ostrava holds

OSTRAVA (Example Wire) - The dam above the town held on Monday, its keeper said.

"It will hold," said Ana Ruiz, keeper of the dam. "We watched it all night long."

Nobody was hurt, and the road to Brno is open again.
"""


def span(text: str, words: str, nth: int = 0) -> Span:
    """Find the words in a text, the first time or the nth after it."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def a_quote(
    text: str, words: str, *, group: int = 0, speaker: Speaker | None = None, fragment: bool = False
) -> Quote:
    """Make a quote of words in a text."""
    return Quote(span=span(text, words), group=group, score=1.0, speaker=speaker, fragment=fragment)


def a_place(text: str, name: str, label: str, *, in_names_only: bool = False) -> Place:
    """Make a place of a name in a text."""
    return Place(
        name=name,
        label=label,
        country="CZ",
        latitude=49.83,
        longitude=18.28,
        geonames_id=3068799,
        kind=PlaceKind.CITY,
        is_dateline=False,
        score=1.0,
        mentions=(span(text, name),),
        in_names_only=in_names_only,
    )


def a_brief(
    text: str = STORY,
    *,
    summary: tuple[str, ...] = ("The dam above the town held on Monday, its keeper said.",),
    quotes: tuple[Quote, ...] = (),
    places: tuple[Place, ...] = (),
    dateline: Dateline | None = None,
    published: date | None = None,
) -> Brief:
    """Make a brief of a text whose first line is its headline."""
    headline = span(text, text.split("\n", 1)[0]) if text.strip() else None
    parsed = Parsed(
        article=Article(text=text),
        language="en",
        passages=(Passage(kind=PassageKind.BODY, span=Span(0, len(text))),),
        sentences=(),
        headline=headline,
        dateline=dateline,
        published=published,
    )
    chosen = tuple(SummarySentence(span=span(text, words), score=1.0) for words in summary)
    return Brief(parsed=parsed, summary=chosen, quotes=quotes, places=places)


def a_filing(brief: Brief | None = None, *, number: int = 1, path: str = "/in/dam.txt") -> Filing:
    """Make a filing."""
    return Filing(
        id=number, brief=brief or a_brief(), path=path, digest=f"{number:064x}", filed_at=NOON
    )


def in_paragraphs(text: str) -> Brief:
    """Make a brief of a text whose first paragraph is its headline and the others its body."""
    passages: list[Passage] = []
    start = 0
    for paragraph in text.split("\n\n"):
        kind = PassageKind.BODY if passages else PassageKind.HEADLINE
        passages.append(Passage(kind=kind, span=Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    parsed = Parsed(
        article=Article(text=text),
        language="en",
        passages=tuple(passages),
        sentences=(),
        headline=passages[0].span,
    )
    return Brief(parsed=parsed)
