"""Offices: who in an article is "the mayor", "the coach" or "the 54-year-old"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.names import Name
from summarizer.quotes.people import Entity, People
from summarizer.quotes.roles import role_of
from summarizer.quotes.words import CAPITAL, WORD, Paragraph

_LONGEST = 5  # words of a noun phrase that may stand for a name
_AGED = "-year-old"
_TWO = 2  # the article and the noun


@dataclass(slots=True, kw_only=True)
class Offices:
    """What the people of an article are, found when it is first asked for."""

    people: People
    paragraphs: Sequence[Paragraph]
    words: Lexicon
    held: list[tuple[Entity, frozenset[str], frozenset[str]]] | None = field(default=None)

    def holders(self, paragraph: Paragraph, first: int, last: int) -> list[Entity]:
        """Give those whom the words "the ..." from `first` up to `last` fit."""
        if not _TWO <= last - first <= _LONGEST:
            return []
        article, *said = paragraph.lowers[first:last]
        if article not in self.words.definite:
            return []
        if said[-1].endswith(_AGED):
            return self._aged(said[-1].removesuffix(_AGED))
        if paragraph.kinds[last - 1] is not WORD and said[-1] not in self.words.titles:
            return []
        return [
            entity
            for entity, heads, rest in self._offices()
            if said[-1] in heads and all(word in heads or word in rest for word in said)
        ]

    def is_epithet(self, paragraph: Paragraph, first: int, last: int) -> bool:
        """Tell "the German", whom an article calls so that it need not repeat a name."""
        if last - first != _TWO or paragraph.lowers[first] not in self.words.definite:
            return False
        lower = paragraph.lowers[first + 1]
        if lower.endswith(_AGED):
            return True
        native = paragraph.kinds[first + 1] is CAPITAL and lower in self.words.demonyms
        return native and not lower.endswith("s")

    def _offices(self) -> list[tuple[Entity, frozenset[str], frozenset[str]]]:
        if self.held is None:
            entities = dict.fromkeys(self.people.at.values())
            self.held = [
                (entity, *self._office(entity)) for entity in entities if entity.is_somebody
            ]
        return self.held

    def _office(self, entity: Entity) -> tuple[frozenset[str], frozenset[str]]:
        """Give the nouns for what somebody is, and the other words of the role."""
        heads: set[str] = set()
        for name in entity.names:
            for title in name.titles:
                heads.update((title, *self.words.ranks.get(title, ())))
        role = (role_of(entity, self.paragraphs, self.words) or "").lower().split()
        rest = set(role)
        for place, word in enumerate(role):
            if word in self.words.prepositions or word in self.words.bygone:
                break
            if word in self.words.people or word in self.words.titles:
                heads.add(word)
                rest.update(role[:place])
        return frozenset(heads - _COURTESIES), frozenset(rest)

    def _aged(self, age: str) -> list[Entity]:
        fitting = {
            id(entity): entity
            for entity in self.people.at.values()
            if any(self._is_aged(name, age) for name in entity.names)
        }
        return list(fitting.values())

    def _is_aged(self, name: Name, age: str) -> bool:
        lowers = self.paragraphs[name.paragraph].lowers
        return lowers[name.last_word : name.last_word + 2] == (",", age)


_COURTESIES = frozenset(("mr", "mrs", "ms", "miss", "mx", "sir", "dr"))
