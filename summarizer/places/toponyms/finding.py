"""Toponyms: the words of an article that the gazetteer has, and the names they stand in."""

from collections.abc import Iterator, Sequence

from summarizer.model import Span
from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.gazetteer import Entry, Gazetteer
from summarizer.places.gazetteer.keys import abbreviation_key, postal_key
from summarizer.places.gazetteer.layout import CITY, COUNTRY, FIRST_DIVISION, SECOND_DIVISION
from summarizer.places.gazetteer.looking import Found, look_up
from summarizer.places.toponyms.tokens import CLOSE, Joint, Paragraph, Token
from summarizer.places.toponyms.toponym import Toponym

_DIVISIONS = (FIRST_DIVISION, SECOND_DIVISION)
_OUTER = frozenset({COUNTRY, *_DIVISIONS})
_SHORT = 4  # letters that a word without a capital inside a name has not
LONGEST = 6  # words of a place's name
_REACH = 24  # words on either side of one that may belong to a longer name


def find_toponyms(
    paragraph: Paragraph, number: int, gazetteer: Gazetteer, words: Words
) -> Iterator[Toponym]:
    """Return the longest names of the paragraph that the gazetteer has, from left to right."""
    tokens = paragraph.tokens
    end = -1  # of the name before
    for index in paragraph.beginnings:
        if index < end:
            continue
        last = index + 1
        found = None
        if last < len(tokens) and _joins(tokens[index], tokens[last], words):
            last, found = _longest(tokens, index, gazetteer, words)
        if found is None:
            postal = index == end and tokens[index].joint in (Joint.COMMA, Joint.SPACE)
            found = _single(paragraph, index, gazetteer, words, postal=postal)
        if found is None:
            continue
        key, entries, before, form = found
        end = last
        yield Toponym(
            paragraph=number,
            first=index,
            last=last,
            run=_run(tokens, index, last, words) if paragraph.capitals_tell else (index, last),
            candidates=entries,
            key=key,
            form=form,
            span=Span(paragraph.starts[index] + before, _end(paragraph, last - 1, key)),
        )


def sifted(entries: tuple[Entry, ...], said: str | None) -> tuple[Entry, ...]:
    """Leave out what a place of the same name and country stands for: a country for its parts.

    `said` is "division" where a word says that the division is meant.
    """
    if len(entries) == 1:
        return entries
    if parts := tuple([e for e in entries if e.prominent and e.country is None]):
        return parts  # of the world: the Middle East
    if _OUTER.isdisjoint([entry.kind for entry in entries]):
        return entries
    countries = {entry.country for entry in entries if entry.kind is COUNTRY}
    cities = () if said == "division" else [e for e in entries if e.kind is CITY]
    left = []
    for entry in entries:
        if entry.kind is not COUNTRY and entry.country in countries:
            continue
        if entry.kind in _DIVISIONS:
            # A country's name never means such a one by itself: Niger State, unlike Georgia.
            if countries and said != "division" and entry.country != "US":
                continue
            if any(_outdoes(city, entry) for city in cities):
                continue
        left.append(entry)
    return tuple(left)


def _outdoes(city: Entry, division: Entry) -> bool:
    """Return whether a city is meant rather than a division of its name: Baghdad, Washington."""
    if division.kind is SECOND_DIVISION:
        return division.index == city.district
    if division.prominent:
        return False
    if division.country != city.country:
        return False
    least = 0.15 if division.own_name or not city.own_name else 0.02
    large = division.index == city.region and city.population > least * division.population
    return city.capital or large


def _end(paragraph: Paragraph, last: int, key: str) -> int:
    """Return where the name ends: an abbreviation's stop is part of it."""
    abbreviated = key.startswith(("=", ",")) and key.endswith(".")
    return paragraph.end(last) + (abbreviated and paragraph.stopped(last))


def _longest(
    tokens: Sequence[Token], index: int, gazetteer: Gazetteer, words: Words
) -> tuple[int, Found | None]:
    """Look up the longest name of several words at `index`: its end, and what was found."""
    known = words.tongue
    reach = index + 2
    most = min(len(tokens), index + LONGEST)
    while reach < most and _joins(tokens[reach - 1], tokens[reach], words):
        reach += 1
    for last in range(reach, index + 1, -1):
        if tokens[last - 1].capital:
            name = known.joint.join(
                [token.text + "'s" * token.possessive for token in tokens[index : last - 1]]
                + [tokens[last - 1].text]
            )
            if not (found := look_up(name, gazetteer, known)) or _goes_on(tokens, last):
                continue
            if name in words.never:  # of letters that stand for words
                continue
            if not _is_cut(tokens, index, last, gazetteer, words):
                return last, found
    return index + 1, None


def _is_cut(
    tokens: Sequence[Token], index: int, last: int, gazetteer: Gazetteer, words: Words
) -> bool:
    """Return whether a name is a part of another.

    "Western North" is one of "Western North Carolina", "Florida Department" of one of Health.
    """
    if last >= len(tokens):
        return False
    final, after = tokens[last - 1], tokens[last]
    if after.joint != Joint.SPACE or final.possessive:
        return False
    if final.lower in words.bodies and after.lower in words.of:
        return last + 1 < len(tokens) and tokens[last + 1].capital
    if tokens[index].lower not in words.directions or not after.capital:
        return False
    name = words.tongue.joint.join([token.text for token in tokens[index + 1 : last + 1]])
    return look_up(name, gazetteer, words.tongue) is not None


def _single(
    paragraph: Paragraph, index: int, gazetteer: Gazetteer, words: Words, *, postal: bool
) -> Found | None:
    """Look up a name of one word, that is no word which merely opens a sentence."""
    token = paragraph.tokens[index]
    text, lower = token.text, token.lower
    if token.opens and lower in words.openers:
        return None
    may_be_short = postal or text.isupper() or text.endswith(".")
    if may_be_short and (short := _abbreviation(paragraph, index, gazetteer, postal=postal)):
        return short
    if (len(lower) < 3 and text.isascii()) or (lower in words.never and not postal):
        return None
    found = look_up(text, gazetteer, words.tongue)
    if found is None or (found.form and found.form.lower() in words.never):
        return None
    return None if _goes_on(paragraph.tokens, index + 1) else found


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Return whether a hyphen and a small word go on with the name: "Qala-e Naw"."""
    if last >= len(tokens) or tokens[last].joint != Joint.HYPHEN:
        return False
    return not tokens[last].capital and len(tokens[last].text) < 3


def _abbreviation(
    paragraph: Paragraph, index: int, gazetteer: Gazetteer, *, postal: bool
) -> Found | None:
    """Look up "U.S.", "UAE", "Calif." and, after a city's name, "TX"; but not "US$5"."""
    text = paragraph.tokens[index].text
    forms = [text]
    if postal and len(text) <= 5 and not text.endswith("."):
        forms.insert(0, text + ".")
    for form in forms:
        short = form.isupper() and (len(form) < 5 or "." in form)
        keys = [abbreviation_key(form)] if short or form.endswith(".") else []
        if postal:
            keys.append(postal_key(form))
        for key in keys:
            if (found := gazetteer.find(key)) and not paragraph.paid(index):
                return Found(key, found)
    return None


def _joins(before: Token, token: Token, words: Words) -> bool:
    """Return whether a name may go on with a word."""
    if before.possessive and not (words.tongue.english and token.capital):
        return False
    if token.joint == Joint.STOP:
        return before.lower in words.abbreviated and token.capital
    if token.joint not in CLOSE:
        return False
    return token.capital or token.lower in words.links or _is_hyphened(token)


def _is_hyphened(token: Token) -> bool:
    """Return whether a hyphen joins a short word in the middle: "Port-au-Prince"."""
    return token.joint == Joint.HYPHEN and len(token.text) < _SHORT


def _run(tokens: Sequence[Token], first: int, last: int, words: Words) -> tuple[int, int]:
    """Return the bounds of the capitalised words around the words `first` to `last`."""
    begin, end = first, last
    least, most = max(0, first - _REACH), min(len(tokens), last + _REACH)
    while begin > least and tokens[begin].joint in CLOSE and _in_run(tokens[begin - 1], words):
        begin -= 1
    while end < most and tokens[end].joint in CLOSE and tokens[end].text[0].isupper():
        if tokens[end - 1].possessive:
            break
        end += 1
    return begin, end


def _in_run(token: Token, words: Words) -> bool:
    return (
        token.text[0].isupper()
        and not token.possessive
        and not (token.opens and words.only_opens(token.lower))
    )
