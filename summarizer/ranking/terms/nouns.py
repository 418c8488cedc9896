"""Which form of a word is used as a noun, by the words around it; English alone is told."""

import re
from collections.abc import Iterable, Sequence

from summarizer.ranking.words.stems import stop_words

_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my",
     "your", "no", "any", "some", "each", "every", "another", "more", "fewer", "two",
     "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)  # fmt: skip
_PREPOSITIONS = frozenset(
    {"of", "for", "in", "on", "with", "by", "from", "about", "against", "into", "over", "under",
     "between", "without", "at", "during", "after", "before", "through"}
)  # fmt: skip
_LEADING = _DETERMINERS | _PREPOSITIONS
_VERBAL = ("ed", "said", "says", "told")  # ends of what follows a subject: "the harbour opened"
_NEXT = re.compile(r"\s*([\w’'-]*)")


def noun_among(forms: Iterable[str], sentences: Sequence[str], language: str) -> str | None:
    """Give the first of a word's forms, written small, that somewhere ends a phrase of a noun.

    It does after a determiner or a preposition and before a mark or a word that only joins others:
    "the adult literacy of" has one such word, and it is not "adult".
    """
    if language != "en":
        return next(iter(forms), None)
    return next((one for one in forms if any(_as_noun(one, each) for each in sentences)), None)


def _as_noun(word: str, sentence: str) -> bool:
    no_noun = word.endswith(("ing", "ed", "ly"))
    at = sentence.find(word)
    while at >= 0:
        end = at + len(word)
        if at and sentence[at - 1] == " " and not sentence[end : end + 1].isalnum():
            before, last = ["", "", *sentence[max(0, at - 60) : at].lower().split()][-2:]
            led = last in _DETERMINERS or (
                not no_noun and (last in _PREPOSITIONS or before in _LEADING)
            )
            if led and _is_over(sentence, end):
                return True
        at = sentence.find(word, end)
    return False


def _is_over(sentence: str, end: int) -> bool:
    """Tell whether a phrase may be over there: no further noun or adjective follows."""
    after = _NEXT.match(sentence, end)
    word = after[1].lower() if after and sentence[end : end + 1] == " " else ""
    return not word or word in stop_words("en") or word.endswith(_VERBAL)
