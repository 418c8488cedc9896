"""From an annotation's words to spans of its article."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bot.adapters.readers import SUFFIXES, read_article
from summarizer.model import Dateline, Passage, PassageKind, Span
from tests.articles.model import MarkedPlace, MarkedQuote, Sample

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
LEFT_OUT = " [...] "

_OPENING = "\"'“‘«„”’`"
_CLOSING = "\"'”’»“‘\n"
_SPACES = " \u00a0\u202f"  # French puts one between the marks and the words
_LINES = {
    "captions": PassageKind.CAPTION,
    "cross_references": PassageKind.CROSS_REFERENCE,
    "boilerplate": PassageKind.BOILERPLATE,
}
_KEYS = {
    "": {"headline", "deck", "dateline", "quotes", "places", "not_places", "summary", "language"},
    "dateline": {"text", "place", "source", "written"},
    "quotes": {"said", "speaker", "fragment", "best"},
    "places": {"name", "country", "at", "as", "first"},
}


class AnnotationFault(ValueError):
    """An annotation does not fit its article; mend the annotation."""


@cache
def samples() -> tuple[Sample, ...]:
    """Read every sample article with its annotation, seeds first, each by name."""
    files = [file for folder in (SEEDS, HERE) for file in sorted(folder.iterdir())]
    return tuple(
        read_sample(file, HERE / f"{file.stem}.toml") for file in files if file.suffix in SUFFIXES
    )


def read_sample(file: Path, written: Path) -> Sample:
    """Read an article with its annotation; raise AnnotationFault where they do not fit."""
    article = read_article(file.name, file.read_bytes())
    try:
        marked = tomllib.loads(written.read_text("utf-8"))
        _check_keys(marked)
        passages = tuple(_passages(marked, article.text))
        return Sample(
            file=file.name,
            article=article,
            language=marked.get("language", "en"),
            passages=passages,
            dateline=_dateline(marked.get("dateline"), article.text),
            quotes=tuple(_quotes(marked.get("quotes", ()), article.text)),
            places=tuple(_places(marked, article.text, passages)),
            reference=" ".join(marked["summary"].split()),
        )
    except (AnnotationFault, KeyError, OSError, tomllib.TOMLDecodeError) as error:
        raise AnnotationFault(f"{written.name}: {error}") from error


def _check_keys(marked: dict[str, Any]) -> None:
    for name, table in marked.items():
        if name not in _KEYS[""] | set(_LINES):
            raise AnnotationFault(f"{name} is no key")
        for entry in table if name in ("quotes", "places") else [table]:
            if name in _KEYS and (wrong := set(entry) - _KEYS[name]):
                raise AnnotationFault(f"{', '.join(wrong)} is no key of {name}")


def _passages(marked: dict[str, Any], text: str) -> Iterator[Passage]:
    found = [
        Passage(kind=kind, span=_found(text, marked[kind.value]))
        for kind in (PassageKind.HEADLINE, PassageKind.DECK)
        if kind.value in marked
    ]
    for key, kind in _LINES.items():
        for words in marked.get(key, ()):
            lines = [m.span() for m in re.finditer(rf"^{re.escape(words)}.*", text, re.MULTILINE)]
            if not lines:
                raise AnnotationFault(f"no line begins with {words!r}")
            found += [Passage(kind=kind, span=Span(*line)) for line in lines]
    yield from sorted(found, key=lambda passage: passage.span)


def _dateline(marked: dict[str, Any] | None, text: str) -> Dateline | None:
    if marked is None:
        return None
    whole = _found(text, marked["text"])
    return Dateline(
        span=whole,
        place=_found(text, marked["place"], whole.start) if "place" in marked else None,
        source=_found(text, marked["source"], whole.start) if "source" in marked else None,
        written=marked.get("written"),
    )


def _quotes(marked: Iterable[dict[str, Any]], text: str) -> Iterator[MarkedQuote]:
    """Find the segments one after the other, each between marks."""
    at = 0
    for utterance in marked:
        segments = []
        for words in utterance["said"]:
            segment = _said(text, words, at)
            segments.append(segment)
            at = segment.end
        yield MarkedQuote(
            segments=tuple(segments),
            speaker=utterance.get("speaker"),
            fragment=utterance.get("fragment", False),
            best=utterance.get("best", False),
        )


def _said(text: str, words: str, at: int) -> Span:
    span = _found(text, words, at)
    while text[: span.start].rstrip(_SPACES)[-1:] not in _OPENING:
        span = _found(text, words, span.start + 1)
    if text[span.end :].lstrip(_SPACES)[:1] not in _CLOSING:  # the text's end is in it too
        raise AnnotationFault(f"no mark closes {words!r}")
    return span


def _places(
    marked: dict[str, Any], text: str, passages: tuple[Passage, ...]
) -> Iterator[MarkedPlace]:
    places = marked.get("places", ())
    forms = [form for place in places for form in place.get("as", [place["name"]])]
    taken = [p.span for p in passages if p.kind in _LINES.values()]
    for words in marked.get("not_places", ()):
        _found(text, words)
        taken += _occurrences(text, words)
    mentions: dict[str, list[Span]] = {}
    for form in sorted(forms, key=len, reverse=True):
        free = [s for s in _occurrences(text, form) if not any(t.overlaps(s) for t in taken)]
        if not free:
            raise AnnotationFault(f"the story does not mention {form!r}")
        mentions[form] = free
        taken += free
    for place in places:
        spans = (span for form in place.get("as", [place["name"]]) for span in mentions[form])
        latitude, longitude = place["at"]
        yield MarkedPlace(
            name=place["name"],
            country=place.get("country"),
            latitude=latitude,
            longitude=longitude,
            mentions=tuple(sorted(spans)),
            first=place.get("first", False),
        )


def _occurrences(text: str, words: str) -> list[Span]:
    return [Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


def _found(text: str, words: str, at: int = 0) -> Span:
    """Find words in a text from a place on; between " [...] " anything may stand."""
    first, *rest = words.split(LEFT_OUT)
    start = text.find(first, at)
    end = start + len(first)
    for part in rest:
        end = text.find(part, end) + len(part) if text.find(part, end) >= 0 else -1
    if start < 0 or end < 0:
        raise AnnotationFault(f"{words!r} does not stand in the article")
    return Span(start, end)
