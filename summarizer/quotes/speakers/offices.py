"""Offices: who in an article is "the mayor", "the coach" or "the 54-year-old"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.names import Name
from summarizer.quotes.speakers.people import Entity, People
from summarizer.quotes.speakers.roles import role_of
from summarizer.quotes.syntax.words import CAPITAL, WORD, Paragraph

_MOST = 50  # people that an article may call by one noun, each of whom it may mean
_LONGEST = 5  # words of a noun phrase that may stand for a name
_TWO = 2  # the article and the noun


class _Office(NamedTuple):
    """What somebody is: the nouns for it, and the other words of the role."""

    entity: Entity
    heads: frozenset[str]
    rest: frozenset[str]


@dataclass(slots=True, kw_only=True)
class Offices:
    """What the people of an article are, found when it is first asked for."""

    people: People
    paragraphs: Sequence[Paragraph]
    words: Lexicon
    held: dict[str, list[_Office]] | None = field(default=None)  # by the nouns for them
    ages: dict[str, list[Entity]] | None = field(default=None)  # by what may be an age
    roles: dict[Entity, str | None] = field(default_factory=dict)

    def role(self, entity: Entity) -> str | None:
        """Return what the article says that somebody is."""
        if entity not in self.roles:
            self.roles[entity] = role_of(entity, self.paragraphs, self.words)
        return self.roles[entity]

    def holders(self, paragraph: Paragraph, first: int, last: int) -> list[Entity]:
        """Return those whom the words "the ..." from `first` up to `last` fit."""
        if not _TWO <= last - first <= _LONGEST:
            return []
        article, *said = paragraph.lowers[first:last]
        if article not in self.words.definite:
            return []
        if age := self._age(said[-1]):
            return self._aged(age)
        if paragraph.kinds[last - 1] is not WORD and said[-1] not in self.words.titles:
            return []
        if said[-1] not in self.words.office_heads:
            return []
        known = self._offices().get(said[-1], ())
        return [
            entity
            for entity, heads, rest in (known if len(known) <= _MOST else ())
            if all(word in heads or word in rest for word in said)
        ]

    def is_epithet(self, paragraph: Paragraph, first: int, last: int) -> bool:
        """Recognise "the German", whom an article calls so that it need not repeat a name."""
        if last - first != _TWO or paragraph.lowers[first] not in self.words.definite:
            return False
        lower = paragraph.lowers[first + 1]
        if self._age(lower):
            return True
        native = paragraph.kinds[first + 1] is CAPITAL and lower in self.words.demonyms
        return native and not lower.endswith(self.words.plural_endings)

    def _offices(self) -> dict[str, list[_Office]]:
        if self.held is None:
            self.held = defaultdict(list)
            for entity in dict.fromkeys(self.people.at.values()):
                if entity.is_somebody:
                    office = self._office(entity)
                    for head in office.heads:
                        self.held[head].append(office)
        return self.held

    def _office(self, entity: Entity) -> _Office:
        heads: set[str] = set()
        for name in entity.names:
            for title in name.titles:
                heads.update((title, *self.words.ranks.get(title, ())))
        role = (self.role(entity) or "").lower().split()
        rest = set(role)
        for place, word in enumerate(role):
            if word in self.words.prepositions or word in self.words.bygone:
                break
            if word in self.words.people or word in self.words.titles:
                heads.add(word)
                rest.update(role[:place])
        return _Office(entity, frozenset(heads - self.words.courtesies), frozenset(rest))

    def _age(self, word: str) -> str | None:
        """Return the age in "54-year-old"."""
        ending = next(filter(word.endswith, self.words.aged), None)
        return None if ending is None else word.removesuffix(ending)

    def _aged(self, age: str) -> list[Entity]:
        if self.ages is None:
            self.ages = defaultdict(list)
            for entity in dict.fromkeys(self.people.at.values()):
                for told in dict.fromkeys(filter(None, map(self._age_beside, entity.names))):
                    self.ages[told].append(entity)
        known = self.ages.get(age, [])
        return known if len(known) <= _MOST else []

    def _age_beside(self, name: Name) -> str:
        """Return what stands after a name and a comma, which may be an age; else nothing."""
        lowers = self.paragraphs[name.paragraph].lowers
        beside = lowers[name.last_word : name.last_word + 2]
        return beside[1] if len(beside) == _TWO and beside[0] == "," else ""
