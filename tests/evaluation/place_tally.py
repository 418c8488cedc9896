"""Counts how the places found in an article agree with those that a reader marked."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.model import Place, PlaceKind, Span
from tests.articles import MarkedPlace, Sample
from tests.summarizer.places.pins import Pin

_NEAR, _LARGE = 161, 1500  # km within which a place is right; of a country or what has none


@dataclass(slots=True)
class Tally:
    """Mentions by overlap, each found one matching one marked one; places within 161 km."""

    count: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, sample: Sample, places: Sequence[Place]) -> None:
        """Count one article; what is missed or wrong is told in `misses`."""
        found = [(place, span) for place in places for span in place.mentions]
        text = sample.article.text
        self.count["found"] += len(found)
        for marked, span in ((m, span) for m in sample.places for span in m.mentions):
            self.count["marked"] += 1
            hit = _overlapping(span, found)
            if hit is None:
                self.misses.append(f"{sample.file}: {span.of(text)} is not found")
                continue
            found.remove(hit)
            self.count["hit"] += 1
            self.count["right"] += (right := _is(marked, hit[0]))
            if not right:
                self.misses.append(f"{sample.file}: {span.of(text)} is not {hit[0].label}")
        self.misses += [f"{sample.file}: {s.of(text)} is no place ({p.label})" for p, s in found]
        if sample.first_place is not None:
            self.count["firsts"] += 1
            self.count["first"] += bool(places) and _is(sample.first_place, places[0])

    @property
    def scores(self) -> dict[str, float]:
        """Return the figures, 0 to 1."""
        count = self.count
        whole = count["found"] + count["marked"]
        return {
            "mention F1": 2 * count["hit"] / max(whole, 1),
            "acc@161km": count["right"] / max(count["hit"], 1),
            "end to end": 2 * count["right"] / max(whole, 1),
            "top1": count["first"] / max(count["firsts"], 1),
        }


def _overlapping(span: Span, found: Iterable[tuple[Place, Span]]) -> tuple[Place, Span] | None:
    return next((pair for pair in found if pair[1].overlaps(span)), None)


def _is(marked: MarkedPlace, place: Place) -> bool:
    large = place.kind is PlaceKind.COUNTRY or marked.country is None
    pin = Pin(
        latitude=marked.latitude,
        longitude=marked.longitude,
        country=marked.country,
        kind=None,
        within=_LARGE if large else _NEAR,
    )
    return pin.away(place.latitude, place.longitude) <= pin.within
