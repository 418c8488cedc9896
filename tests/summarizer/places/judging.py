"""Telling what is wrong with the places that were found in a trap."""

from collections.abc import Iterable, Iterator, Sequence

from summarizer.model import Place, Span
from tests.summarizer.places.pins import PINS
from tests.summarizer.places.traps import Mark, Trap


def faults(trap: Trap, places: Sequence[Place], unresolved: Iterable[Span]) -> list[str]:
    """Say what is wrong, in words; nothing where all is as marked."""
    mentions = sorted((span, place.name) for place in places for span in place.mentions)
    spans = [span for span, _ in mentions]
    unplaced = [span for span in unresolved if span not in spans]
    told = [fault for mark in trap.marks for fault in _of_mark(trap, mark, places, unplaced)]
    for span, name in [*mentions, *((span, "unresolved") for span in unplaced)]:
        if not any(span.overlaps(mark.span) for mark in trap.marks):
            told.append(f"{span.of(trap.text)} is no place, but {name}")
    return told


def _of_mark(
    trap: Trap, mark: Mark, places: Sequence[Place], unplaced: Sequence[Span]
) -> Iterator[str]:
    words = mark.span.of(trap.text)
    touching = sorted(
        ((span, place) for place in places for span in place.mentions if span.overlaps(mark.span)),
        key=lambda pair: pair[0],
    )
    unsure = any(span.overlaps(mark.span) for span in unplaced)
    if mark.where == "~":
        return
    if mark.where == "-":
        yield from (f"{words} is no place, but {place.name}" for _, place in touching)
        if unsure:
            yield f"{words} is no place, but unresolved"
    elif mark.where == "@":
        outside = [place.name for _, place in touching if not place.in_names_only]
        yield from (f"{words} is an organisation, but {name}" for name in outside)
    elif mark.where == "?":
        yield from (f"{words} is nowhere known, but {place.name}" for _, place in touching)
        if not touching and not unsure:
            yield f"{words} is not unresolved"
    else:
        yield from _of_known(mark, words, touching[0][1] if touching else None, places)


def _of_known(
    mark: Mark, words: str, found: Place | None, places: Sequence[Place]
) -> Iterator[str]:
    where = mark.where.removeprefix("~")
    if where != mark.where:
        if not any(_is(place, where) for place in places):
            yield f"{words} does not bring {where}"
        return
    yield from _of_place(words, where, found)
    if mark.first and places and not _is(places[0], where):
        yield f"{where} is not first, but {places[0].name}"


def _of_place(words: str, where: str, place: Place | None) -> Iterator[str]:
    if place is None:
        yield f"{words} is not found"
    elif not _is(place, where):
        pin = PINS[where]
        away = pin.away(place.latitude, place.longitude)
        yield f"{words} is {where}, but {place.label} ({place.kind}), {away:.0f} km away"


def _is(place: Place, where: str) -> bool:
    pin = PINS[where]
    return (
        (pin.country is None or pin.country == place.country)
        and (pin.kind is None or pin.kind is place.kind)
        and pin.away(place.latitude, place.longitude) <= pin.within
    )
