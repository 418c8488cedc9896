"""Salience: how much a sentence is about somebody, and how well a pronoun fits."""

from typing import NamedTuple

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import UNKNOWN, Gender
from summarizer.quotes.speakers.people import Entity, People
from summarizer.quotes.syntax.words import CAPITAL, POSSESSIVE, SIGN, WORD, Paragraph

SPEAKER, SUBJECT, OTHER, HIDDEN = 2.0, 1.5, 0.0, -0.8
MOST_FIT = 1.0


class Mention(NamedTuple):
    """A person named or meant at one place; `weight` is how much the sentence is about them."""

    entity: Entity
    sentence: int
    weight: float


def weigh(
    paragraph: Paragraph,
    index: int,
    opening: int,
    entity: Entity,
    *,
    people: People,
    words: Lexicon,
) -> float:
    """Weigh the mention of an entity that ends at the word `index`, as far as its place tells."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    after, beside = (lowers[index + 1], kinds[index + 1]) if index + 1 < len(lowers) else ("", SIGN)
    before = index - 1
    least = max(opening, index - 6)
    while before > least and kinds[before] is CAPITAL:
        before -= 1
    ahead = lowers[before] if before >= opening else ""
    if after in words.verbs or ahead in words.verbs:
        return SPEAKER
    if beside is POSSESSIVE or (beside is WORD and after in words.people):
        return HIDDEN  # "United coach Roland Meyer"
    if ahead in words.prepositions:
        name = people.name_at.get(paragraph.ends[index])
        if (
            ahead not in words.like or name is None or not name.personal
        ):  # "identified only as Rahmat"
            return HIDDEN
    if not entity.is_somebody and _is_region(paragraph, before, opening, words):
        return HIDDEN
    return SUBJECT


def _is_region(paragraph: Paragraph, comma: int, opening: int, words: Lexicon) -> bool:
    """Recognise the state in "in Beaumont, Texas": it follows a place and a comma."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    if comma <= opening or lowers[comma] != ",":
        return False
    place = comma - 1
    while place > opening and kinds[place] is CAPITAL:
        place -= 1
    return place < comma - 1 and lowers[place] in words.prepositions


def fit(entity: Entity, gender: Gender) -> float | None:
    """Return how well an entity fits a pronoun's gender; None where it cannot."""
    if entity.organisation or not (entity.person or entity.spoke):
        return None
    if gender is UNKNOWN:
        return float(entity.spoke) if entity.person and entity.written_out else None
    if entity.gender is not UNKNOWN:
        return MOST_FIT if entity.gender is gender else None
    if entity.spoke:
        return 0.0
    return -0.7 if entity.titled or entity.personal else -1.2
