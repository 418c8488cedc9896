"""A recognizer's opinion: asked where there is doubt, and weighed with the rest."""

from collections.abc import Sequence

import pytest

from summarizer.brief import parse_article
from summarizer.model import Article, PassageKind, Span
from summarizer.places import Gazetteer
from summarizer.places.evidence.opinion import opinion, weigh_opinions
from summarizer.places.finder import weigh
from summarizer.places.toponyms.cutting import read_paragraphs
from summarizer.places.weights import fitted_weights
from summarizer.text.entities import Entity, EntityKind

TEXT = "Nobody saw Medina leave the hall. The road to Baghdad is closed."


class Believer:
    """Takes every word of a list for one kind of thing, and keeps what it was asked."""

    def __init__(self, kind: EntityKind | None, *names: str) -> None:
        self.kind = kind
        self.names = names
        self.asked: list[str] = []

    def __call__(
        self, text: str, language: str, spans: Sequence[Span]
    ) -> tuple[Entity, ...] | None:
        """Find the names in the spans; None, as for an unknown language, without a kind."""
        self.asked += [span.of(text) for span in spans]
        if self.kind is None:
            return None
        found = [
            Span(
                span.start + span.of(text).index(name),
                span.start + span.of(text).index(name) + len(name),
            )
            for span in spans
            for name in self.names
            if name in span.of(text)
        ]
        return tuple(Entity(kind=self.kind, span=span) for span in sorted(found))


def _weighed(
    gazetteer: Gazetteer, recognizer: Believer, first: float, second: float
) -> list[float]:
    """Return the weights of Medina and Baghdad after an opinion, from what they were before."""
    parsed = parse_article(Article(text=TEXT, language="en"))
    paragraphs = read_paragraphs(parsed, (PassageKind.BODY,))
    toponyms, _ = weigh(parsed, paragraphs, gazetteer, None, fitted_weights())
    medina, baghdad = toponyms
    medina.weight, baghdad.weight = first, second
    weigh_opinions(parsed, toponyms, recognizer)
    return [medina.weight, baghdad.weight]


def test_only_doubtful_sentences_are_read(gazetteer: Gazetteer) -> None:
    """What the rules are sure of is not asked about, and stays as it was."""
    recognizer = Believer(EntityKind.ORGANISATION, "Medina", "Baghdad")
    medina, baghdad = _weighed(gazetteer, recognizer, 0.6, 5.0)
    assert medina < 0
    assert baghdad == 5.0
    assert recognizer.asked == ["Nobody saw Medina leave the hall."]


def test_an_opinion_tips_the_scales(gazetteer: Gazetteer) -> None:
    """The same words are a place or none by what they are taken for."""
    kinds = (EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.PERSON)
    place, organisation, person = (
        _weighed(gazetteer, Believer(kind, "Medina"), 0.4, 5.0)[0] for kind in kinds
    )
    assert place > 0.5 > person > organisation


def test_a_language_that_is_not_read_changes_nothing(gazetteer: Gazetteer) -> None:
    """Without an opinion the rules stand alone."""
    assert _weighed(gazetteer, Believer(None), 0.6, -0.6) == [0.6, -0.6]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ((0, 4), "person"),  # Troy
        ((12, 16), "place"),  # the Ruhr
        ((17, 19), "unnamed"),
        ((25, 31), "in organisation"),  # Boston Bank of Trade
        ((36, 40), "in organisation"),
    ],
)
def test_an_opinion_is_on_the_whole_name_or_a_part(name: tuple[int, int], told: str) -> None:
    """An article before the name does not make it a part; words before or after do."""
    entities = (
        Entity(kind=EntityKind.PERSON, span=Span(0, 4)),
        Entity(kind=EntityKind.PLACE, span=Span(8, 16)),
        Entity(kind=EntityKind.ORGANISATION, span=Span(25, 45)),
    )
    assert opinion(Span(*name), entities) == told
