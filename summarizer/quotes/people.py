"""Who is named in an article: its names gathered into entities, each with its fullest form."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.quotes.given import Gender, given_gender
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.names import Name

_SIDE_BY_SIDE = 30  # characters between two names that are told together
_NAMESAKES = 20  # people of one surname that are told apart


@dataclass(slots=True, eq=False)
class Entity:
    """One person or organisation and all its names, in the article's order."""

    fullest: Name  # the most words; of equals one with a suffix or title, then the earliest
    gender: Gender = Gender.UNKNOWN
    spoke: bool = False
    names: list[Name] = field(default_factory=list)
    written_out: int = 0  # how often the name stands in full
    person: bool = False  # whether the names look like a person's: a title, or several words
    organisation: bool = False
    acronym: str = ""
    forms: dict[tuple[tuple[str, ...], str], Name] = field(default_factory=dict)

    @property
    def is_somebody(self) -> bool:
        """Tell a person, by title or given name, from a place or a body."""
        known = self.gender is not Gender.UNKNOWN or any(name.titles for name in self.names)
        return known and not self.organisation

    def add(self, name: Name, gender: Gender) -> None:
        """Take in one more name."""
        self.names.append(name)
        self.forms.setdefault((name.core, name.suffix), name)
        self.written_out += len(name.core) > 1
        self.person = self.person or name.personal or bool(name.titles) or len(name.core) > 1
        self.organisation = self.organisation or name.organisation or bool(name.acronym)
        self.acronym = self.acronym or name.acronym
        if _fullness(name) > _fullness(self.fullest):
            self.fullest = name
        if gender is not Gender.UNKNOWN:
            self.gender = gender


def _fullness(name: Name) -> tuple[int, bool, bool]:
    return len(name.core), bool(name.suffix or name.acronym), bool(name.titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The entities of an article, by where their names end in it."""

    at: dict[int, Entity]
    name_at: dict[int, Name]


def gather(names: Sequence[Name], words: Lexicon) -> People:
    """Gather the names of an article into entities."""
    by_surname: dict[str, list[Entity]] = defaultdict(list)
    by_part: dict[str, list[Entity]] = defaultdict(list)
    acronyms: dict[str, Entity] = {}
    at: dict[int, Entity] = {}
    for name in names:
        if len(name.core) > 1:
            entity = _same(by_surname[name.surname][:_NAMESAKES], name)
            if entity is None:
                entity = Entity(name)
                by_surname[name.surname].append(entity)
                for part in dict.fromkeys(name.core[:-1]):
                    by_part[part].append(entity)
            entity.add(name, gender_of(name, words))
            at[name.end] = entity
            if name.acronym:
                acronyms.setdefault(name.acronym, entity)
    for name in names:
        if len(name.core) == 1:
            namesakes = by_surname[name.surname][:_NAMESAKES]
            entity = (
                acronyms.get(name.surname)
                or _meant(namesakes, name, words)
                or _given(by_part, name)
            )
            if entity is None:
                entity = Entity(name, given_gender(name.core[0], words))
                by_surname[name.surname].append(entity)
            entity.add(name, gender_of(name, words))
            at[name.end] = entity
    return People(at=at, name_at={name.end: name for name in names})


def _same(candidates: list[Entity], name: Name) -> Entity | None:
    for entity in candidates:
        if any(_compatible(other, name) for other in entity.forms.values()):
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


def _meant(candidates: list[Entity], name: Name, words: Lexicon) -> Entity | None:
    """Choose whom a bare surname means: by title's gender, then the most often named."""
    gender = gender_of(name, words)
    fitting = [
        entity
        for entity in candidates
        if Gender.UNKNOWN in (gender, entity.gender) or gender is entity.gender
    ]
    if not fitting:
        return None
    foremost, *others = sorted(
        fitting, key=lambda entity: (-entity.written_out, entity.names[0].span.start)
    )
    if any(_side_by_side(foremost, other) for other in others):
        return next((entity for entity in others if not entity.written_out), None)
    return foremost


def _side_by_side(one: Entity, other: Entity) -> bool:
    """Tell "Robert Hale and his brother John Hale", after whom a bare Hale is either."""
    if one.written_out != other.written_out or not one.written_out:
        return False
    apart = other.names[0].span.start - one.names[0].span.end
    return one.names[0].paragraph == other.names[0].paragraph and apart < _SIDE_BY_SIDE


def _given(by_part: dict[str, list[Entity]], name: Name) -> Entity | None:
    """Find whose given or middle name stands alone: "Bari", of "Chief Lodza Bari Ngongo"."""
    candidates = by_part.get(name.core[0], [])
    return candidates[0] if len(candidates) == 1 else None


def gender_of(name: Name, words: Lexicon) -> Gender:
    """Tell a person's gender by title and given name."""
    for title in name.titles:
        if title in words.female_titles:
            return Gender.FEMALE
        if title in words.male_titles:
            return Gender.MALE
    if name.organisation or len(name.core) == 1:
        return Gender.UNKNOWN
    genders = (given_gender(part, words) for part in name.core[:-1])
    return next((gender for gender in genders if gender is not Gender.UNKNOWN), Gender.UNKNOWN)
