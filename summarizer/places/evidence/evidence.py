"""What speaks for and against a toponym's being a place here: names of evidence, to be weighed."""

from collections.abc import Callable, Sequence

from summarizer.places.evidence.article import Overview
from summarizer.places.evidence.surroundings import after_it, before_it
from summarizer.places.evidence.words import Words
from summarizer.places.gazetteer.gazetteer import Entry
from summarizer.places.gazetteer.keys import key_of
from summarizer.places.gazetteer.layout import (
    CITY,
    COUNTRY,
    FIRST_DIVISION,
    SECOND_DIVISION,
    EntryKind,
)
from summarizer.places.toponyms.tokens import Joint, Paragraph, Token
from summarizer.places.toponyms.toponym import Toponym

ENGLISH = frozenset({"US", "CA", "AU", "NZ", "GB", "IE", "JM", "ZA"})
_KINDS = {kind: f"kind {kind.name}" for kind in EntryKind}
_CAPITAL = "kind city capital"
_STATES = (_KINDS[COUNTRY], _CAPITAL)
_SIZES = (
    (1_000_000, "kind city metropolis"),
    (200_000, "kind city large"),
    (50_000, "kind city middling"),
    (8_000, "kind city small"),
)
_RENOWNED = 200_000  # inhabitants that a well-known place is taken to have at the least
_LOCATED = ("< in", "< locating", "< city of", "< north of")
_LONGEST = 4  # words of a body's name, and one more
_FOREMOST = {COUNTRY: 0, EntryKind.CONTINENT: 0, FIRST_DIVISION: 1, SECOND_DIVISION: 3}


Add = Callable[[str], None]
"""Adds to the evidence."""


def evidence(toponym: Toponym, overview: Overview) -> list[str]:
    """Name all that speaks for or against the toponym's being a place."""
    paragraph = overview.paragraphs[toponym.paragraph]
    standing = _standing(toponym)
    after = after_it(toponym, paragraph.tokens, overview.words)
    if after == "> speaking" and standing in _STATES:
        after = "> speaking, of a state"  # "Beijing said"
    found = ["bias", standing]
    add = found.append
    _of_name(toponym, paragraph.tokens, overview, add)
    _of_case(toponym, paragraph, add)
    before = before_it(toponym, paragraph.tokens, overview.words)
    if not toponym.abbreviated:
        _of_article(toponym, paragraph.tokens, overview, add)
    if _is_body(toponym, paragraph.tokens, before, overview.words):
        add("never a place")
    add(before)
    add(after)
    return found


def _of_name(toponym: Toponym, tokens: Sequence[Token], overview: Overview, add: Add) -> None:
    """Name what the words of the name itself tell."""
    entries = toponym.candidates
    if True not in [entry.own_name for entry in entries]:
        add("only other names")
    if ENGLISH.isdisjoint([entry.country for entry in entries]):
        add("foreign name")
    if toponym.abbreviated:
        add("abbreviation")
        return
    known, single = overview.words, toponym.single
    first, last = tokens[toponym.first].lower, tokens[toponym.last - 1].lower
    if last in overview.people:
        add("a person's name" if single else "a person's last name")
    if first in overview.small and (single or _is_common(toponym, tokens, overview)):
        add("also in lower case")
    if not single:
        add("several words")
        if last in known.sites:
            add("site's word in it")
        return
    for held, told in (
        (known.common, "common word"),
        (known.given, "given name"),
        (known.family, "family name"),
    ):
        if first in held:
            add(told)


def _is_common(toponym: Toponym, tokens: Sequence[Token], overview: Overview) -> bool:
    """Return whether all but the first of a name's words are common ones."""
    rest = [token.lower for token in tokens[toponym.first + 1 : toponym.last]]
    return all(word in overview.small or word in overview.words.common for word in rest)


def _of_case(toponym: Toponym, paragraph: Paragraph, add: Add) -> None:
    """Name what the capitals tell."""
    token, single = paragraph.tokens[toponym.first], toponym.single
    text = token.text
    shouted = text.isupper() and len(text) > 1 and not toponym.abbreviated
    if single and len(text) <= 3 and text[0].isalpha() and not text[0].isupper():
        add("short without a capital")
    if toponym.dateline:
        add("dateline")
    elif shouted and token.opens and paragraph.dashed(toponym.last - 1):
        add("like a dateline")
    elif not paragraph.capitals_tell:
        add("among capitals")
    elif single:
        if token.opens:
            add("opens")
        if shouted:
            add("short capitals" if len(text) < 6 else "in capitals")


def _of_article(toponym: Toponym, tokens: Sequence[Token], overview: Overview, add: Add) -> None:
    """Name what the rest of the article tells of the words."""
    first, last = tokens[toponym.first], tokens[toponym.last - 1]
    if (toponym.paragraph, toponym.first) in overview.persons:
        add("in a person's name")
    if toponym.key in overview.words.never_so:
        add("never a place")
    if _is_inner(toponym, tokens):
        add("between hyphens")
    before = tokens[toponym.first - 1].lower
    if last.possessive and (before if toponym.single else first.lower) in overview.words.saints:
        add("a saint's")
    if toponym.single:
        _of_word(first, toponym, overview, add)


def _of_word(token: Token, toponym: Toponym, overview: Overview, add: Add) -> None:
    """Name what the article tells of a name of one word."""
    word, words = token.lower, overview.words
    given = word in words.given or word in overview.first_names
    if given and toponym.last < toponym.run[1] and not token.possessive:
        add("given name and another")
    if word in overview.last_words:
        add("ends a longer name")
    if word in overview.first_names:
        add("begins a person's name")
    if word in words.sites and toponym.run[1] - toponym.run[0] > 1:
        add("a site's word")


def _is_body(toponym: Toponym, tokens: Sequence[Token], before: str, known: Words) -> bool:
    """Return whether a name is that of a body known everywhere, or a part of one.

    It is none where words say where it is: "in Wagner, Brazil".
    """
    if toponym.container or toponym.dateline or before in _LOCATED:
        return False
    if toponym.key in known.world_bodies:
        return True
    first, last = toponym.first, toponym.last
    return any(
        key_of(" ".join([token.text for token in tokens[begin:end]])) in known.world_bodies
        for begin in range(max(first - 2, 0), first + 1)
        for end in range(last, min(last + 2, len(tokens)) + 1)
        if (begin, end) != (first, last) and end - begin < _LONGEST
    )


def _is_inner(toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Return whether hyphens join the words to both sides: "Wam-Sag-Man"."""
    first, last = toponym.first, toponym.last
    after = last < len(tokens) and tokens[last].joint == Joint.HYPHEN and tokens[last].capital
    return first > 0 and tokens[first].joint == Joint.HYPHEN and after


def _standing(toponym: Toponym) -> str:
    entries = toponym.candidates
    kind = entries[0].kind
    if len(entries) > 1 and len({entry.kind for entry in entries}) > 1:
        kind = min(entries, key=_prominence).kind
    if kind is not CITY:
        return _KINDS[kind]
    if entries[0].capital or (
        toponym.single and [e for e in entries if e.capital and e.population > 300_000]
    ):
        return _CAPITAL
    size = max([entry.population for entry in entries if entry.kind is CITY])
    if True in [entry.prominent for entry in entries]:
        size = max(size, _RENOWNED)
    for limit, name in _SIZES:
        if size >= limit:
            return name
    return "kind city tiny"


def _prominence(entry: Entry) -> tuple[int, int]:
    return _FOREMOST.get(entry.kind, 2), -entry.population
