"""Names read by spaCy models: which model, which names, and doing without."""

import logging

import pytest

from bot.adapters.recognizer import PIECE, REACH, SpacyRecognizer, choose
from summarizer.model import Span
from summarizer.text.entities import EntityKind


class Words:
    """A model that knows a few words, and keeps the texts that it was given."""

    def __init__(self, labels: dict[str, str]) -> None:
        self.labels = labels
        self.texts: list[str] = []

    def __call__(self, text: str) -> list[tuple[str, int, int]]:
        """Find the first of each word."""
        self.texts.append(text)
        found = sorted((text.find(word), word, label) for word, label in self.labels.items())
        return [(label, at, at + len(word)) for at, word, label in found if at >= 0]


def whole(text: str) -> tuple[Span, ...]:
    """Return a text's one span."""
    return (Span(0, len(text)),)


def test_names_come_with_what_they_are() -> None:
    """Each label becomes a kind, a number or a day is no name, and a span gives its words."""
    labels = {"Ana": "PERSON", "Acme": "ORG", "Oslo": "GPE", "Kiln Road": "FAC", "nine": "CARDINAL"}
    text = "Ana of Acme left Oslo by Kiln Road at nine."
    found = SpacyRecognizer({"en": "model"}, lambda _: Words(labels))(text, "en", whole(text))
    assert found is not None
    assert [(entity.span.of(text), entity.kind) for entity in found] == [
        ("Ana", EntityKind.PERSON),
        ("Acme", EntityKind.ORGANISATION),
        ("Oslo", EntityKind.PLACE),
        ("Kiln Road", EntityKind.BUILDING),
    ]


def test_only_the_spans_are_read_and_offsets_are_the_articles() -> None:
    """What stands between the spans is not seen; a name never reaches from one into the next."""
    text = "Oslo. Hidden Rome.   Bergen."
    spans = (Span(0, 5), Span(21, 28))
    model = Words({"Oslo": "GPE", "Rome": "GPE", "Bergen": "GPE", "Oslo.\n\nBergen": "PERSON"})
    found = SpacyRecognizer({"en": "model"}, lambda _: model)(text, "en", spans)
    assert found is not None
    assert [entity.span.of(text) for entity in found] == ["Oslo", "Bergen"]


def test_a_long_text_is_read_in_pieces_and_not_to_its_end() -> None:
    """No piece is larger than one can be, and reading ends at its reach."""
    model = Words({"Oslo": "GPE"})
    text = ("Oslo" + "." * 995 + "\n") * 100
    spans = [Span(at, at + 1_000) for at in range(0, len(text), 1_000)]
    found = SpacyRecognizer({"en": "model"}, lambda _: model)(text, "en", spans)
    assert all(len(piece) <= PIECE for piece in model.texts)
    assert REACH - 1_000 <= sum(map(len, model.texts)) <= REACH * 1.01
    assert found is not None
    assert len(found) == len(model.texts)
    assert {entity.span.of(text) for entity in found} == {"Oslo"}


def test_what_cannot_be_read_is_left_out() -> None:
    """A span beyond a piece's size and a text of nothing give no names; half a character is none."""
    model = Words({"Oslo": "GPE"})
    recognizer = SpacyRecognizer({"en": "model"}, lambda _: model)
    long = "Oslo" * PIECE
    assert recognizer(long, "en", whole(long)) == recognizer("", "en", ()) == ()
    broken = "\ud800 in Oslo"
    found = recognizer(broken, "en", whole(broken)) or ()
    assert [entity.span.of(broken) for entity in found] == ["Oslo"]
    assert model.texts == ["\ufffd in Oslo"]


def test_a_language_without_a_model_is_not_read() -> None:
    """Another language's model is not asked."""
    recognizer = SpacyRecognizer({"en": "model"}, lambda _: Words({"Oslo": "GPE"}))
    assert recognizer("Oslo", "tr", whole("Oslo")) is None


def test_a_model_that_cannot_be_loaded_is_done_without(caplog: pytest.LogCaptureFixture) -> None:
    """It is told once, and articles are written without names."""

    def fail(source: str) -> Words:
        raise OSError(f"[E050] Can't find model '{source}'.")

    recognizer = SpacyRecognizer({"en": "en_core_web_sm"}, fail)
    with caplog.at_level(logging.WARNING):
        assert recognizer("Oslo", "en", whole("Oslo")) is None
        assert recognizer("Oslo", "en", whole("Oslo")) is None
    assert [record.getMessage() for record in caplog.records] == [
        "the spaCy model en_core_web_sm cannot be used: [E050] Can't find model 'en_core_web_sm'."
    ]


def test_the_largest_model_of_a_language_is_taken() -> None:
    """Any package's model counts, a transformer does not: it would take seconds an article."""
    installed = {
        name: name
        for name in (
            "en_core_web_trf",
            "en_core_web_md",
            "en_core_web_sm_copy",
            "fr_core_news_sm",
            "xx",
        )
    }
    assert choose(installed) == {"en": "en_core_web_md", "fr": "fr_core_news_sm"}
    assert choose({}) == {}
