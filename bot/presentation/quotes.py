"""The quotes of a post: which are shown, and how one reads."""

from collections.abc import Sequence
from dataclasses import replace

from bot.presentation.parts import shortened
from bot.presentation.texts import Texts
from summarizer.model import Brief, Quote, Speaker

READABLE = 450
"""How many UTF-16 units of a quote a phone shows without tiring its reader."""


def chosen_quotes(brief: Brief, limit: int) -> tuple[Quote, ...]:
    """Choose the best quotes for a post: whole, attributed, each once, not in the summary too."""
    shown = [sentence.span for sentence in brief.summary]
    told = {q.group for q in brief.quotes if any(span.overlaps(q.span) for span in shown)}
    chosen: list[Quote] = []
    groups: set[int] = set()
    words: set[str] = set()
    for quote in brief.quotes:
        if len(chosen) >= limit:
            break
        said = _folded(quote.span.of(brief.text))
        if quote.fragment or quote.speaker is None or quote.group in groups or said in words:
            continue
        if quote.group in told:
            continue
        chosen.append(quote)
        groups.add(quote.group)
        words.add(said)
    return with_short_names(tuple(chosen), brief)


def utterance(quote: Quote, brief: Brief) -> tuple[Quote, ...]:
    """Return all segments of a quote's utterance, in the article's order."""
    segments = (other for other in brief.quotes if other.group == quote.group)
    return tuple(sorted(segments, key=lambda segment: segment.span))


def quote_lines(quote: Quote, brief: Brief, texts: Texts) -> str:
    """Put an utterance between marks, and its speaker under it."""
    said = shortened(spoken(quote, brief, texts), texts.left_out, READABLE)
    return f"“{said}”" + (f"\n— {speaker_line(quote.speaker)}" if quote.speaker else "")


def spoken(quote: Quote, brief: Brief, texts: Texts) -> str:
    """Join an utterance's segments; what stood between them is shown as left out.

    An utterance that would be too long to read is given by its best segment alone.
    """
    text, said = brief.text, ""
    parts = utterance(quote, brief)
    if sum(len(part.span) for part in parts) > READABLE:
        parts = (quote,)
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None:
            between = text[before.span.end : part.span.start]
            said += f" {texts.left_out} " if any(map(str.isalnum, between)) else " "
        said += " ".join(part.span.of(text).split())
    return said


def speaker_line(speaker: Speaker) -> str:
    """Return a speaker's name and role, as a line begins."""
    line = f"{speaker.name}, {speaker.role}" if speaker.role else speaker.name
    return line[:1].upper() + line[1:]


def with_short_names(quotes: Sequence[Quote], brief: Brief) -> tuple[Quote, ...]:
    """Name a speaker in full once, then as briefly as the article itself does."""
    met: set[str] = set()
    named: list[Quote] = []
    for quote in quotes:
        speaker = quote.speaker
        if speaker and speaker.name in met:
            short = Speaker(name=_short_name(speaker.name, brief), mention=speaker.mention)
            named.append(replace(quote, speaker=short))
        else:
            named.append(quote)
        if speaker:
            met.add(speaker.name)
    return tuple(named)


def _short_name(name: str, brief: Brief) -> str:
    """Find the shortest part of a name by which the article attributes a quote to its bearer."""
    mentions = {
        " ".join(quote.speaker.mention.of(brief.text).split())
        for quote in brief.quotes
        if quote.speaker and quote.speaker.name == name
    }
    return min((m for m in mentions if m in name and m[:1].isupper()), key=len, default=name)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().strip(".,;:!? ")
