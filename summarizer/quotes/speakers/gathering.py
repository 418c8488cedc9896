"""Gathering: which names of an article are one person's or one body's."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import UNKNOWN, Gender, given_gender, is_given
from summarizer.quotes.speakers.names import Name
from summarizer.quotes.speakers.people import Entity, People, gender_of

_SIDE_BY_SIDE = 30  # characters between two names that are told together
_NAMESAKES = 20  # people of one surname that are told apart
_FORMS = 20  # ways of writing a name in full that another is held against


def gather(names: Sequence[Name], words: Lexicon) -> People:
    """Gather the names of an article into entities."""
    gathering = _Gathering(words)
    for name in names:
        if len(name.core) > 1 and _is_plain(name, words):
            gathering.take_full(name)
    owner: Name | None = None  # who is being spoken of: "his wife, Noreen" is that one's
    for name in names:
        if len(name.core) == 1:
            gathering.take_short(name, owner)
        if name.owning or (len(name.core) > 1 and gathering.at.get(name.end) is not None):
            somebody = name.owning or gathering.at[name.end].is_somebody
            owner = name if somebody else owner
    return People(at=gathering.at, name_at={name.end: name for name in names})


def _table() -> dict[str, list[Entity]]:
    return defaultdict(list)


@dataclass(slots=True)
class _Gathering:
    """The entities so far, by each way to find them."""

    words: Lexicon
    by_surname: dict[str, list[Entity]] = field(default_factory=_table)
    by_part: dict[str, list[Entity]] = field(default_factory=_table)  # given and middle names
    acronyms: dict[str, Entity] = field(default_factory=dict)
    at: dict[int, Entity] = field(default_factory=dict)

    def take_full(self, name: Name) -> None:
        """Take in a name of several words."""
        entity = _same(self.by_surname[name.surname][:_NAMESAKES], name)
        if entity is None:
            entity = Entity(name)
            self.by_surname[name.surname].append(entity)
            for part in dict.fromkeys(name.core[:-1]):
                self.by_part[part].append(entity)
        self._add(entity, name, gender_of(name, self.words))
        if name.acronym:
            self.acronyms.setdefault(name.acronym, entity)

    def take_short(self, name: Name, owner: Name | None) -> None:
        """Take in a name of one word; `owner` is whose relative it may be."""
        gender = gender_of(name, self.words)
        entity = self.acronyms.get(name.core[-1]) or self._meant(name, gender) or self._called(name)
        if entity is None and not _is_plain(name, self.words):
            return
        if entity is None:
            entity = Entity(name, name.kin or given_gender(name.core[0], self.words))
            self.by_surname[name.surname].append(entity)
            if name.kin is not None and owner is not None:
                entity.person = True
                whose = self.at[owner.end].fullest if owner.end in self.at else owner
                self.by_surname[whose.surname].append(entity)
        self._add(entity, name, gender)
        if name.titles and entity.names[0].kin is not None and name.core != entity.names[0].core:
            entity.family = name

    def _add(self, entity: Entity, name: Name, gender: Gender) -> None:
        entity.add(name, gender)
        self.at[name.end] = entity

    def _meant(self, name: Name, gender: Gender) -> Entity | None:
        """Choose whom a bare surname means: by title's gender, then who is named beside it."""
        if name.surname not in self.by_surname:
            return None
        fitting = [
            entity
            for entity in self.by_surname[name.surname][:_NAMESAKES]
            if gender is UNKNOWN or entity.gender in (UNKNOWN, gender)
        ]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        foremost, *others = sorted(
            fitting, key=lambda entity: (-entity.written_out, entity.names[0].start)
        )
        if any(_side_by_side(foremost, other) for other in others):
            return next((entity for entity in others if not entity.written_out), None)
        near = [entity for entity in fitting if _is_near(entity, name)]
        return near[0] if len(near) == 1 else foremost

    def _called(self, name: Name) -> Entity | None:
        """Find whose given or middle name stands alone: "Lodza", of "Innocent Lodza Bari"."""
        candidates = self.by_part.get(name.core[0], [])
        return candidates[0] if len(candidates) == 1 else None


def _is_near(entity: Entity, name: Name) -> bool:
    """Return whether somebody is named in full earlier in the paragraph of a short name."""
    first = entity.in_full.get(name.paragraph)
    return first is not None and first < name.start


def _is_plain(name: Name, words: Lexicon) -> bool:
    """Distinguish a name from nouns, in a language that writes both with capitals."""
    if not words.capitalised or name.titles or name.organisation:
        return True
    return len(name.core) > 1 and is_given(name.core[0], words)


def _same(candidates: list[Entity], name: Name) -> Entity | None:
    for entity in candidates:
        if any(_compatible(other, name) for other in islice(entity.forms.values(), _FORMS)):
            return entity
    return None


def _compatible(one: Name, other: Name) -> bool:
    if one.organisation or other.organisation:
        return one.core == other.core
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    given, second = one.core[0].rstrip("."), other.core[0].rstrip(".")
    if given == second:
        return True
    short, long = sorted((given, second), key=len)
    if long.startswith(short) and len(short) != 2:
        return True
    return set(one.core) <= set(other.core) or set(other.core) <= set(one.core)


def _side_by_side(one: Entity, other: Entity) -> bool:
    """Recognise "Robert Hale and his brother John Hale", after whom a bare Hale is either."""
    if one.written_out != other.written_out or not one.written_out:
        return False
    apart = other.names[0].start - one.names[0].stop
    return one.names[0].paragraph == other.names[0].paragraph and apart < _SIDE_BY_SIDE
