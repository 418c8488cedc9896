"""Names in sentences: runs of words with capitals, as key terms want them."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from summarizer.languages.data import read_section
from summarizer.languages.lexicon import Lexicon, lexicon

Name = tuple[str, ...]

_LONGEST = 40
"""Words of a name: a longer run of capitals is a headline or a list, and no term."""

# A word that may begin with a capital. Looked for are capitals, and letters that may be some, and
# only there whether it is no later part of a word ("al-Hasakah").
_WORD = re.compile(
    r"[A-Z\x80-\U0010ffff](?<=[^\W\d_])(?<![^\W_].)(?<![^\W_][-'’.].)"
    r"[^\W_]*(?:[-'’.][^\W_]+)*\.?",
    re.DOTALL,
)
_SUFFIX = re.compile(  # "Mensah's", "Rize'nin", "UK's"
    r"(?<=[^\W_]{3})['’][^\W_]{0,5}$|(?<=[A-Z]{2})['’]s$"
)
_BREAKS = frozenset('"“”‘«»:.!?…')  # after these a capital may be no name's


def find_names(
    sentences: Sequence[str], language: str, stop_words: Collection[str]
) -> list[list[Name]]:
    """Return the names of each sentence, in order, without titles, days and nationalities.

    A sentence's first word belongs to a name only if it has its capital elsewhere too.
    """
    read: list[list[tuple[str, int]]] = []
    inside: set[str] = set()
    for sentence in sentences:
        words: list[tuple[str, int]] = []
        for match in _WORD.finditer(sentence):
            word = match[0]
            if not word[0].isupper():
                continue
            start = match.start()
            if not word.isalpha():
                word = _plain(word)
            words.append((word, start))
            if word not in inside and _goes_on(sentence, start):
                inside.add(word)
        read.append(words)
    left_out = _left_out(lexicon(language))
    known = {word for word in inside if len(word) > 1 and word.lower() not in left_out}
    beginning = read_section("terms", language).get("beginning", "").split()
    stops = {word for word in known if word.lower() in stop_words}
    return [
        [
            name
            for run in _runs(*one, known)
            if 0 < len(name := _without(run, stops, beginning)) <= _LONGEST
        ]
        for one in zip(sentences, read, strict=True)
    ]


@cache
def _left_out(known: Lexicon) -> frozenset[str]:
    return known.name_titles | known.titles | known.days | known.demonyms


def _goes_on(sentence: str, start: int) -> bool:
    """Return whether a word follows on one before it, which may end in a stop ("Mr.")."""
    if start > 1 and sentence[start - 1] == " " and sentence[start - 2].isalnum():
        return True
    end = start
    while end and not sentence[end - 1].isalnum():
        end -= 1
    return end > 0 and _BREAKS.isdisjoint(sentence[end:start].removeprefix("."))


def _runs(sentence: str, words: Sequence[tuple[str, int]], known: set[str]) -> list[Name]:
    """Return the runs of known words, with single spaces between these."""
    runs: list[Name] = []
    run: list[str] = []
    last = 0
    for word, start in words:
        if word not in known:
            continue
        if run and not (start == last + 1 and sentence[last] == " "):
            runs.append(tuple(run))
            run = []
        run.append(word)
        last = start + len(word)
    if run:
        runs.append(tuple(run))
    return runs


def _without(run: Name, stops: set[str], beginning: Collection[str]) -> Name:
    """Leave out stop words at a run's beginning: "The Kremlin", but not the "New" of "New York"."""
    first = 0
    while first < len(run) and run[first] in stops:
        if run[first] in beginning and first + 1 < len(run):
            break
        first += 1
    return run[first:]


def _plain(word: str) -> str:
    """Take the stop and the ending from a name that has them."""
    if word.endswith(".") and "." not in word[:-1]:
        word = word.rstrip(".")
    return _SUFFIX.sub("", word) if "'" in word or "’" in word else word
