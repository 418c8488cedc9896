"""The toponym: words of an article that may name a place."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.model import Span
from summarizer.places.gazetteer.gazetteer import Entry


@dataclass(slots=True, kw_only=True, eq=False)
class Toponym:
    """Words `first` to `last` (not included) of a paragraph, and the places they may name.

    `run` is the bounds of the capitalised words around them, joined without a sign. What is
    set later: the `container` named after a comma ("Paris, Texas"), the `evidence` and its
    weight, the `entry` that is meant.
    """

    paragraph: int
    first: int
    last: int
    run: tuple[int, int]
    candidates: tuple[Entry, ...]
    key: str
    span: Span
    form: str | None = None  # the name that its words are a case of
    dateline: bool = False
    container: Entry | None = None
    contains: bool = False  # it is the container of the toponym before it
    said: str | None = None  # "division" or "city", where a word beside it says so
    evidence: Sequence[str] = ()
    weight: float = 0.0
    company: dict[str, float] = field(default_factory=dict)
    entry: Entry | None = None

    @property
    def abbreviated(self) -> bool:
        """Return whether it is an abbreviation or a region's code."""
        return self.key.startswith(("=", ","))

    @property
    def single(self) -> bool:
        """Return whether it is one word."""
        return self.last == self.first + 1

    @property
    def in_name(self) -> bool:
        """Return whether it stands inside the name of an organisation or a site."""
        return not IN_NAMES.isdisjoint(self.evidence)


IN_NAMES = frozenset(
    {"> body", "> local", "> street", "> site", "> site later", "> capital", "> capitals",
     "> plural", "> number", "< body", "< acronym", "< heading", "< capital", "< Name of"}
)  # fmt: skip
"""Evidence that the words are part of a longer name."""
