"""A second opinion: what a recognizer takes the words of doubtful toponyms for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from summarizer.model import Parsed, Span
from summarizer.places.gazetteer.layout import CITY, SECOND_DIVISION
from summarizer.places.toponyms.toponym import Toponym
from summarizer.text.entities import Entity, Recognizer

DOUBT = 3.0
"""Weights from here on, for or against, are sure enough: a recognizer takes long to read."""

OPINION = {
    "weight": 0.85,
    "place": 1.43,
    "in building": 0.98,
    "in place": 0.59,
    "building": 0.24,
    "person": -0.12,
    "other": -0.24,
    "in organisation": -0.24,
    "unnamed": -0.27,
    "bias": -0.39,
    "in person": -0.64,
    "organisation": -0.8,
    "in other": -0.95,
}
"""How much an opinion weighs; "weight" is the toponym's own.

Fitted with a small English model on news that the other weights were not fitted on.
"""

_ASKED = (CITY, SECOND_DIVISION)  # of countries and regions the rules are the surer
_STRAY = 4  # characters, as of "the ", by which an entity's bounds may differ from a name's


def weigh_opinions(parsed: Parsed, toponyms: Sequence[Toponym], recognizer: Recognizer) -> None:
    """Weigh the doubtful toponyms again, by what the recognizer makes of their sentences."""
    doubtful = [
        toponym
        for toponym in toponyms
        if abs(toponym.weight) < DOUBT and toponym.entry and toponym.entry.kind in _ASKED
    ]
    sentences = [sentence.span for sentence in parsed.sentences]
    starts = [span.start for span in sentences]
    found = [(one, _within(one.span, sentences, starts)) for one in doubtful]
    spans = sorted({sentence for _, sentence in found if sentence is not None})
    entities = recognizer(parsed.text, parsed.language, spans) if spans else None
    if entities is None:
        return
    for toponym, sentence in found:
        if sentence is None:
            continue
        told = OPINION.get(opinion(toponym.span, entities), 0.0)
        toponym.weight = OPINION["weight"] * toponym.weight + OPINION["bias"] + told


def _within(span: Span, sentences: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """Return the sentence in which a name stands."""
    at = bisect_right(starts, span.start) - 1
    return sentences[at] if at >= 0 and sentences[at].covers(span) else None


def opinion(span: Span, entities: Sequence[Entity]) -> str:
    """Say what the entities take a name for: as a whole, as a part, or for none at all."""
    at = bisect_left(entities, span.start + 1, key=lambda entity: entity.span.end)
    touching = [entity for entity in entities[at : at + 3] if entity.span.overlaps(span)]
    if not touching:
        return "unnamed"
    entity = max(touching, key=lambda one: _shared(one.span, span))
    whole = span.start - entity.span.start <= _STRAY and entity.span.end - span.end <= 2
    return str(entity.kind) if whole else f"in {entity.kind}"


def _shared(one: Span, two: Span) -> int:
    return min(one.end, two.end) - max(one.start, two.start)
