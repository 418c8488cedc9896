"""The values that language work takes and gives.

Every text taken from an article is a `Span` of it: `span.of(article.text)` is that text,
always. Offsets are Unicode code points.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, from `start` up to but not including `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that the span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article as its reader found it.

    `text` is all of it, headline included. The other fields are what the file states beside
    its text (front matter, metadata); None where it states nothing.
    """

    text: str
    headline: str | None = None
    byline: str | None = None
    published: datetime | date | None = None  # a datetime is always aware
    url: str | None = None
    source: str | None = None  # the outlet that it is from
    language: str | None = None  # ISO 639-1


class PassageKind(StrEnum):
    """What a passage of an article is for."""

    HEADLINE = "headline"
    DECK = "deck"
    BODY = "body"
    CAPTION = "caption"
    CROSS_REFERENCE = "cross-reference"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of an article, and its kind."""

    kind: PassageKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a passage; `passage` is the passage's index in the copy."""

    span: Span
    passage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where, by whom and when an article says it was written: "ERBIL (Kurdistan 24) –".

    The span covers all of it, up to the first letter of the lede. `place` and `source` are as
    written, apart from the white space around them.
    """

    span: Span
    place: Span | None = None
    source: Span | None = None
    written: datetime | date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """An article taken apart: what every later step looks at.

    `sentences` covers the headline, deck and body passages, in order; a sentence of the
    body never includes the dateline.
    """

    article: Article
    language: str  # ISO 639-1; "en" where none could be told
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    headline: Span | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    published: datetime | date | None = None

    @property
    def text(self) -> str:
        """The article's text, which every span refers to."""
        return self.article.text


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """A sentence chosen for the summary; a higher score is a better sentence."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says a quote.

    `mention` is the words at the quote ("he", "Brennan"); `name` the fullest name that the
    article gives, with title and suffix, or the mention's words for an unnamed speaker;
    `role` what the article says that person is, at most 80 characters.
    """

    name: str
    mention: Span
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One marked segment of direct speech, without its marks.

    Segments of one utterance, split by its cue or over paragraphs, share `group`. `fragment`
    is true for a few quoted words inside a sentence of the writer's.
    """

    span: Span
    group: int
    score: float
    fragment: bool = False
    cue: Span | None = None
    speaker: Speaker | None = None


class PlaceKind(StrEnum):
    """What sort of place a gazetteer entry is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the article, resolved to one entry of the gazetteer.

    `label` is how a reader is told of it ("Hasakah, Syria"); `country` an ISO 3166 alpha-2
    code; latitude and longitude are WGS 84 degrees. A country that is spoken of through its people
    alone ("Iraqi") has no mentions. `in_names_only` is true where every mention, captions aside,
    stands inside the name of an organisation, or says whose something is ("US-led"); `doubtful`
    where a little-known place is named but once, and nothing else tells of its country.
    """

    name: str
    label: str
    country: str | None
    latitude: float
    longitude: float
    geonames_id: int | None
    kind: PlaceKind
    is_dateline: bool
    score: float
    mentions: tuple[Span, ...]
    in_names_only: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What Dateline makes of an article.

    `summary` stands in the article's order; `quotes` and `places` stand best first;
    `unresolved_places` are mentions of places that the gazetteer does not hold.
    """

    parsed: Parsed
    summary: tuple[SummarySentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    unresolved_places: tuple[Span, ...] = ()
    terms: tuple[str, ...] = ()  # key terms, as hashtags without their sign

    @property
    def text(self) -> str:
        """The article's text, which every span refers to."""
        return self.parsed.article.text

    @property
    def headline(self) -> str | None:
        """The headline's words, in the text or stated beside it; None where there is none."""
        span = self.parsed.headline
        return span.of(self.text) if span else self.parsed.article.headline


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefOptions:
    """How briefs are to be: `sentences` None scales with the article, `words` caps the summary."""

    sentences: int | None = 3
    words: int | None = None
    algorithm: str = "dateline"
