"""Whether a sentence can be read without the one before it, by how it opens.

A sentence leans on what was said before where it opens with a connective ("But the dam held") or
where a pronoun is its subject: "He was held", "On Monday they left", '"Go," she said'. The words
are in connectives.toml, by language; in a language without a table nothing leans.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice
from pathlib import Path

_REACH = 160  # characters: a subject that stands later is no longer the sentence's opening
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# An adverbial that names nobody whom a pronoun could mean: "On Monday night, he"
_ADVERBIAL = re.compile(
    r"\W*(?:On|In|At|By|During|After|Before|Since|For|Until|Last|Next|Earlier|Later|Yesterday|Today|"
    r"Tonight|Now|Then|Once|Recently|Previously|Initially|Eventually|Finally|Following|Under|With|"
    r"From|As|Speaking|Asked|Writing|Also|Instead|However|Meanwhile|But|And|So|Yet|Two|Three|Four|"
    r"Five|Six|Days|Weeks|Months|Years)\b(?:(?=\s+(?:he|she|they|it)\b)|[^,;:.!?\"“”]{0,60},)\s*"
)
_CUE = (
    r"(?:said|says|added|adds|told|asked|wrote|explained|insisted|claimed|warned|tweeted|recalled|"
    r"continued|concluded|admitted|argued|noted|replied|stated|declared|joked|revealed|confirmed)"
)
_CUE_PRONOUN = re.compile(
    rf"[,?!.…]['\"”’]+\s+(?:(?P<before>he|she|they|it)\s+(?:\w+ly\s+)?{_CUE}|"
    rf"{_CUE}\s+(?P<after>he|she|they))\b"
)
_IMPERSONAL = frozenset({"it", "it's", "es", "il"})
_PLAIN = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}


@dataclass(frozen=True, kw_only=True)
class Openings:
    """A language's words that open a sentence which leans on another."""

    connectives: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    impersonal: frozenset[str] = frozenset()

    @cached_property
    def joining(self) -> frozenset[str]:
        """The first words of the connectives and their exceptions, and their first two words."""
        known = [words.split() for words in self.connectives | self.exceptions]
        return frozenset(" ".join(words[:count]) for words in known for count in (1, 2))


@cache
def _table() -> Mapping[str, Openings]:
    words = tomllib.loads(Path(__file__).with_name("connectives.toml").read_text("utf-8"))
    return {
        language: Openings(**{kind: frozenset(listed) for kind, listed in kinds.items()})
        for language, kinds in words.items()
    }


def openings(language: str) -> Openings:
    """Give a language's words; none for a language without a table."""
    return _table().get(language, Openings())


def opens_with_connective(sentence: str, words: Openings) -> bool:
    """Tell whether a sentence opens by joining itself to the one before it."""
    return read_opening(sentence, words)[1]


def pronoun_subject(sentence: str, words: Openings) -> str | None:
    """Give the pronoun that is the subject of a sentence, or of the cue of its quotation.

    It comes in its plain form where it has one: "he" for "he'd", "him" and "his".
    """
    return read_opening(sentence, words)[0]


def read_opening(sentence: str, words: Openings) -> tuple[str | None, bool]:
    """Give the pronoun that is a sentence's subject, and whether it opens with a connective."""
    head = sentence[:_REACH]
    first = _WORD.search(head)
    word = first[0].lower() if first else ""
    joined = word in words.joining and _is_joined(word, head, words)
    pronoun = _pronoun_first(word, head, words)
    if pronoun or not words.verbs:  # what follows knows English
        return pronoun, joined
    adverbial = _ADVERBIAL.match(head)
    if adverbial and (first := _WORD.search(head, adverbial.end())):
        pronoun = _pronoun_first(first[0].lower(), head[adverbial.end() :], words)
    if not pronoun and has_marks(sentence) and (spoken := _CUE_PRONOUN.search(sentence)):
        pronoun = (spoken["before"] or spoken["after"]).lower()
    return pronoun, joined


def _is_joined(first: str, head: str, words: Openings) -> bool:
    if " ".join(_first_words(head, 2)) not in words.joining:
        return first in words.connectives and first not in words.exceptions
    opening = _first_words(head, 4)
    heads = [" ".join(opening[:count]) for count in range(1, len(opening) + 1)]
    return not words.connectives.isdisjoint(heads) and words.exceptions.isdisjoint(heads)


def has_marks(sentence: str) -> bool:
    """Tell whether a quotation may end in a sentence: looked at before any cue is looked for."""
    return '"' in sentence or "”" in sentence or "’" in sentence or "'" in sentence


def _first_words(text: str, count: int) -> list[str]:
    return [match[0].lower() for match in islice(_WORD.finditer(text), count)]


def _pronoun_first(first: str, words_from: str, words: Openings) -> str | None:
    """Give the pronoun that the first word is, as a subject, in its plain form."""
    pronoun = first.replace("’", "'")
    if pronoun in words.subjects or pronoun in words.possessives:
        impersonal = pronoun in _IMPERSONAL and _is_impersonal(words_from, words)
        return None if impersonal else _PLAIN.get(pronoun, pronoun.split("'", maxsplit=1)[0])
    if pronoun not in words.demonstratives:
        return None
    following = _first_words(words_from, 2)[1:]
    return pronoun if following and following[0].replace("’", "'") in words.verbs else None


def _is_impersonal(words_from: str, words: Openings) -> bool:
    following = [word.replace("’", "'") for word in _first_words(words_from, 6)[1:]]
    return not words.impersonal.isdisjoint(following)
