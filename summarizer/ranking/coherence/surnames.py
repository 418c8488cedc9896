"""Bare surnames: a person whom the article names in full, called by one name alone."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from summarizer.languages.patterns import any_of

# Words and names have an end, so that a sentence of nothing else takes no longer than another.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]{0,30}[a-zß-öø-ÿ][\w-]{0,30}"
_MARKS = "\"'“”‘’«»()[].,;:!?…"
_MANY = 60  # words; more are not looked for one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Surnames:
    """How a language shows a surname.

    `full` finds a name of two words or more, `subject` and `spoken` one word where it is the
    subject of a sentence or of its quotation's cue, `placed` what things happen in or at, which
    `before_place` stands before; `no_names` have capitals only where a sentence begins.
    """

    full: re.Pattern[str]
    subject: re.Pattern[str]
    spoken: re.Pattern[str]
    placed: re.Pattern[str]
    before_place: tuple[str, ...]
    no_names: frozenset[str]


def read_surnames(table: Mapping[str, Any]) -> Surnames:
    """Make the patterns of the words in a language's section for coherence."""
    particle, cue, placing = map(any_of, (table["particles"], table["cues"], table["placing"]))
    perfect = rf"(?:{any_of(table['perfect'])}\s+)?"
    honorific = rf"(?:{any_of(table['honorifics'])}\.?\s+)?"
    return Surnames(
        # It begins with its capital, which is found sooner than the beginning of a word.
        full=re.compile(
            r"(?P<first>[A-ZÀ-ÖØ-Þ](?<!\w.)[\w’'-]{0,60}\.?\s+"
            r"(?:[A-ZÀ-ÖØ-Þ][\w’'-]{0,60}\.?\s+){0,12})"
            rf"(?:{particle}\s+)?(?P<surname>{_CAPITAL}?)(?:['’]s?)?(?![\w-])"
        ),
        subject=re.compile(
            rf"[\W_]*{honorific}(?P<name>{_CAPITAL}?)(?:['’]s?)?(?:,\s|\s+(?=[a-z(]))"
            rf"(?!\s*{particle}\s+[A-Z])"
        ),
        spoken=re.compile(
            rf"[,?!.…]['\"”’]+\s+(?:{honorific}(?P<before>{_CAPITAL})\s+{perfect}{cue}\b|"
            rf"{cue}\s+{honorific}(?P<after>{_CAPITAL}?)(?=[.,;]|\s+[a-z]|$))"
        ),
        placed=re.compile(rf"\b{placing} (?P<place>{_CAPITAL})\b"),
        before_place=tuple(f"{word} " for word in table["placing"].split()),
        no_names=frozenset(table["no_names"].split()),
    )


def has_marks(sentence: str) -> bool:
    """Return whether a quotation may end in a sentence: looked at before any cue is looked for."""
    return '"' in sentence or "”" in sentence or "’" in sentence or "'" in sentence


def find_surnames(
    sentences: Iterable[str], known: Surnames | None, among: Collection[str] | None = None
) -> frozenset[str]:
    """Return the last words of the names of two words or more in these sentences.

    A word that also stands in small letters is none ("the court" of a Supreme Court), nor is a
    place or a team, which things happen in or at. Where only a few words are in question, `among`
    which these names are to be, only sentences that have one of them are read.
    """
    if known is None:
        return frozenset()
    words = list(sentences)
    having = words if among is None else _with_any(among, words, after=1)
    found = {
        match["surname"]
        for sentence in having
        for match in known.full.finditer(sentence)
        if not known.no_names.issuperset(match["first"].lower().replace(".", "").split())
    }
    if among is not None:
        found.intersection_update(among)
    if not found:
        return frozenset()
    text = "\n".join(having)
    asked: Collection[str] = found
    if len(found) <= _MANY:
        asked = [
            name for name in found if any(before + name in text for before in known.before_place)
        ]
    placed = _with_any(asked, having) if asked else ()
    places = {match["place"] for sentence in placed for match in known.placed.finditer(sentence)}
    lowered = {name: name.lower() for name in found - places}
    small = {
        word.strip(_MARKS)
        for sentence in _with_any(lowered.values(), words)
        for word in sentence.split()
        if word.islower()
    }
    return frozenset(name for name, low in lowered.items() if low not in small | known.no_names)


def _with_any(wanted: Collection[str], sentences: Iterable[str], after: int = 0) -> list[str]:
    """Return the sentences that have one of the words wanted, so many characters in or later.

    Where many are wanted, that is not asked: reading all of them takes less time.
    """
    if len(wanted) > _MANY:
        return list(sentences)
    found = []
    for one in sentences:
        for word in wanted:
            if one.find(word, after) >= 0:
                found.append(one)
                break
    return found


def bare_names(sentence: str, known: Surnames | None) -> list[str]:
    """Return the words that would be a bare surname in the sentence, were they a surname."""
    if known is None:
        return []
    found = []
    if subject := known.subject.match(sentence):
        found.append(subject["name"])
    if has_marks(sentence) and (spoken := known.spoken.search(sentence)):
        found.append(spoken["before"] or spoken["after"])
    return [name for name in found if name.lower() not in known.no_names]
