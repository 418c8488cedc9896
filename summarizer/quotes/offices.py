"""Offices: who in an article is "the mayor", "the coach" or "the 54-year-old"."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.names import Name
from summarizer.quotes.people import Entity, People
from summarizer.quotes.roles import role_of
from summarizer.quotes.words import Kind, Paragraph

_LONGEST = 5  # words of a noun phrase that may stand for a name
_AGED = "-year-old"


@dataclass(slots=True, kw_only=True)
class Offices:
    """What the people of an article are, found when it is first asked for."""

    people: People
    paragraphs: Sequence[Paragraph]
    words: Lexicon
    held: list[tuple[Entity, frozenset[str], frozenset[str]]] | None = field(default=None)

    def holder(self, paragraph: Paragraph, first: int, last: int) -> Entity | None:
        """Give the one person whom the words "the ..." from `first` up to `last` fit."""
        tokens = paragraph.words[first:last]
        if not 2 <= len(tokens) <= _LONGEST or tokens[0].lower not in self.words.definite:
            return None
        said = [token.lower for token in tokens[1:]]
        if said[-1].endswith(_AGED):
            return self._aged(said[-1].removesuffix(_AGED))
        if tokens[-1].kind is not Kind.WORD and tokens[-1].lower not in self.words.titles:
            return None
        fitting = [
            entity
            for entity, heads, rest in self._offices()
            if said[-1] in heads and all(word in heads or word in rest for word in said)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def is_native(self, paragraph: Paragraph, first: int, last: int) -> bool:
        """Tell "the German", whom an article calls so that it need not repeat a name."""
        tokens = paragraph.words[first:last]
        return (
            len(tokens) == 2
            and tokens[0].lower in self.words.definite
            and tokens[1].kind is Kind.CAPITAL
            and tokens[1].lower in self.words.demonyms
            and not tokens[1].lower.endswith("s")
        )

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

    def _aged(self, age: str) -> Entity | None:
        fitting = {
            id(entity): entity
            for entity in self.people.at.values()
            if any(self._is_aged(name, age) for name in entity.names)
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _is_aged(self, name: Name, age: str) -> bool:
        tokens = self.paragraphs[name.paragraph].words[name.last_word : name.last_word + 2]
        return [token.lower for token in tokens] == [",", age]


_COURTESIES = frozenset(("mr", "mrs", "ms", "miss", "mx", "sir", "dr"))
