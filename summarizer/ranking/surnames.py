"""Bare surnames: a person whom the article names in full, called by one name alone."""

import re
from collections.abc import Iterable

_PARTICLE = r"(?:de|van|von|der|den|bin|al|el|da|di|du|le|la)"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-öø-ÿ][\w-]*"
_FULL = re.compile(
    rf"\b(?P<first>(?:[A-ZÀ-ÖØ-Þ][\w’'-]*\.?\s+)+)(?:{_PARTICLE}\s+)?"
    rf"(?P<surname>{_CAPITAL}?)(?:['’]s?)?(?![\w-])"
)
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Prof|Professor|Judge|Sgt|Det|Lord|Lady|Gen|Col)\.?\s+)?"
_SUBJECT = re.compile(
    rf"[\W_]*{_HONORIFIC}(?P<name>{_CAPITAL}?)(?:['’]s?)?(?:,\s|\s+(?=[a-z(]))(?!\s*{_PARTICLE}\s+[A-Z])"
)
_CUE = (
    r"(?:said|says|added|adds|told|asked|wrote|explained|insisted|claimed|warned|tweeted|recalled|"
    r"continued|concluded|admitted|argued|noted|replied|stated|declared|joked|revealed|confirmed)"
)
_SPOKEN = re.compile(
    rf"[,?!.…]['\"”’]+\s+(?:{_HONORIFIC}(?P<before>{_CAPITAL})\s+(?:has\s+|had\s+)?{_CUE}\b|"
    rf"{_CUE}\s+{_HONORIFIC}(?P<after>{_CAPITAL}?)(?=[.,;]|\s+[a-z]|$))"
)
_MARKS = "\"'“”‘’«»()[].,;:!?…"
_PLACED = re.compile(rf"\b(?:in|at|near|across) (?P<place>{_CAPITAL})\b")
_FUNCTION_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december the a an he she it they we you i this
    that these those but and in on at as for when while if after before from with by of to into
    near since until under over about against between mr mrs ms miss dr sir prof professor judge
    lord lady his her its their our my what who why how where which no not so then now there
    here last next both all some many most more one two three four five six seven eight nine ten
"""
_NO_NAMES = frozenset(_FUNCTION_WORDS.split())


def find_surnames(sentences: Iterable[str]) -> frozenset[str]:
    """Give the last words of the names of two words or more in these sentences.

    A word that also stands in small letters is none ("the court" of a Supreme Court), nor is a
    place or a team, which things happen in or at.
    """
    words = list(sentences)
    places = {match["place"] for sentence in words for match in _PLACED.finditer(sentence)}
    found = {
        match["surname"]
        for sentence in words
        for match in _FULL.finditer(sentence)
        if not _NO_NAMES.issuperset(match["first"].lower().replace(".", "").split())
    }
    small = {
        word.strip(_MARKS) for sentence in words for word in sentence.split() if word.islower()
    }
    return frozenset(
        name for name in found if name.lower() not in small | _NO_NAMES and name not in places
    )


def bare_surname(sentence: str, surnames: frozenset[str]) -> str | None:
    """Give the surname that is the subject of a sentence, or of its quotation's cue, by itself."""
    subject = _SUBJECT.match(sentence)
    if subject and subject["name"] in surnames:
        return subject["name"]
    if spoken := _SPOKEN.search(sentence):
        name = spoken["before"] or spoken["after"]
        return name if name in surnames else None
    return None
