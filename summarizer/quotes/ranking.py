"""Key quotes: which quotes of an article add the most."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.languages.lexicon import lexicon
from summarizer.model import Parsed, Quote, Span

_READABLE = (24, 55)  # words of an utterance: enough to say something, not too many for a phone
_ENOUGH = 8  # words of a segment that can stand for its utterance
_WORD = re.compile(r"\w++(?:[-’']\w++)*+")
_TERM = 5  # letters of a term, at least
_LONG = re.compile(r"\w{5,}+(?:[-’']\w++)*+")
_AGAIN = 0.85  # how much of its worth a quote keeps for each better one of its speaker's
_BESIDE = 0.5  # and a segment that is not its utterance's best
_FRAGMENT = 0.25
_UNNAMED = 0.65  # a body, a document or somebody without a name against a person


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A quote to be ranked; `person` is true where somebody says it who has a name."""

    quote: Quote
    person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """How often the article's longer words stand in it; those of its headline count double."""

    counts: Mapping[str, int]
    most: int
    headline: frozenset[str]

    def weigh(self, words: Collection[str]) -> float:
        """Weigh words by the share of the most frequent one's times that each stands there."""
        total = 0.0
        for word in words:
            count = self.counts.get(word, 0)
            if count > 1:
                total += min(1.0, count / self.most * (2 if word in self.headline else 1))
        return total / max(len(words), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weights:
    """What the worth of an utterance is made of; the sum is one."""

    length: float = 0.38
    speaker: float = 0.18
    early: float = 0.18
    order: float = 0.18
    voice: float = 0.05
    terms: float = 0.03


_WEIGHTS = _Weights()


def rank(parsed: Parsed, candidates: Sequence[Candidate]) -> tuple[Quote, ...]:
    """Return the quotes with their scores, best first.

    An utterance is judged whole. Its best segment stands for it; the others come further down, so
    that the first quotes are of different utterances.
    """
    if not candidates:
        return ()
    utterances: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        utterances[candidate.quote.group].append(candidate)
    terms = _terms(parsed)
    voices = lexicon(parsed.language).voices
    scored: list[Quote] = []
    for number, segments in enumerate(utterances.values()):
        score = _worth(parsed, segments, number / len(utterances), terms, voices)
        best = segments[0]
        if len(segments) > 1:
            best = max(segments, key=lambda one: _fullness(parsed, one.quote))
        scored += [
            _scored(one.quote, score if one is best else score * _BESIDE) for one in segments
        ]
    return _best_first(scored)


def _fullness(parsed: Parsed, quote: Quote) -> tuple[bool, int, int]:
    """Rate a segment as what stands for its utterance: the first that says enough."""
    count = len(quote.span.of(parsed.text).split())
    return not quote.fragment, min(count, _ENOUGH), -quote.span.start


def order_quotes(quotes: Sequence[Quote], *, beside: Sequence[Span] = ()) -> tuple[Quote, ...]:
    """Let others be heard too: lower each quote of a speaker who has better ones.

    Those that stand `beside` them, in the summary, keep their scores and do not count.
    """
    shown = {q.group for q in quotes if any(span.overlaps(q.span) for span in beside)}
    heard: dict[str, set[int]] = defaultdict(set)  # groups, by folded name
    scored = []
    for quote in quotes:
        if quote.speaker is None or quote.group in shown:
            scored.append(quote)
            continue
        before = heard[quote.speaker.name.casefold()]
        better = len(before) - (quote.group in before)
        lower = round(quote.score * _AGAIN**better, 4)
        scored.append(_with_score(quote, lower) if better else quote)
        if not quote.fragment:
            before.add(quote.group)
    return _best_first(scored)


def _best_first(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    return tuple(sorted(quotes, key=lambda quote: (-quote.score, quote.span.start)))


def _scored(quote: Quote, score: float) -> Quote:
    return _with_score(quote, round(score * (_FRAGMENT if quote.fragment else 1.0), 4))


def _with_score(quote: Quote, score: float) -> Quote:
    """Return a quote another score, which `replace` would do in three times the time."""
    return Quote(
        span=quote.span,
        group=quote.group,
        score=score,
        fragment=quote.fragment,
        cue=quote.cue,
        speaker=quote.speaker,
    )


def _worth(
    parsed: Parsed,
    segments: Sequence[Candidate],
    after: float,
    terms: _Terms,
    voices: frozenset[str],
) -> float:
    """Judge an utterance that stands after the share `after` of the article's.

    It wants enough words and not too many, a speaker with a name, a place not far down, a voice
    of its own, and the article's main terms.
    """
    first = segments[0].quote
    said = [word for one in segments for word in _words(one.quote.span.of(parsed.text))]
    least, most = _READABLE
    speaker = 0.0 if first.speaker is None else 1.0 if segments[0].person else _UNNAMED
    content = set(filter(_LONG.match, {word for word in said if len(word) >= _TERM}))
    return (
        _WEIGHTS.length * min(1.0, len(said) / least) * min(1.0, most / max(len(said), 1))
        + _WEIGHTS.speaker * speaker
        + _WEIGHTS.early * (1.0 - first.span.start / max(len(parsed.text), 1))
        + _WEIGHTS.order * (1.0 - after)
        + _WEIGHTS.voice * (not voices.isdisjoint(said))
        + _WEIGHTS.terms * min(1.0, 2 * terms.weigh(content))
    )


def _terms(parsed: Parsed) -> _Terms:
    counts = Counter(_LONG.findall(parsed.text.lower()))
    headline = _words(parsed.headline.of(parsed.text)) if parsed.headline else ()
    return _Terms(counts=counts, most=max(counts.values(), default=1), headline=frozenset(headline))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
