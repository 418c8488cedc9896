"""Articles filed, with their briefs."""

from dataclasses import dataclass
from datetime import datetime

from summarizer.model import Brief

LONGEST_TITLE = 100
"""Characters of an article's first sentence that stand for the headline it has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article that is to be filed, with its text's digest and what the text is like."""

    brief: Brief
    path: str
    digest: str
    fingerprint: bytes | None = None
    duplicate_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An article filed: its short number, its brief, and where it came from.

    `digest` identifies the article's text. A correction raises `version`.
    """

    id: int
    brief: Brief
    path: str
    digest: str
    filed_at: datetime
    version: int = 1
    updated_at: datetime | None = None
    change: str | None = None  # what the last correction changed, in one line
    duplicate_of: int | None = None  # the filing that this one nearly repeats

    @property
    def title(self) -> str:
        """The headline, or for an article without one the start of its story."""
        brief = self.brief
        if brief.headline:
            return brief.headline
        first = (
            brief.parsed.sentences[0].span.of(brief.text) if brief.parsed.sentences else brief.text
        )
        words = " ".join(first.split()) or self.path
        if len(words) <= LONGEST_TITLE:
            return words
        cut = words[:LONGEST_TITLE]
        return f"{cut.rpartition(' ')[0] or cut} …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What is made of a file: the brief, what the text is like, and a remark for the log."""

    brief: Brief
    fingerprint: bytes | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingLine:
    """A filing as a list shows it."""

    id: int
    title: str
    filed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What a filing's text is like, to find duplicates by; whoever makes it reads it."""

    filing_id: int
    value: bytes
