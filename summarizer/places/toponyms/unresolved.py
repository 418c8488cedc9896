"""Names that the words around them say are places, but that the gazetteer does not hold."""

from collections.abc import Iterator, Sequence
from functools import cache

from summarizer.languages.patterns import phrases_of_all
from summarizer.model import Parsed, PassageKind, Span
from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.layout import COUNTRY, FIRST_DIVISION
from summarizer.places.toponyms.tokens import CLOSE, Joint, Paragraph, Token
from summarizer.places.toponyms.toponym import Toponym

_LONGEST = 4  # words
_OUTER = (COUNTRY, FIRST_DIVISION)

Name = tuple[int, int]
"""Where a name's words begin and end among a paragraph's."""


def find_unresolved(
    parsed: Parsed, paragraphs: Sequence[Paragraph], places: Sequence[Toponym], words: Words
) -> tuple[Span, ...]:
    """Return every mention of such names; `places` are the toponyms that are places."""
    taken: list[list[Toponym]] = [[] for _ in paragraphs]
    for place in places:
        taken[place.paragraph].append(place)
    names: list[tuple[tuple[str, ...], Paragraph, Name]] = []
    told = set()
    for paragraph, inside in zip(paragraphs, taken, strict=True):
        if paragraph.kind is PassageKind.CAPTION:
            continue
        outer = {place.first for place in inside if place.entry and place.entry.kind in _OUTER}
        for name in _names(paragraph, inside, words):
            text = _words(paragraph.tokens, name)
            names.append((text, paragraph, name))
            if paragraph.capitals_tell and _is_told(paragraph.tokens, name, outer, words):
                told.add(text)
    if told:
        longer = {text[-1] for text, _, _ in names if len(text) > 1}  # "Chaudhry" is a person's
        told = {text for text in told if len(text) > 1 or text[0] not in longer}
    found = {_span(paragraph, name) for text, paragraph, name in names if text in told}
    return tuple(sorted(found | set(_of_dateline(parsed, places))))


def _of_dateline(parsed: Parsed, places: Sequence[Toponym]) -> Iterator[Span]:
    """Return the dateline's place, or each of several, without what it lies in."""
    where = parsed.dateline.place if parsed.dateline else None
    if where is None or where.of(parsed.text).lower().startswith(_no_places()):
        return
    start = where.start
    for part in where.of(parsed.text).split(",")[0].split("/"):
        span = Span(start, start + len(part))
        start = span.end + 1
        if not any(place.span.overlaps(span) for place in places):
            yield span


@cache
def _no_places() -> tuple[str, ...]:
    return phrases_of_all("datelines", "no_places")


def _names(paragraph: Paragraph, inside: Sequence[Toponym], words: Words) -> Iterator[Name]:
    """Return the capitalised names that are no places and do not look like anything else's."""
    tokens = paragraph.tokens
    places: set[int] = set()
    for place in inside:
        places.update(range(place.first, place.last))
    end = 0
    for index in paragraph.capitals:
        if index < end:
            continue
        end = _end(tokens, index)
        if end > index and places.isdisjoint(range(index, end)):
            first = _first(tokens, index, end, words)
            if first < end and _may_be_place(tokens[first:end], words):
                yield first, end


def _first(tokens: Sequence[Token], index: int, end: int, words: Words) -> int:
    """Return where a name begins after a sentence's first word or a noun with a capital: "Dorf"."""
    first = index + (tokens[index].opens and tokens[index].lower in words.openers)
    if not words.tongue.english:
        while first < end and tokens[first].lower in words.place_nouns:
            first += 1
    return first


def _end(tokens: Sequence[Token], index: int) -> int:
    """Return where the capitalised words that begin at `index` end: "Qala-e Morvand"."""
    if not tokens[index].text[0].isupper():
        return index
    end = index + 1
    while end < len(tokens) and tokens[end].joint in CLOSE and not tokens[end - 1].possessive:
        small = tokens[end].joint == Joint.HYPHEN and len(tokens[end].text) < 3
        if not tokens[end].text[0].isupper() and not small:
            break
        end += 1
    return end


def _may_be_place(name: Sequence[Token], words: Words) -> bool:
    first = name[0].lower
    if first in words.given or first in words.common or name[0].text.isupper():
        return False
    if len(name) > _LONGEST or len(name[-1].lower) < 3:
        return False
    lowers = [token.lower for token in name]
    return (  # sets too large to join
        words.bodies.isdisjoint(lowers)
        and words.sites.isdisjoint(lowers)
        and words.days.isdisjoint(lowers)
        and words.titles.isdisjoint(lowers)
    )


def _is_told(tokens: Sequence[Token], name: Name, outer: set[int], words: Words) -> bool:
    """Return whether the words say that a name is a place's."""
    first, end = name
    before = tokens[first - 1] if first > 0 and tokens[first].joint == Joint.SPACE else None
    whole = not tokens[end - 1].possessive
    after = tokens[end] if end < len(tokens) and whole else None
    nouns = words.settlements if words.tongue.english else words.place_nouns
    if before is not None and before.lower in words.joining and first > 1:
        noun = tokens[first - 2]
        return noun.lower in nouns and tokens[first - 1].joint == Joint.SPACE
    if before is not None and before.lower in nouns and not words.tongue.english:
        return True
    if after is not None and after.joint == Joint.SPACE and after.lower in nouns:
        return words.noun_tells or (before is not None and before.lower in words.reached)
    lies = after is not None and after.joint == Joint.COMMA and end in outer
    if before is None:
        return False
    close = words.tongue.english and whole and before.lower in words.close_to
    return close or (lies and before.lower in words.reached)


def _words(tokens: Sequence[Token], name: Name) -> tuple[str, ...]:
    return tuple([token.text for token in tokens[name[0] : name[1]]])


def _span(paragraph: Paragraph, name: Name) -> Span:
    return Span(paragraph.starts[name[0]], paragraph.end(name[1] - 1))
