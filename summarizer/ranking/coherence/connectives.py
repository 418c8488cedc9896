"""Whether a sentence can be read without the one before it, by how it opens.

A sentence leans on what was said before where it opens with a connective ("But the dam held") or
where a pronoun is its subject: "He was held", "On Monday they left", '"Go," she said'. The words
are the language's; in one whose file has none nothing leans.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import islice
from typing import Any

from summarizer.languages.data import ENGLISH, found, read_section
from summarizer.languages.patterns import any_of
from summarizer.ranking.coherence.surnames import Surnames, has_marks, read_surnames

_REACH = 160  # characters: a subject that stands later is no longer the sentence's opening
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SETS = (
    "connectives",
    "exceptions",
    "subjects",
    "possessives",
    "demonstratives",
    "verbs",
    "impersonal",
    "impersonal_subjects",
    "persons",
)
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Openings:
    """A language's words that open a sentence which leans on another.

    What each is for stands in `en.toml`. `adverbial` and `cue_pronoun` find a pronoun further on;
    a language that has no `verbs` has none of them.
    """

    connectives: frozenset[str] = _NOTHING
    exceptions: frozenset[str] = _NOTHING
    subjects: frozenset[str] = _NOTHING
    possessives: frozenset[str] = _NOTHING
    demonstratives: frozenset[str] = _NOTHING
    verbs: frozenset[str] = _NOTHING
    impersonal: frozenset[str] = _NOTHING
    impersonal_subjects: frozenset[str] = _NOTHING
    persons: frozenset[str] = _NOTHING
    plain: Mapping[str, str] = field(default_factory=dict)  # the form of a pronoun as a subject
    adverbial: re.Pattern[str] | None = None
    cue_pronoun: re.Pattern[str] | None = None
    surnames: Surnames | None = None

    @cached_property
    def joining(self) -> frozenset[str]:
        """The first words of the connectives and their exceptions, and their first two words."""
        known = [words.split() for words in self.connectives | self.exceptions]
        return frozenset(" ".join(words[:count]) for words in known for count in (1, 2))


def openings(language: str) -> Openings:
    """Return a language's words; none for a language without a table."""
    return _openings(found(language))


@cache
def _openings(language: str) -> Openings:
    own = read_section("coherence", language)
    table = {**read_section("coherence", ENGLISH), **own}
    plain = [pair.partition("=") for pair in own.get("plain", "").split()]
    sets: dict[str, Any] = {name: _set_of(own.get(name, ())) for name in _SETS}
    made = Openings(**sets, plain={form: subject for form, _, subject in plain})
    if not made.verbs:
        return made
    persons, spoken, cues = map(any_of, (table["persons"], table["spoken"], table["cues"]))
    adverb = rf"(?:\w+{any_of(table['adverb_endings'])}\s+)?"
    return replace(
        made,
        # An adverbial that names nobody whom a pronoun could mean: "On Monday night, he"
        adverbial=re.compile(
            rf"\W*{any_of(table['adverbials'])}\b"
            rf"(?:(?=\s+{persons}\b)|[^,;:.!?\"“”]{{0,60}},)\s*"
        ),
        cue_pronoun=re.compile(
            rf"[,?!.…]['\"”’]+\s+(?:(?P<before>{persons})\s+{adverb}{cues}|"
            rf"{cues}\s+(?P<after>{spoken}))\b"
        ),
        surnames=read_surnames(table),
    )


def _set_of(words: str | Sequence[str]) -> frozenset[str]:
    """Return words as a set: a list may have phrases, a text has words alone."""
    return frozenset(words.split() if isinstance(words, str) else words)


def read_opening(sentence: str, words: Openings) -> tuple[str | None, bool]:
    """Return the pronoun that is a sentence's subject, and whether it opens with a connective.

    The subject may be that of its quotation's cue. A pronoun comes in its plain form where it has
    one: "he" for "he'd", "him" and "his".
    """
    head = sentence[:_REACH]
    first = _WORD.search(head)
    word = first[0].lower() if first else ""
    joined = word in words.joining and _is_joined(word, head, words)
    pronoun = _pronoun_first(word, head, words)
    if pronoun or words.adverbial is None or words.cue_pronoun is None:
        return pronoun, joined
    adverbial = words.adverbial.match(head)
    if adverbial and (first := _WORD.search(head, adverbial.end())):
        pronoun = _pronoun_first(first[0].lower(), head[adverbial.end() :], words)
    if not pronoun and has_marks(sentence) and (spoken := words.cue_pronoun.search(sentence)):
        pronoun = (spoken["before"] or spoken["after"]).lower()
    return pronoun, joined


def _is_joined(first: str, head: str, words: Openings) -> bool:
    if " ".join(_first_words(head, 2)) not in words.joining:
        return first in words.connectives and first not in words.exceptions
    opening = _first_words(head, 4)
    heads = [" ".join(opening[:count]) for count in range(1, len(opening) + 1)]
    return not words.connectives.isdisjoint(heads) and words.exceptions.isdisjoint(heads)


def _first_words(text: str, count: int) -> list[str]:
    return [match[0].lower() for match in islice(_WORD.finditer(text), count)]


def _pronoun_first(first: str, words_from: str, words: Openings) -> str | None:
    """Return the pronoun that the first word is, as a subject, in its plain form."""
    pronoun = first.replace("’", "'")
    if pronoun in words.subjects or pronoun in words.possessives:
        impersonal = pronoun in words.impersonal_subjects and _is_impersonal(words_from, words)
        return None if impersonal else words.plain.get(pronoun, pronoun.split("'", maxsplit=1)[0])
    if pronoun not in words.demonstratives:
        return None
    following = _first_words(words_from, 2)[1:]
    return pronoun if following and following[0].replace("’", "'") in words.verbs else None


def _is_impersonal(words_from: str, words: Openings) -> bool:
    following = [word.replace("’", "'") for word in _first_words(words_from, 6)[1:]]
    return not words.impersonal.isdisjoint(following)
