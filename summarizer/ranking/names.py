"""Names in sentences: runs of words with capitals, as key terms want them."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from summarizer.quotes.lexicon import lexicon

Name = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?")
_SUFFIX = re.compile(r"(?<=[^\W_]{3})['’][^\W_]{0,5}$")  # "Mensah's", "Rize'nin"
_BREAKS = frozenset('"“”‘«»:.!?…')  # after these a capital may be no name's


def find_names(
    sentences: Sequence[str], language: str, stop_words: Collection[str]
) -> list[list[Name]]:
    """Give the names of each sentence, in order, without titles, days and nationalities.

    A sentence's first word belongs to a name only if it has its capital elsewhere too.
    """
    known = lexicon(language)
    left_out = known.name_titles | known.titles | known.days | known.demonyms
    read = [[(_plain(m[0]), *m.span()) for m in _WORD.finditer(one)] for one in sentences]
    inside = {
        word
        for sentence, words in zip(sentences, read, strict=True)
        for (_, _, end), (word, start, _) in pairwise(words)
        if word[:1].isupper() and _BREAKS.isdisjoint(sentence[end:start])
    }
    found = []
    for sentence, words in zip(sentences, read, strict=True):
        runs = (_without(run, stop_words) for run in _runs(sentence, words, left_out, inside))
        found.append([run for run in runs if run])
    return found


def _runs(
    sentence: str, words: Sequence[tuple[str, int, int]], left_out: frozenset[str], inside: set[str]
) -> Iterator[Name]:
    """Give the runs of words that stand with a capital inside a sentence, here or elsewhere."""
    run: list[str] = []
    last = 0
    for word, start, end in words:
        if not word[:1].isupper() or len(word) < 2 or word not in inside:
            continue
        if run and (start != last + 1 or sentence[last] != " "):
            yield tuple(run)
            run = []
        if word.lower() not in left_out:
            run.append(word)
            last = min(end, start + len(word))
    if run:
        yield tuple(run)


def _without(run: Name, stop_words: Collection[str]) -> Name:
    """Leave out stop words at a run's beginning: "The Kremlin", but not the "New" of "New York"."""
    while run and run[0].lower() in stop_words and not (len(run) > 1 and run[0] == "New"):
        run = run[1:]
    return run


def _plain(word: str) -> str:
    if not word[0].isupper():
        return word
    bare = word if "." in word[:-1] else word.rstrip(".")
    return _SUFFIX.sub("", bare)
