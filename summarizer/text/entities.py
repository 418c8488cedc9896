"""What another reader, such as a trained model, takes the names in an article for."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from summarizer.model import Span


class EntityKind(StrEnum):
    """What sort of thing a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    BUILDING = "building"  # roads, bridges and airports too
    OTHER = "other"  # peoples, events, works, products


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A name in a text, and what the reader takes it for."""

    kind: EntityKind
    span: Span


class Recognizer(Protocol):
    """Reads names. It is a second opinion: it may be wrong, and it may know no language but one."""

    def __call__(
        self, text: str, language: str, spans: Sequence[Span]
    ) -> tuple[Entity, ...] | None:
        """Return the names in those spans of a text, in order.

        None for a language (ISO 639-1) that it cannot read; `spans` are sentences or longer,
        in order.
        """
        ...
