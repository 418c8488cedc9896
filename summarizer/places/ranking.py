"""In what order an article's places stand: the one it is about first."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from summarizer.model import Parsed, PassageKind, Place, Span
from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.layout import EntryKind
from summarizer.places.labels import name_of, with_country
from summarizer.places.toponyms.peoples import ENOUGH, People, count_peoples
from summarizer.places.toponyms.tokens import Joint, Paragraph
from summarizer.places.toponyms.toponym import Toponym

_CAPTION, _HEAD = PassageKind.CAPTION, PassageKind.HEADLINE
_HEADLINE = 2.0
_DATELINE = 1.0
_LEDE = 1.0
_CONTAINING = 0.4  # of a mention: "Texas" in "Paris, Texas" says where Paris is
_PEOPLE = 0.5  # of a mention: "Iraqi"
_KNOWN = (EntryKind.COUNTRY, EntryKind.CONTINENT, EntryKind.AREA)
_LARGE = 500_000  # people of a place that is well known
_WIDE = (EntryKind.CONTINENT, EntryKind.AREA)
_VAGUE = 0.7  # of a score: that of a part of the world says little
_NAMED = 0.5  # of a mention inside the name of an organisation, or in "US-led"


def rank(
    parsed: Parsed,
    paragraphs: Sequence[Paragraph],
    toponyms: Sequence[Toponym],
    peoples: Sequence[People],
    gazetteer: Gazetteer,
    *,
    words: Words,
) -> tuple[Place, ...]:
    """Return the places that the toponyms mean, best first.

    A country is one by its people alone where none of its own places is. A little-known place that
    is but once a part of another name, and alone in its country, is none.
    """
    by_entry: defaultdict[int, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        if toponym.entry is not None:
            by_entry[toponym.entry.index].append(toponym)
    lede = _lede(parsed)
    counts = count_peoples(peoples, gazetteer)
    spoken = {entry.index: _PEOPLE * count for entry, count in counts.items()}
    places = []
    told_of = _countries(by_entry.values(), peoples)
    for mentions in by_entry.values():
        entry = mentions[0].entry
        told = [one for one in mentions if paragraphs[one.paragraph].kind is not _CAPTION]
        if entry is not None and told:
            score = _score(mentions, paragraphs, lede, words) + spoken.get(entry.index, 0.0)
            if entry.kind in _WIDE:
                score *= _VAGUE
            aside = all(_by_the_way(toponym, paragraphs, words) for toponym in told)
            doubtful = len(told) == 1 and _is_doubtful(told[0], entry, told_of)
            if aside and doubtful and not told_of[entry.country] - {entry.index}:
                continue
            place = _place(parsed, entry, mentions, round(score, 3), gazetteer, aside=aside)
            places.append(replace(place, doubtful=doubtful))
    named = {place.country for place in places}
    for entry, count in counts.items():
        if count >= ENOUGH and entry.country not in named:
            places.append(_place(parsed, entry, (), _PEOPLE * count, gazetteer, aside=False))
    return tuple(sorted(places, key=_order))


def _order(place: Place) -> tuple[bool, float, tuple[Span, ...]]:
    """Return what sorts places: the sure ones first, by their scores."""
    return place.in_names_only or place.doubtful, -place.score, place.mentions[:1]


def _countries(
    mentions: Iterable[Sequence[Toponym]], peoples: Sequence[People]
) -> Mapping[str | None, set[int]]:
    """Return by which entries each country is told of."""
    found: defaultdict[str | None, set[int]] = defaultdict(set)
    for entry in [named[0].entry for named in mentions] + [people.entry for people in peoples]:
        if entry is not None:
            found[entry.country].add(entry.index)
    return found


def _is_doubtful(toponym: Toponym, entry: Entry, told_of: Mapping[str | None, set[int]]) -> bool:
    """Return whether a place that is named once had better not be shown.

    It is where it is little known, and its name a part of another or alone in its country.
    """
    if entry.prominent or entry.kind in _KNOWN or entry.population > _LARGE:
        return False
    if toponym.dateline or toponym.container is not None:
        return False
    longer = toponym.run != (toponym.first, toponym.last) and toponym.in_name
    return longer or not told_of[entry.country] - {entry.index}


def _lede(parsed: Parsed) -> Span | None:
    """Return the first sentence of the story itself."""
    for sentence in parsed.sentences:
        if parsed.passages[sentence.passage].kind is PassageKind.BODY:
            return sentence.span
    return None


def _score(
    mentions: Sequence[Toponym], paragraphs: Sequence[Paragraph], lede: Span | None, words: Words
) -> float:
    score = 0.0
    headed = led = False
    for toponym in mentions:
        kind = paragraphs[toponym.paragraph].kind
        inside = _by_the_way(toponym, paragraphs, words)
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


def _by_the_way(toponym: Toponym, paragraphs: Sequence[Paragraph], words: Words) -> bool:
    """Return whether a name says whose something is, not where: "US-led", "Boston University"."""
    tokens = paragraphs[toponym.paragraph].tokens
    after = tokens[toponym.last] if toponym.last < len(tokens) else None
    tied = after is not None and after.joint == Joint.HYPHEN and after.lower in words.tied_names
    return tied or toponym.in_name


def _place(
    parsed: Parsed,
    entry: Entry,
    mentions: Sequence[Toponym],
    score: float,
    gazetteer: Gazetteer,
    *,
    aside: bool,
) -> Place:
    name = name_of(parsed, entry, mentions, gazetteer)
    return Place(
        name=name,
        label=with_country(name, entry, gazetteer, parsed.language),
        country=entry.country,
        latitude=entry.latitude,
        longitude=entry.longitude,
        geonames_id=entry.geonames_id,
        kind=entry.kind.place_kind,
        is_dateline=any(toponym.dateline and not toponym.contains for toponym in mentions),
        score=score,
        mentions=tuple(toponym.span for toponym in mentions),
        in_names_only=aside,
    )
