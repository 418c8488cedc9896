"""Which language an article is written in.

News in English is by far the most frequent input, so a vote of stop words answers first, in
microseconds; only a text that no list knows is given to py3langid, whose model takes a
second to load.
"""

import re
from collections import Counter
from functools import cache

DEFAULT = "en"

_WORD = re.compile(r"[^\W\d_]+")
# What the model calls by its dialect is written in the language that is common to all.
_WRITTEN = {"wuu": "zh", "yue": "zh", "arz": "ar", "ary": "ar", "nn": "no", "pcm": "en"}
_LATIN = re.compile(r"[a-zà-ɏḀ-ỿ]")
_SAMPLE = 4_000  # characters: more of an article does not change the answer

# Frequent words that the other languages of the table do not share, or seldom.
_FREQUENT = {
    "en": "the of and to in that is was for on with as by he at from his it be are an they has",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch nach",
    "fr": "le les des et en du une est dans que pour qui sur pas au par plus avec il ce aux ses",
    "es": "el los de que y las del se por con una para su al como lo más pero sus este ha fue",
    "it": "il di che e della per un del non sono con dei alla le gli nel anche si ha è più dal",
    "pt": "o os e do da em que não uma para com por mais dos das no na se ao foi pelo são à",
    "nl": "de het van een en dat op te zijn voor met niet aan is er om ook als bij door naar",
}


@cache
def _frequent() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _FREQUENT.items()}


def detect(text: str) -> str:
    """Name the language of `text` by its ISO 639-1 code; "en" where none can be told."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if not words:
        return DEFAULT
    counts = Counter(words)
    votes = sorted(
        (
            (sum(counts[word] for word in known), language)
            for language, known in _frequent().items()
        ),
        reverse=True,
    )
    (best, language), (second, _) = votes[0], votes[1]
    if best >= 0.12 * len(words) and best >= 1.3 * second:
        return language
    if len(words) < 8 and _LATIN.match(words[0]):  # a few words are names as often as not
        return DEFAULT
    return _classify(text[:_SAMPLE])


def _classify(text: str) -> str:
    from py3langid.langid import classify  # noqa: PLC0415 - loads a model of some megabytes

    language: str = classify(text)[0]
    return _WRITTEN.get(language, language)
