"""Which form of a word is used as a noun, by the words around it, where its language says how."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.data import found, read_section
from summarizer.ranking.words.stems import stop_words

_NEXT = re.compile(r"\s*([\w’'-]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The words around a noun; what each is for stands in `en.toml`."""

    determiners: frozenset[str]
    prepositions: frozenset[str]
    leading: frozenset[str]  # both
    verbal: tuple[str, ...]
    nounless: tuple[str, ...]
    stop_words: frozenset[str]


def noun_among(forms: Iterable[str], sentences: Sequence[str], language: str) -> str | None:
    """Return the first of a word's forms, written small, that somewhere ends a phrase of a noun.

    It does after a determiner or a preposition and before a mark or a word that only joins others:
    "the adult literacy of" has one such word, and it is not "adult".
    """
    around = _around(found(language), stop_words(language))
    if around is None:
        return next(iter(forms), None)
    return next(
        (one for one in forms if any(_as_noun(one, each, around) for each in sentences)), None
    )


def _as_noun(word: str, sentence: str, around: _Around) -> bool:
    no_noun = word.endswith(around.nounless)
    at = sentence.find(word)
    while at >= 0:
        end = at + len(word)
        if at and sentence[at - 1] == " " and not sentence[end : end + 1].isalnum():
            before, last = ["", "", *sentence[max(0, at - 60) : at].lower().split()][-2:]
            led = last in around.determiners or (
                not no_noun and (last in around.prepositions or before in around.leading)
            )
            if led and _is_over(sentence, end, around):
                return True
        at = sentence.find(word, end)
    return False


def _is_over(sentence: str, end: int, around: _Around) -> bool:
    """Return whether a phrase may be over there: no further noun or adjective follows."""
    after = _NEXT.match(sentence, end)
    word = after[1].lower() if after and sentence[end : end + 1] == " " else ""
    return not word or word in around.stop_words or word.endswith(around.verbal)


@cache
def _around(language: str, stop_words: frozenset[str]) -> _Around | None:
    """Return a language's words around nouns; None where its file has none."""
    table = read_section("terms", language)
    if "determiners" not in table:
        return None
    determiners = frozenset(table["determiners"].split())
    prepositions = frozenset(table.get("prepositions", "").split())
    return _Around(
        determiners=determiners,
        prepositions=prepositions,
        leading=determiners | prepositions,
        verbal=tuple(table.get("verbal", "").split()),
        nounless=tuple(table.get("nounless", "").split()),
        stop_words=stop_words,
    )
