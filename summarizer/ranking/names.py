"""Names in sentences: runs of words with capitals, as key terms want them."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from summarizer.quotes.lexicon import lexicon

Name = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_SUFFIX = re.compile(r"(?<=[^\W_]{3})['’][^\W_]{0,5}$")  # "Mensah's", "Rize'nin"
_MARKS = "\"'“”‘’«»([*_ "


def find_names(
    sentences: Sequence[str], language: str, stop_words: Collection[str]
) -> list[list[Name]]:
    """Give the names of each sentence, in order, without titles, days and nationalities.

    A sentence's first word belongs to a name only if it has its capital elsewhere too.
    """
    known = lexicon(language)
    left_out = known.name_titles | known.titles | known.days | known.demonyms
    inside = {word for sentence in sentences for word in _inside(sentence)}
    found = []
    for sentence in sentences:
        runs = (_without(run, stop_words) for run in _runs(sentence, left_out, inside))
        found.append([run for run in runs if run])
    return found


def _inside(sentence: str) -> Iterator[str]:
    """Give the words with capitals that begin neither the sentence nor a quotation in it."""
    for before, match in pairwise(_WORD.finditer(sentence)):
        between = sentence[before.end() : match.start()]
        if match[0][0].isupper() and not set(between) & set('"“”‘«»:.!?…'):
            yield _plain(match[0])


def _runs(sentence: str, left_out: frozenset[str], inside: set[str]) -> Iterator[Name]:
    run: list[str] = []
    end = 0
    for match in _WORD.finditer(sentence):
        word = _plain(match[0])
        capital = word[:1].isupper() and word.lower() not in left_out and len(word) > 1
        if run and (sentence[end : match.start()] != " " or not capital):
            yield tuple(run)
            run = []
        if capital and word in inside:
            run.append(word)
        end = match.start() + len(word)
    if run:
        yield tuple(run)


def _without(run: Name, stop_words: Collection[str]) -> Name:
    """Leave out stop words at a run's beginning: "The Kremlin", but not the "New" of "New York"."""
    while run and run[0].lower() in stop_words and not (len(run) > 1 and run[0] == "New"):
        run = run[1:]
    return run


def _plain(word: str) -> str:
    bare = word if "." in word[:-1] else word.rstrip(".")
    return _SUFFIX.sub("", bare)
