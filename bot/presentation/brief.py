"""The post of a brief: headline, dateline, summary, quotes, places, number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.model import Filing, FilingLine, Post
from bot.presentation.origin import origin
from bot.presentation.parts import Block, lay_out, one_line, shortened
from bot.presentation.places import shown_places
from bot.presentation.quotes import chosen_quotes, quote_lines
from bot.presentation.texts import ENGLISH, Texts
from summarizer.model import Brief

MOST_COPIES = 5
"""How many duplicates of an article its post names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOptions:
    """How a post is to be for one chat.

    `mention` is the bot's username where commands must carry it (groups), else None; `duplicates`
    the filings that nearly repeat this one.
    """

    quotes: int = 3
    places: int = 3
    mention: str | None = None
    timezone: str = "UTC"
    texts: Texts = ENGLISH
    duplicates: Sequence[FilingLine] = ()


def brief_post(filing: Filing, options: PostOptions) -> Post:
    """Make the post of a filing."""
    return lay_out(_blocks(filing, options))


def notice_post(filing: Filing, options: PostOptions) -> Post | None:
    """Make the short reply that stands in for an edit; None where there is nothing to tell."""
    if filing.updated_at is None:
        return None
    told = _update(filing, filing.updated_at, options)
    number = options.texts.number.format(id=filing.id)
    summary = command("summary", filing.id, options.mention)
    return lay_out([Block(pieces=(told,), tag="i"), Block(pieces=(f"{number} · {summary}",))])


def command(name: str, filing_id: int, mention: str | None) -> str:
    """Return a command that can be tapped, with the bot's name where a group needs it."""
    return f"/{name}_{filing_id}" + (f"@{mention}" if mention else "")


def _blocks(filing: Filing, options: PostOptions) -> Iterator[Block]:
    brief, texts = filing.brief, options.texts
    if brief.headline or not brief.summary:  # else the summary's own first words are the title
        yield Block(pieces=(shortened(one_line(filing.title), texts.left_out, 300),), tag="b")
    if told := origin(brief):
        yield Block(pieces=(told,), tag="i", close=True)
    if filing.updated_at:
        yield Block(pieces=(_update(filing, filing.updated_at, options),), tag="i", close=True)
    yield Block(pieces=tuple(_sentences(brief, texts)))
    for quote in chosen_quotes(brief, options.quotes):
        yield Block(pieces=(quote_lines(quote, brief, texts),), tag="blockquote")
    if places := shown_places(brief, options.places):
        yield Block(pieces=(" · ".join(place.label for place in places),))
    if brief.terms:
        yield Block(pieces=(" ".join(f"#{term}" for term in brief.terms),), close=bool(places))
    if options.duplicates:
        yield Block(pieces=(_copies(options),))
    if filing.id:  # a brief that is not filed has no number to ask for
        yield Block(pieces=(_footer(filing, options),))


def _update(filing: Filing, at: datetime, options: PostOptions) -> str:
    zone = ZoneInfo(options.timezone)
    hour = f"{at.astimezone(zone):%H:%M}" + (" UTC" if options.timezone == "UTC" else "")
    said = options.texts.updated.format(time=hour)
    return f"{said}: {filing.change}" if filing.change else said


def _sentences(brief: Brief, texts: Texts) -> Iterator[str]:
    for sentence in brief.summary:
        yield shortened(one_line(sentence.span.of(brief.text)), texts.left_out)


def _copies(options: PostOptions) -> str:
    named = (
        f"{shortened(one_line(line.title), options.texts.left_out, 80)} "
        f"({command('summary', line.id, options.mention)})"
        for line in options.duplicates[:MOST_COPIES]
    )
    return options.texts.also.format(duplicates=" · ".join(named))


def _footer(filing: Filing, options: PostOptions) -> str:
    brief = filing.brief
    parts = [options.texts.number.format(id=filing.id)]
    if brief.quotes:
        parts.append(command("quotes", filing.id, options.mention))
    if brief.places:
        parts.append(command("places", filing.id, options.mention))
    return " · ".join(parts)
