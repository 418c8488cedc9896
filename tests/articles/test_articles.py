"""Annotations fit their articles, and the articles are of enough kinds."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.adapters.readers import SUFFIXES
from summarizer.model import Span
from tests.articles import Sample, same_speaker, samples
from tests.articles.loader import HERE, SEEDS, AnnotationFault, read_sample

TEXT = """Dam holds

OSTRAVA (Example Wire) - The dam at Ostrava held, Example Wire learnt.

"It will hold," said Ana Ruiz. "We watched it all night long."
"""
FITS = """
headline = "Dam holds"
not_places = ["Example Wire"]
summary = "A dam held."
places = [{ name = "Ostrava", country = "CZ", at = [49.8, 18.3], as = ["Ostrava", "OSTRAVA"] }]

[[quotes]]
speaker = "Ana Ruiz"
said = ["It will hold,", "We [...] long."]
"""

every_sample = pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.file)


def read(folder: Path, annotation: str) -> Sample:
    """Read the small article with an annotation."""
    file, written = folder / "dam.txt", folder / "dam.toml"
    file.write_text(TEXT, "utf-8")
    written.write_text(annotation, "utf-8")
    return read_sample(file, written)


def test_words_become_spans(tmp_path: Path) -> None:
    """Segments stand without marks, shortened ones are whole, all forms of a place are found."""
    sample = read(tmp_path, FITS)
    [quote] = sample.quotes
    assert [s.of(TEXT) for s in quote.segments] == [
        "It will hold,",
        "We watched it all night long.",
    ]
    [place] = sample.places
    assert [s.of(TEXT) for s in place.mentions] == ["OSTRAVA", "Ostrava"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Dam holds", "Dam bursts"),
        ("We [...] long.", "We [...] short."),
        ("We [...] long.", "watched [...] long."),
        ("We [...] long.", "We watched it"),
        ('"OSTRAVA"]', '"OSTRAVA", "Brno"]'),
        ('["Example Wire"]', '["Sample Wire"]'),
        ("not_places", "never_places"),
        ("speaker", "speakers"),
        ("summary", "captions = ['Photo:']\nsummary"),
        ('summary = "A dam held."', ""),
    ],
)
def test_an_annotation_that_does_not_fit_is_refused(tmp_path: Path, right: str, wrong: str) -> None:
    """Words that are not there, quotes not between marks, keys that nobody reads."""
    assert right in FITS
    with pytest.raises(AnnotationFault, match=r"dam\.toml"):
        read(tmp_path, FITS.replace(right, wrong))


@pytest.mark.parametrize(
    ("found", "marked", "same"),
    [
        ("Mayor Ana Ruiz", "Ana Ruiz", True),
        ("Lt Col Ana Ruiz", "Lt. Col. Ana Ruiz", True),
        ("the Western diplomat", "diplomat", True),
        ("Ruiz", "Ana Ruiz", False),
        ("Ana Ruiz", "Eva Ruiz", False),
        (None, "Ana Ruiz", False),
        ("Ana Ruiz", None, False),
        (None, None, True),
        ("the judge", "The General", False),
    ],
)
def test_speakers_are_compared(found: str | None, marked: str | None, *, same: bool) -> None:
    """A title or an office more is the same person; a surname alone is not the full name."""
    assert same_speaker(found, marked) is same


@every_sample
def test_spans_stand_in_order_and_apart(sample: Sample) -> None:
    """Segments follow each other; a word is a mention of one place, and of the story."""
    segments = [segment for quote in sample.quotes for segment in quote.segments]
    mentions = sorted(mention for place in sample.places for mention in place.mentions)
    for spans in (segments, mentions):
        assert not any(a.overlaps(b) or b < a for a, b in pairwise(spans))
    assert all(sample.in_story(span) for span in (*segments, *mentions))


@every_sample
def test_two_quotes_are_the_best(sample: Sample) -> None:
    """Where there are three or more: whole statements of speakers."""
    assert len(sample.best) == (2 if len(sample.quotes) >= 3 else 0)
    assert all(quote.speaker and not quote.fragment for quote in sample.best)


@every_sample
def test_one_place_is_the_first(sample: Sample) -> None:
    """Where there is any."""
    assert sum(place.first for place in sample.places) == bool(sample.places)


@every_sample
def test_the_reference_is_the_annotators_own(sample: Sample) -> None:
    """One to three sentences, none of them taken from the article."""
    sentences = re.split(r"(?<=[.!?]) ", sample.reference)
    folded = " ".join(sample.text.split())
    assert 1 <= len(sentences) <= 3
    assert not any(sentence in folded for sentence in sentences)


def test_there_are_articles_of_many_kinds() -> None:
    """Enough to judge by: long and short, in several languages, with and without what is sought."""
    everything = samples()
    words = {sample.file: len(sample.text.split()) for sample in everything}
    assert sum(bool(sample.best) for sample in everything) >= 30
    assert {"en", "de", "fr", "es", "tr", "ar"} <= {sample.language for sample in everything}
    assert any(not sample.quotes for sample in everything)
    assert any(not sample.places for sample in everything)
    assert min(words.values()) < 100
    assert sum(250 <= count <= 700 for count in words.values()) >= 30
    assert any(s.dateline is None for s in everything)


def test_every_annotation_has_its_article() -> None:
    """None is left behind where an article is renamed."""
    articles = {
        f.stem for folder in (SEEDS, HERE) for f in folder.iterdir() if f.suffix in SUFFIXES
    }
    assert {file.stem for file in HERE.glob("*.toml")} == articles


def test_nested_spans_are_inside() -> None:
    """A dateline's parts lie inside it."""
    for sample in samples():
        if dateline := sample.dateline:
            inner: list[Span] = [s for s in (dateline.place, dateline.source) if s]
            assert all(dateline.span.covers(span) for span in inner)
