"""Speakers: whom the words at a quotation mean, by the fullest name that the article gives."""

from dataclasses import dataclass

from summarizer.languages.lexicon import Lexicon
from summarizer.model import Span, Speaker
from summarizer.quotes.speakers.discourse import Discourse
from summarizer.quotes.speakers.given import FEMALE, MALE, UNKNOWN
from summarizer.quotes.speakers.people import Entity, People
from summarizer.quotes.syntax.appositions import attached, name_after, name_before, unnamed
from summarizer.quotes.syntax.phrases import NAME, PRONOUN, Phrase, is_pronoun, phrase_at
from summarizer.quotes.syntax.words import CAPITAL, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A speaker and, for one that has a name, the entity behind it."""

    speaker: Speaker
    entity: Entity | None = None


def resolve(
    paragraph: Paragraph, phrase: Phrase, discourse: Discourse, *, cue: str = ""
) -> Resolved:
    """Return the speaker that the words at a quotation mean.

    `cue` is the verb beside them, in lower case: "he added" tells that the last speaker goes on.
    """
    if phrase.head is PRONOUN:
        return _pronoun(paragraph, phrase, discourse, cue=cue)
    words = discourse.words
    whole = attached(paragraph, phrase, words)
    held = _after_office(paragraph, phrase, whole, discourse)
    if held is not None:
        return held
    if phrase.head is NAME:
        return _named(paragraph, phrase, phrase.first, discourse) or _plainly(
            paragraph, phrase.first, whole
        )
    beside = name_after(paragraph, whole, words) or name_before(paragraph, phrase, words)
    if beside is not None:
        first = min(phrase.first, beside.first)
        return _named(paragraph, beside, first, discourse) or _plainly(
            paragraph, first, beside.last
        )
    return _by_office(paragraph, phrase, whole, discourse) or _plainly(
        paragraph, phrase.first, unnamed(paragraph, whole, words)
    )


def _named(
    paragraph: Paragraph, phrase: Phrase, first: int, discourse: Discourse
) -> Resolved | None:
    """Resolve a name; its mention begins at the word `first`."""
    people = discourse.people
    entity = people.at.get(_name_end(paragraph, phrase, people))
    if entity is None:
        return None
    mention = paragraph.of(first, phrase.last)
    mentioned = people.name_at.get(mention.end)
    if mentioned is not None:  # with its suffix
        mention = Span(mention.start, mentioned.stop)
    name = _joined(paragraph, phrase, entity, people, discourse.words)
    return Resolved(speaker=Speaker(name=name, mention=mention), entity=entity)


def _after_office(
    paragraph: Paragraph, phrase: Phrase, whole: int, discourse: Discourse
) -> Resolved | None:
    """Read the name at the end of a long office: "Minister for Sport Aileen Campbell"."""
    lowers, kinds = paragraph.lowers, paragraph.kinds
    name = discourse.people.name_at.get(paragraph.ends[whole - 1])
    if name is None or whole == phrase.last or name.first_word <= phrase.last + 1:
        return None
    office = lowers[phrase.last - 1] in discourse.words.name_titles
    entity = discourse.people.at.get(name.end)
    if not office or entity is None or not entity.is_somebody:
        return None
    if kinds[name.first_word - 1] is not CAPITAL:
        return None
    mention = paragraph.of(phrase.first, whole)
    return Resolved(speaker=Speaker(name=_full(entity, paragraph), mention=mention), entity=entity)


def _by_office(
    paragraph: Paragraph, phrase: Phrase, whole: int, discourse: Discourse
) -> Resolved | None:
    """Resolve "the mayor" to the one who is mayor, and "the BPU" to its name in full."""
    mention = paragraph.of(phrase.first, phrase.last)
    entity = discourse.people.at.get(mention.end)
    if entity is None or not entity.acronym:
        entity = discourse.holder(paragraph, phrase, whole)
    if entity is None:
        return None
    name = _full(entity, paragraph)
    return Resolved(speaker=Speaker(name=name, mention=mention), entity=entity)


def _plainly(paragraph: Paragraph, first: int, last: int) -> Resolved:
    """Leave a speaker without a name as the article words it."""
    mention = paragraph.of(first, last)
    return Resolved(speaker=Speaker(name=_plain(mention.of(paragraph.text)), mention=mention))


def _joined(
    paragraph: Paragraph, phrase: Phrase, entity: Entity, people: People, words: Lexicon
) -> str:
    """Return the fullest name, or two where two speak: "Wu and Cole said"."""
    name = _full(entity, paragraph)
    if phrase.last + 1 >= len(paragraph.lowers) or paragraph.lowers[phrase.last] not in words.both:
        return name
    other = phrase_at(paragraph, phrase.last + 1, len(paragraph.lowers), words)
    if other is None or other.head is not NAME or other.last >= len(paragraph.lowers):
        return name
    following = paragraph.lowers[other.last]
    second = people.at.get(_name_end(paragraph, other, people))
    apart = following in (",", "--", "—", "–")
    if second is None or second is entity or not (following in words.verbs or apart):
        return name
    return f"{name} and {_full(second, paragraph)}"


def _name_end(paragraph: Paragraph, phrase: Phrase, people: People) -> int:
    for index in range(phrase.last - 1, max(phrase.name, phrase.first) - 1, -1):
        if paragraph.ends[index] in people.at:
            return paragraph.ends[index]
    return -1


def _pronoun(paragraph: Paragraph, phrase: Phrase, discourse: Discourse, *, cue: str) -> Resolved:
    mention = paragraph.of(phrase.first, phrase.last)
    lower = paragraph.lowers[phrase.first]
    words = discourse.words
    again = cue in words.adding
    entity = None
    if lower in words.he or lower in words.his:
        entity = discourse.meant(MALE, again=again)
    elif lower in words.she or lower in words.her:
        entity = discourse.meant(FEMALE, again=again)
    elif words.prodrop and not is_pronoun(lower, words):  # its verb stands for it
        entity = discourse.meant(FEMALE if lower in words.hers else UNKNOWN)
    if entity is None:
        name = discourse.unnamed(lower, cue) or mention.of(paragraph.text)
        return Resolved(speaker=Speaker(name=name, mention=mention))
    return Resolved(speaker=Speaker(name=_full(entity, paragraph), mention=mention), entity=entity)


def _full(entity: Entity, paragraph: Paragraph) -> str:
    """Return an entity's fullest name, with the acronym that the article introduces in brackets.

    A relative named without a surname has the one that follows: Noreen, then "Ms Hurley".
    """
    text = paragraph.text
    name = _plain(entity.fullest.full.of(text))
    if entity.family is None or len(entity.fullest.core) > 1:
        return name
    given, surname = entity.names[0], entity.family
    family = text[surname.end - len(surname.surname) : surname.end]
    return f"{_plain(given.span.of(text))} {family}"


def _plain(name: str) -> str:
    return " ".join(name.split())
