"""Bare surnames: a person whom the article names in full, called by one name alone."""

import re
from collections.abc import Collection, Iterable

from summarizer.ranking.coherence.connectives import has_marks

_PARTICLE = r"(?:de|van|von|der|den|bin|al|el|da|di|du|le|la)"
# Words and names have an end, so that a sentence of nothing else takes no longer than another.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]{0,30}[a-zß-öø-ÿ][\w-]{0,30}"
# It begins with its capital, which is found sooner than the beginning of a word.
_FULL = re.compile(
    rf"(?P<first>[A-ZÀ-ÖØ-Þ](?<!\w.)[\w’'-]{{0,60}}\.?\s+"
    rf"(?:[A-ZÀ-ÖØ-Þ][\w’'-]{{0,60}}\.?\s+){{0,12}})(?:{_PARTICLE}\s+)?"
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
_MANY = 60  # words; more are not looked for one by one
_BEFORE_PLACE = ("in ", "at ", "near ", "across ")
_FUNCTION_WORDS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december the a an he she it they we you i this
    that these those but and in on at as for when while if after before from with by of to into
    near since until under over about against between mr mrs ms miss dr sir prof professor judge
    lord lady his her its their our my what who why how where which no not so then now there
    here last next both all some many most more one two three four five six seven eight nine ten
"""
_NO_NAMES = frozenset(_FUNCTION_WORDS.split())


def find_surnames(sentences: Iterable[str], among: Collection[str] | None = None) -> frozenset[str]:
    """Give the last words of the names of two words or more in these sentences.

    A word that also stands in small letters is none ("the court" of a Supreme Court), nor is a
    place or a team, which things happen in or at. Where only a few words are in question, `among`
    which these names are to be, only sentences that have one of them are read.
    """
    words = list(sentences)
    having = words if among is None else _with_any(among, words, after=1)
    found = {
        match["surname"]
        for sentence in having
        for match in _FULL.finditer(sentence)
        if not _NO_NAMES.issuperset(match["first"].lower().replace(".", "").split())
    }
    if among is not None:
        found.intersection_update(among)
    if not found:
        return frozenset()
    text = "\n".join(having)
    asked: Collection[str] = found
    if len(found) <= _MANY:
        asked = [name for name in found if any(before + name in text for before in _BEFORE_PLACE)]
    placed = _with_any(asked, having) if asked else ()
    places = {match["place"] for sentence in placed for match in _PLACED.finditer(sentence)}
    lowered = {name: name.lower() for name in found - places}
    small = {
        word.strip(_MARKS)
        for sentence in _with_any(lowered.values(), words)
        for word in sentence.split()
        if word.islower()
    }
    return frozenset(name for name, low in lowered.items() if low not in small | _NO_NAMES)


def _with_any(wanted: Collection[str], sentences: Iterable[str], after: int = 0) -> list[str]:
    """Give the sentences that have one of the words wanted, so many characters in or later.

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


def bare_surname(sentence: str, surnames: frozenset[str]) -> str | None:
    """Give the surname that is the subject of a sentence, or of its quotation's cue, by itself."""
    return next((name for name in bare_names(sentence) if name in surnames), None)


def bare_names(sentence: str) -> list[str]:
    """Give the words that would be a bare surname in the sentence, were they a surname."""
    found = []
    if subject := _SUBJECT.match(sentence):
        found.append(subject["name"])
    if has_marks(sentence) and (spoken := _SPOKEN.search(sentence)):
        found.append(spoken["before"] or spoken["after"])
    return [name for name in found if name.lower() not in _NO_NAMES]
