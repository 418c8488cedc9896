"""Which language an article is written in.

News in English is by far the most frequent input, so a vote of stop words answers first, in
microseconds; only a text that no list knows is given to py3langid, whose model takes a
second to load.
"""

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import chain

from summarizer.languages.data import ENGLISH, read_all

DEFAULT = ENGLISH

_MARKS = ",.’'“”\"-"
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zà-ɏḀ-ỿ]")
_SAMPLE = 4_000  # characters: more of an article does not change the answer
_STRETCHES, _STRETCH = 5, 160  # parts of the sample that are read first, and their characters
_SHORT = 1_000  # characters: such a text is read whole at once


@cache
def _frequent() -> dict[str, list[str]]:
    """Return the languages in which each word is frequent."""
    languages = defaultdict(list)
    for language, words in read_all("detection", "frequent"):
        for word in set(words.split()):
            languages[word].append(language)
    return dict(languages)


def detect(text: str) -> str:
    """Name the language of `text` by its ISO 639-1 code; "en" where none can be told."""
    text = text[:_SAMPLE]
    if len(text) > _SHORT:  # a share of it mostly tells, and is read in a fraction of the time
        starts = range(0, len(text) - _STRETCH, len(text) // _STRETCHES)
        stretches = [text[start : start + _STRETCH] for start in starts]
        language, best, second, total = _count(" ".join(stretches))
        if best >= 0.2 * total and best >= 3 * second:
            return language
    language, best, second, total = _count(text)
    if not total:
        return DEFAULT
    if best >= 0.12 * total and best >= 1.3 * second:
        return language
    if best >= max(20, 0.1 * total, 10 * second):  # among names and hashtags it may have few
        return language
    if total < 8 and _LATIN.match(_WORD.findall(text.lower())[0]):  # few words may well be names
        return DEFAULT
    return _classify(text)


def _count(sample: str) -> tuple[str, int, int, int]:
    """Return the language with the most votes, those, the next one's, and the number of words."""
    sample = sample.lower()
    # Most words stand between white space and these; only among the others is it looked closer.
    for mark in _MARKS:
        sample = sample.replace(mark, " ")
    words = sample.split()
    marked = [word for word in words if not word.isalpha()]
    parts = _WORD.findall(" ".join(marked))
    total = len(words) - len(marked) + len(parts)
    frequent = _frequent()
    votes = dict.fromkeys(chain.from_iterable(frequent.values()), 0)
    for word, count in Counter(filter(frequent.__contains__, words + parts)).items():
        for language in frequent[word]:
            votes[language] += count
    ranked = sorted(((count, language) for language, count in votes.items()), reverse=True)
    (best, language), (second, _) = ranked[:2]
    return language, best, second, total


def _classify(text: str) -> str:
    from py3langid.langid import classify  # noqa: PLC0415 - loads a model of some megabytes

    language: str = classify(text)[0]
    return _written().get(language, language)


@cache
def _written() -> dict[str, str]:
    """Return the language that each dialect is written in."""
    return {
        dialect: language
        for language, dialects in read_all("detection", "dialects")
        for dialect in dialects.split()
    }
