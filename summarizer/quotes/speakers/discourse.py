"""Discourse: who is being spoken of, so that a pronoun can be given its person."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from summarizer.languages.lexicon import Lexicon
from summarizer.quotes.speakers.given import FEMALE, MALE, UNKNOWN, Gender
from summarizer.quotes.speakers.names import Name
from summarizer.quotes.speakers.offices import Offices
from summarizer.quotes.speakers.people import Entity, People
from summarizer.quotes.speakers.salience import (
    MOST_FIT,
    OTHER,
    SPEAKER,
    SUBJECT,
    Mention,
    fit,
    weigh,
)
from summarizer.quotes.syntax.phrases import Phrase
from summarizer.quotes.syntax.preceding import beginning
from summarizer.quotes.syntax.words import CAPITAL, WORD, Paragraph

_REACH = 14  # sentences that a pronoun looks back over
_MOST = 200  # mentions that a pronoun looks back over
_AGAIN = 1.0
_APART = 0.5  # how much less a paragraph's pronoun means somebody of an earlier one


@dataclass(slots=True)
class Discourse:
    """Who has been named so far, in the article's order."""

    people: People
    offices: Offices
    words: Lexicon
    mentions: list[Mention] = field(default_factory=list)
    sentence: int = 0
    opened: int = 0  # the first sentence of the paragraph
    last: Entity | None = None  # who last spoke
    thing: tuple[str, int] | None = None  # the body or document that last spoke, and when
    document: tuple[str, int] | None = None  # the document that was last told of, and when
    nameless: dict[str, Entity] = field(default_factory=dict)  # by their nouns
    group: str | None = None  # those who were last told of together
    waiting: list[Callable[[], None]] = field(default_factory=list)  # steps not yet taken

    def later(self, step: Callable[[], None]) -> None:
        """Put a step of the reading off until it is asked who is meant: often nobody asks."""
        self.waiting.append(step)

    def _catch_up(self) -> None:
        steps, self.waiting = self.waiting, []
        for step in steps:
            step()

    def begin_paragraph(self) -> None:
        """Take in that what is told of may change."""
        self.opened = self.sentence + 1

    def begin_sentence(self) -> None:
        """Count one more sentence."""
        self.sentence += 1

    def hear(self, paragraph: Paragraph, first: int, last: int, opening: int) -> None:
        """Take in the words from `first` up to `last` of the sentence that opens at `opening`."""
        words, lowers, kinds = self.words, paragraph.lowers, paragraph.kinds
        told_of = words.told_of
        for index in [i for i in range(first, last) if kinds[i] is CAPITAL or lowers[i] in told_of]:
            lower, kind = lowers[index], kinds[index]
            if kind is WORD:
                self._note(paragraph, index, opening)
            elif kind is not CAPITAL:
                continue
            entity = self.people.at.get(paragraph.ends[index])
            if entity is None and kind is WORD and lower in words.people:
                entity = self._nameless(paragraph, index, opening)
            if entity is None and lower in words.nominatives:
                entity = self.meant(self._gender(lower))
            if entity is not None:
                weight = weigh(
                    paragraph, index, opening, entity, people=self.people, words=self.words
                )
                if weight is SUBJECT and self._has_subject():
                    weight = OTHER
                self.mentions.append(Mention(entity, self.sentence, weight))

    def _nameless(self, paragraph: Paragraph, index: int, opening: int) -> Entity | None:
        """Take in somebody without a name: "the call taker", "his grandmother"."""
        lowers = paragraph.lowers
        first = beginning(paragraph, opening, index + 1, self.words)
        lower = lowers[index]
        gender = _noun_gender(lower, self.words)
        determined = lowers[first] in self.words.determiners and first < index
        clause = lowers[index + 1 : index + 3]
        told = clause[:1] == (",",) and clause[-1] in self.words.relatives
        if not determined or (first > opening and gender is UNKNOWN):
            return None
        if lowers[first] in self.words.definite and not told:
            return None  # more often somebody with a name: "the businessman"
        if clause and (clause[0] in self.words.of or paragraph.kinds[index + 1] is CAPITAL):
            return None
        if self.offices.holders(paragraph, first, index + 1) or _is_apposed(paragraph, index):
            return None
        span = paragraph.of(first, index + 1)
        if lower not in self.nameless:
            name = Name(start=span.start, stop=span.end, core=(lower,), end=span.end)
            self.nameless[lower] = Entity(name, gender, spoke=told, person=True)
        return self.nameless[lower]

    def _note(self, paragraph: Paragraph, index: int, opening: int) -> None:
        """Take in who or what "they" and "it" may mean."""
        lower = paragraph.lowers[index]
        document = lower in self.words.documents and lower not in self.words.auxiliaries
        if not document and not (
            lower.endswith(self.words.plural_endings)
            and self.words.single(lower) in self.words.people
        ):
            return
        first = beginning(paragraph, opening, index + 1, self.words)
        if document and paragraph.lowers[first] in self.words.determiners:
            self.document = (paragraph.of(first, index + 1).of(paragraph.text), self.sentence)
        elif first == opening:
            self.group = paragraph.of(first, index + 1).of(paragraph.text)

    def note_thing(self, name: str) -> None:
        """Take in that a body or a document has spoken."""
        self.thing = (name, self.sentence)

    def unnamed(self, pronoun: str, cue: str) -> str | None:
        """Return what has no name of its own and may be meant by "it" or "they".

        What "reads" is a document; what "says" is rather what spoke not long before.
        """
        if pronoun in self.words.they:
            self._catch_up()
            return self.group
        if pronoun not in self.words.it:
            return None
        self._catch_up()
        if self.thing is None or self.document is None:
            return (self.thing or self.document or (None,))[0]
        if cue in self.words.reading or self.document[1] > self.thing[1] + 1:
            return self.document[0]
        return self.thing[0]

    def holder(self, paragraph: Paragraph, phrase: Phrase, whole: int) -> Entity | None:
        """Return whom "the mayor" means, or None where that is not plain."""
        held = self.offices.holders(paragraph, phrase.first, whole)
        if len(held) == 1:
            return held[0]
        if held:
            return self._latest(held)
        if self.offices.is_epithet(paragraph, phrase.first, whole):
            return self.meant(UNKNOWN)
        return None

    def _latest(self, held: list[Entity]) -> Entity | None:
        """Choose who was last spoken of; nobody where two were, in one sentence."""
        self._catch_up()
        meant = frozenset(map(id, held))
        near = [one for one in self.mentions[-_MOST:] if id(one.entity) in meant]
        if not near:
            return None
        last = {id(one.entity) for one in near if one.sentence == near[-1].sentence}
        return near[-1].entity if len(last) == 1 else None

    def speak(self, entity: Entity) -> None:
        """Take in that somebody has spoken."""
        self.mentions.append(Mention(entity, self.sentence, SPEAKER))
        self.last = entity

    def meant(self, gender: Gender, *, again: bool = False) -> Entity | None:
        """Return the person whom a pronoun of this gender most likely means here.

        `again` is true where the last speaker is likelier to go on speaking.
        """
        self._catch_up()
        best: Entity | None = None
        best_score = -99.0
        most = MOST_FIT + SPEAKER + (_AGAIN if again else 0.0)
        for mention in islice(reversed(self.mentions), _MOST):
            distance = self.sentence - mention.sentence
            if distance > _REACH or best_score >= most - distance:
                break
            fitness = fit(mention.entity, gender)
            if fitness is None:
                continue
            score = fitness + mention.weight - distance
            if mention.sentence < self.opened:
                score -= _APART
            if again and mention.entity is self.last:
                score += _AGAIN
            if score > best_score:
                best, best_score = mention.entity, score
        return best

    def _has_subject(self) -> bool:
        """Return whether the sentence has somebody as its subject already."""
        here = [one.weight for one in self.mentions[-4:] if one.sentence == self.sentence]
        return bool(here) and max(here) >= SUBJECT

    def _gender(self, lower: str) -> Gender:
        return MALE if lower in self.words.he else FEMALE


def _noun_gender(lower: str, words: Lexicon) -> Gender:
    if lower in words.female_nouns:
        return FEMALE
    return MALE if lower in words.male_nouns else UNKNOWN


def _is_apposed(paragraph: Paragraph, index: int) -> bool:
    """Recognise a noun that a name is set beside: "his daughter, Joan"."""
    if index + 2 >= len(paragraph) or paragraph.lowers[index + 1] not in (",", "("):
        return False
    return paragraph.kinds[index + 2] is CAPITAL
