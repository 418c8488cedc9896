"""Speakers: whom the words at a quotation mean, by the fullest name that the article gives."""

from dataclasses import dataclass

from summarizer.model import Span, Speaker
from summarizer.quotes.discourse import Discourse
from summarizer.quotes.lexicon import Lexicon
from summarizer.quotes.people import Entity, Gender, People, is_given
from summarizer.quotes.phrases import Head, Phrase, phrase_at
from summarizer.quotes.preceding import phrase_ending
from summarizer.quotes.words import Kind, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A speaker and, for one that has a name, the entity behind it."""

    speaker: Speaker
    entity: Entity | None = None


def resolve(
    paragraph: Paragraph,
    phrase: Phrase,
    people: People,
    discourse: Discourse,
    words: Lexicon,
) -> Resolved:
    """Give the speaker that the words at a quotation mean."""
    mention = paragraph.of(phrase.first, phrase.last)
    if phrase.head is Head.PRONOUN:
        return _pronoun(paragraph, phrase, mention, discourse, words)
    whole = _attached(paragraph, phrase, words)
    if phrase.head is Head.NOUN:
        apposed = _apposed(paragraph, whole, words)
        if apposed is not None:
            phrase, mention = apposed, paragraph.of(phrase.first, apposed.last)
        else:
            phrase = _named_before(paragraph, phrase, words) or phrase
            mention = paragraph.of(phrase.first, phrase.last)
    if phrase.head is Head.NAME:
        entity = people.at.get(_name_end(paragraph, phrase, people))
        if entity is not None:
            name = _joined(paragraph, phrase, entity, people, words)
            mentioned = people.name_at.get(mention.end)
            if mentioned is not None:  # with its suffix
                mention = Span(mention.start, mentioned.span.end)
            return Resolved(speaker=Speaker(name=name, mention=mention), entity=entity)
    mention = paragraph.of(phrase.first, whole)
    return Resolved(speaker=Speaker(name=_plain(mention.of(paragraph.text)), mention=mention))


def _joined(
    paragraph: Paragraph, phrase: Phrase, entity: Entity, people: People, words: Lexicon
) -> str:
    """Give the fullest name, or two where two speak: "Wu and Cole said"."""
    name = _plain(entity.fullest.span.of(paragraph.text))
    if phrase.last + 1 >= len(paragraph.words) or paragraph.words[phrase.last].lower != "and":
        return name
    other = phrase_at(paragraph, phrase.last + 1, len(paragraph.words), words)
    if other is None or other.head is not Head.NAME or other.last >= len(paragraph.words):
        return name
    following = paragraph.words[other.last].lower
    second = people.at.get(_name_end(paragraph, other, people))
    apart = following in (",", "--", "—", "–")
    if second is None or second is entity or not (following in words.verbs or apart):
        return name
    return f"{name} and {_plain(second.fullest.span.of(paragraph.text))}"


def _apposed(paragraph: Paragraph, comma: int, words: Lexicon) -> Phrase | None:
    """Read the name after a noun for the same person: "the mayor, Dana Wu, said"."""
    tokens = paragraph.words
    if comma + 1 >= len(tokens) or tokens[comma].lower not in (",", "--", "—", "–"):
        return None
    phrase = phrase_at(paragraph, comma + 1, len(tokens), words)
    if phrase is None or phrase.head is not Head.NAME or phrase.last - phrase.name < 2:
        return None
    following = tokens[phrase.last] if phrase.last < len(tokens) else None
    if following is not None and following.lower == "and":  # "two analysts, Wu and Cole, said"
        other = phrase_at(paragraph, phrase.last + 1, len(tokens), words)
        if other is None or other.head is not Head.NAME or other.last >= len(tokens):
            return None
        following = tokens[other.last]
    if following is None or following.kind is Kind.SIGN or following.lower in words.prepositions:
        return phrase
    return None


def _named_before(paragraph: Paragraph, phrase: Phrase, words: Lexicon) -> Phrase | None:
    """Read the name that a noun is set beside, its second comma lost: "Ana Wu, the mayor said"."""
    comma = phrase.first - 1
    if comma < 2 or paragraph.words[comma].lower != ",":
        return None
    first = paragraph.sentence_of(comma)[0]
    name = phrase_ending(paragraph, first, comma, words)
    if name is None or name.head is not Head.NAME or name.last - name.name < 2:
        return None
    given = paragraph.words[name.name].lower
    return name if name.last == comma and is_given(given, words) else None


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
    if lower in words.he or lower in words.his:
        entity = discourse.meant(Gender.MALE)
    elif lower in words.she or lower in words.her:
        entity = discourse.meant(Gender.FEMALE)
    if entity is None:
        thing = discourse.thing if lower in words.it else None
        name = thing or mention.of(paragraph.text)
        return Resolved(speaker=Speaker(name=name, mention=mention))
    name = _plain(entity.fullest.span.of(paragraph.text))
    return Resolved(speaker=Speaker(name=name, mention=mention), entity=entity)


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
