"""Speakers: whom the words at a quotation mean, by the fullest name that the article gives."""

from dataclasses import dataclass, field

from summarizer.model import Span, Speaker
from summarizer.quotes.attribution import Attribution
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.people import Entity, Gender, People
from summarizer.quotes.phrases import Head, Phrase
from summarizer.quotes.words import Kind, Paragraph

_REACH = 14  # sentences that a pronoun looks back over


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A speaker and, for one that has a name, the entity behind it."""

    speaker: Speaker
    entity: Entity | None = None


@dataclass(slots=True)
class Discourse:
    """Who has been named so far, sentence by sentence, the foremost of each sentence first."""

    sentences: list[list[Entity]] = field(default_factory=list)

    def hear(
        self, paragraph: Paragraph, sentence: tuple[int, int], people: People, words: Lexicon
    ) -> None:
        """Take in a sentence's names: its subject first, objects after."""
        foremost: list[Entity] = []
        others: list[Entity] = []
        for index in range(*sentence):
            entity = people.at.get(paragraph.words[index].end)
            if entity is None or paragraph.words[index].kind is Kind.QUOTATION:
                continue
            before = paragraph.words[index - 1].lower if index > sentence[0] else ""
            (others if before in words.prepositions else foremost).append(entity)
        self.sentences.append(foremost + others)

    def speak(self, entity: Entity) -> None:
        """Put a speaker before all others of the latest sentence."""
        if not self.sentences:
            self.sentences.append([])
        self.sentences[-1].insert(0, entity)

    def meant(self, gender: Gender) -> Entity | None:
        """Give the nearest person named whom a pronoun of this gender can mean."""
        for sentence in reversed(self.sentences[-_REACH:]):
            for entity in sentence:
                if not entity.organisation and entity.gender is gender:
                    return entity
            for entity in sentence:
                if not entity.organisation and entity.gender is Gender.UNKNOWN:
                    return entity
        return None


def resolve(
    paragraph: Paragraph,
    attribution: Attribution,
    people: People,
    discourse: Discourse,
    words: Lexicon,
) -> Resolved:
    """Give the speaker that an attribution's words mean."""
    phrase = attribution.phrase
    mention = paragraph.of(phrase.first, phrase.last)
    if phrase.head is Head.PRONOUN:
        return _pronoun(paragraph, phrase, mention, discourse, words)
    if phrase.head is Head.NAME:
        entity = people.at.get(_name_end(paragraph, phrase, people))
        if entity is not None:
            name = entity.fullest.span.of(paragraph.text)
            speaker = Speaker(name=_plain(name), mention=mention, role=entity.role)
            return Resolved(speaker=speaker, entity=entity)
    whole = paragraph.of(phrase.first, _attached(paragraph, phrase, words))
    return Resolved(speaker=Speaker(name=_plain(whole.of(paragraph.text)), mention=whole))


def _name_end(paragraph: Paragraph, phrase: Phrase, people: People) -> int:
    for index in range(phrase.last - 1, max(phrase.name, phrase.first) - 1, -1):
        if paragraph.words[index].end in people.at:
            return paragraph.words[index].end
    return -1


def _pronoun(
    paragraph: Paragraph, phrase: Phrase, mention: Span, discourse: Discourse, words: Lexicon
) -> Resolved:
    lower = paragraph.words[phrase.first].lower
    entity = None
    if lower in words.he:
        entity = discourse.meant(Gender.MALE)
    elif lower in words.she:
        entity = discourse.meant(Gender.FEMALE)
    if entity is None:
        return Resolved(speaker=Speaker(name=mention.of(paragraph.text), mention=mention))
    name = _plain(entity.fullest.span.of(paragraph.text))
    return Resolved(speaker=Speaker(name=name, mention=mention, role=entity.role), entity=entity)


def _attached(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> int:
    """Find where a noun phrase ends with what hangs on it: "a spokesman for the port"."""
    last = phrase.last
    tokens = paragraph.words
    while last < len(tokens) and last - phrase.first < 16:
        lower = tokens[last].lower
        if tokens[last].kind in (Kind.SIGN, Kind.QUOTATION) or lower not in words.attaching:
            break
        after = last + 1
        while (
            after < len(tokens)
            and tokens[after].kind not in (Kind.SIGN, Kind.QUOTATION)
            and not (lower_stops(tokens[after].lower, words))
        ):
            after += 1
        if after == last + 1:
            break
        last = after
    return last


def lower_stops(lower: str, words: Lexicon) -> bool:
    """Tell whether a word cannot stand within what hangs on a noun."""
    return (
        lower in words.verbs
        or lower in words.prepositions
        or lower in words.common_verbs
        or lower in words.relatives
        or lower in words.conjunctions
        or lower in words.auxiliaries
        or lower in words.days
    )


def _plain(name: str) -> str:
    return " ".join(name.split())
