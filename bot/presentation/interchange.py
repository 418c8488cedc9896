"""The machine interface: a brief as the JSON that `dateline brief --format json` writes.

Every offset is in Unicode code points of `text`.
"""

from typing import Any

from summarizer.model import Brief, Dateline, Place, Quote, Span


def brief_json(file: str, brief: Brief) -> dict[str, Any]:
    """Return a brief in its fixed form; `file` is the file's name exactly as it was asked for."""
    text, parsed = brief.text, brief.parsed
    return {
        "file": file,
        "entry": None,  # every format that is read so far holds one article
        "language": parsed.language,
        "headline": brief.headline,
        "byline": parsed.byline,
        "published": parsed.published.isoformat() if parsed.published else None,
        "url": parsed.article.url,
        "source": parsed.article.source,
        "text": text,
        "dateline": _dateline(parsed.dateline, text) if parsed.dateline else None,
        "passages": [{"kind": p.kind.value, **_offsets(p.span)} for p in parsed.passages],
        "summary": [{**_words(s.span, text), "score": s.score} for s in brief.summary],
        "quotes": [_quote(quote, text) for quote in brief.quotes],
        "places": [_place(place, text) for place in brief.places],
        "unresolved_places": [_words(span, text) for span in brief.unresolved_places],
        "terms": list(brief.terms),
    }


def error_json(file: str, reason: str) -> dict[str, Any]:
    """Return the object that stands in place of a brief that could not be written."""
    return {"file": file, "error": reason}


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _words(span: Span, text: str) -> dict[str, Any]:
    return {"text": span.of(text), **_offsets(span)}


def _dateline(dateline: Dateline, text: str) -> dict[str, Any]:
    return {
        **_words(dateline.span, text),
        "place": dateline.place.of(text) if dateline.place else None,
        "source": dateline.source.of(text) if dateline.source else None,
    }


def _quote(quote: Quote, text: str) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        **_words(quote.span, text),
        "cue": quote.cue.of(text) if quote.cue else None,
        "score": quote.score,
        "group": quote.group,
        "fragment": quote.fragment,
        "speaker": {
            "name": speaker.name,
            "role": speaker.role,
            "mention": speaker.mention.of(text),
            **_offsets(speaker.mention),
        }
        if speaker
        else None,
    }


def _place(place: Place, text: str) -> dict[str, Any]:
    return {
        "name": place.name,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames_id": place.geonames_id,
        "kind": place.kind.value,
        "is_dateline": place.is_dateline,
        "score": place.score,
        "mentions": [_words(span, text) for span in place.mentions],
    }
