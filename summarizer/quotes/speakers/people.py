"""Who is named in an article: its names gathered into entities, each with its fullest form."""

from dataclasses import dataclass, field

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import FEMALE, MALE, UNKNOWN, Gender, given_gender
from summarizer.quotes.speakers.names import Name


@dataclass(slots=True, eq=False)
class Entity:
    """One person or organisation and all its names, in the article's order."""

    fullest: Name  # the most words; of equals one with a suffix or title, then the earliest
    gender: Gender = UNKNOWN
    spoke: bool = False
    names: list[Name] = field(default_factory=list)
    written_out: int = 0  # how often the name stands in full
    person: bool = False  # whether the names look like a person's: a title, or several words
    titled: bool = False
    personal: bool = False
    organisation: bool = False
    acronym: str = ""
    family: Name | None = None  # a surname by which one is called who is named without it
    forms: dict[tuple[tuple[str, ...], str], Name] = field(default_factory=dict)  # in full
    in_full: dict[int, int] = field(default_factory=dict)  # where first, by paragraph

    @property
    def is_somebody(self) -> bool:
        """Distinguish a person, by title or given name, from a place or a body."""
        if self.organisation:
            return False
        return self.gender is not UNKNOWN or self.titled

    def add(self, name: Name, gender: Gender) -> None:
        """Take in one more name."""
        self.names.append(name)
        if len(name.core) > 1:
            self.forms.setdefault((name.core, name.suffix), name)
            self.in_full.setdefault(name.paragraph, name.start)
            self.written_out += 1
            self.person = True
        if name.titles:
            self.titled = self.person = True
        if name.personal:
            self.personal = self.person = True
        if name.organisation or name.acronym:
            self.organisation = True
            self.acronym = self.acronym or name.acronym
        longer = len(name.core) >= len(self.fullest.core)
        if longer and name is not self.fullest and _fullness(name) > _fullness(self.fullest):
            self.fullest = name
        if gender is not UNKNOWN:
            self.gender = gender


def _fullness(name: Name) -> tuple[int, bool, bool]:
    return len(name.core), bool(name.suffix or name.acronym), bool(name.titles)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The entities of an article, by where their names end in it."""

    at: dict[int, Entity]
    name_at: dict[int, Name]


def gender_of(name: Name, words: Lexicon) -> Gender:
    """Return a person's gender by title and given name."""
    for title in name.titles:
        if title in words.female_titles:
            return FEMALE
        if title in words.male_titles:
            return MALE
    if not name.organisation:
        for part in name.core[:-1]:
            gender = given_gender(part, words)
            if gender is not UNKNOWN:
                return gender
    return UNKNOWN
