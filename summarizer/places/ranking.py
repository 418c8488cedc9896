"""In what order an article's places stand: the one it is about first."""

import math
from collections import defaultdict
from collections.abc import Sequence

from summarizer.model import Copy, PassageKind, Place, Span
from summarizer.places.gazetteer import Entry, Gazetteer
from summarizer.places.labels import name_of, with_country
from summarizer.places.layout import Kind
from summarizer.places.peoples import ENOUGH, People, count_peoples
from summarizer.places.tokens import Paragraph
from summarizer.places.toponym import Toponym

_CAPTION, _HEAD = PassageKind.CAPTION, PassageKind.HEADLINE
_HEADLINE = 2.0
_DATELINE = 1.0
_LEDE = 1.0
_CONTAINING = 0.4  # of a mention: "Texas" in "Paris, Texas" says where Paris is
_PEOPLE = 0.5  # of a mention: "Iraqi"
_WIDE = (Kind.CONTINENT, Kind.AREA)
_VAGUE = 0.7  # of a score: that of a part of the world says little
_NAMED = 0.5  # of a mention inside the name of an organisation


def rank(
    copy: Copy,
    paragraphs: Sequence[Paragraph],
    toponyms: Sequence[Toponym],
    peoples: Sequence[People],
    gazetteer: Gazetteer,
) -> tuple[Place, ...]:
    """Give the places that the toponyms mean, best first.

    A country is one by its people alone where none of its own places is.
    """
    by_entry: defaultdict[int, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        if toponym.entry is not None:
            by_entry[toponym.entry.index].append(toponym)
    lede = _lede(copy)
    counts = count_peoples(peoples, gazetteer)
    spoken = {entry.index: _PEOPLE * count for entry, count in counts.items()}
    places = []
    for mentions in by_entry.values():
        entry = mentions[0].entry
        told = any(paragraphs[toponym.paragraph].kind is not _CAPTION for toponym in mentions)
        if entry is not None and told:
            score = _score(mentions, paragraphs, lede) + spoken.get(entry.index, 0.0)
            if entry.kind in _WIDE:
                score *= _VAGUE
            places.append(_place(copy, entry, mentions, round(score, 3), gazetteer))
    named = {place.country for place in places}
    for entry, count in counts.items():
        if count >= ENOUGH and entry.country not in named:
            places.append(_place(copy, entry, (), _PEOPLE * count, gazetteer))
    return tuple(sorted(places, key=lambda place: (-place.score, place.mentions[:1])))


def _lede(copy: Copy) -> Span | None:
    """Give the first sentence of the story itself."""
    for sentence in copy.sentences:
        if copy.passages[sentence.passage].kind is PassageKind.BODY:
            return sentence.span
    return None


def _score(
    mentions: Sequence[Toponym], paragraphs: Sequence[Paragraph], lede: Span | None
) -> float:
    score = 0.0
    headed = led = False
    for toponym in mentions:
        kind, inside = paragraphs[toponym.paragraph].kind, toponym.in_name
        share = _CONTAINING if toponym.contains else _NAMED if inside else 1.0
        if kind is not _CAPTION:
            score += _DATELINE * share if toponym.dateline else share
        headed = headed or (kind is _HEAD and not inside)
        if lede is not None and not (inside or toponym.contains):
            led = led or lede.covers(toponym.span)
    score += headed * _HEADLINE
    score += led * _LEDE
    spread = len({toponym.paragraph for toponym in mentions})
    return round(score + 0.3 * math.log(spread), 3)


def _place(
    copy: Copy, entry: Entry, mentions: Sequence[Toponym], score: float, gazetteer: Gazetteer
) -> Place:
    name = name_of(copy, entry, mentions, gazetteer)
    return Place(
        name=name,
        label=with_country(name, entry, gazetteer, copy.language),
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        kind=entry.kind.place_kind,
        is_dateline=any(toponym.dateline and not toponym.contains for toponym in mentions),
        score=score,
        mentions=tuple(toponym.span for toponym in mentions),
        in_names_only=bool(mentions) and all(toponym.in_name for toponym in mentions),
    )
