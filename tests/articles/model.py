"""What a careful reader marked in a sample article; every span is of `sample.text`."""

from dataclasses import dataclass

from summarizer.model import Article, Dateline, Passage, PassageKind, Span

_BESIDE = frozenset(
    {PassageKind.CAPTION, PassageKind.CROSS_REFERENCE, PassageKind.BOILERPLATE},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedQuote:
    """An utterance: its segments without their marks, in order, and who speaks.

    `speaker` is the fullest name of the article, the noun for an unnamed speaker, or None where
    the article does not say; compare it by `same_speaker`.
    """

    segments: tuple[Span, ...]
    speaker: str | None = None
    fragment: bool = False
    best: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPlace:
    """A place of the story; `country` is ISO 3166 alpha-2, None for what lies in several or none.

    The coordinates are good to about 30 km for a town, and name the middle of anything larger.
    """

    name: str
    country: str | None
    latitude: float
    longitude: float
    mentions: tuple[Span, ...]
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """An article and what was marked in it.

    `passages` holds the headline, the deck, and what is not the story; all else is body. The
    dateline's span ends with its dash or colon.
    """

    file: str
    article: Article
    language: str
    passages: tuple[Passage, ...]
    dateline: Dateline | None
    quotes: tuple[MarkedQuote, ...]
    places: tuple[MarkedPlace, ...]
    reference: str

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def best(self) -> tuple[MarkedQuote, ...]:
        """The two quotes that an editor would print; none where the article has under three."""
        return tuple(quote for quote in self.quotes if quote.best)

    @property
    def first_place(self) -> MarkedPlace | None:
        """The place that the story is about."""
        return next((place for place in self.places if place.first), None)

    def in_story(self, span: Span) -> bool:
        """Return whether a span lies in the headline, the deck or the body."""
        return not any(p.span.overlaps(span) for p in self.passages if p.kind in _BESIDE)
