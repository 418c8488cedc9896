"""Key quotes: which quotes of an article add the most."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.model import Copy, Quote
from summarizer.quotes.lexicon import Lexicon

_READABLE = (24, 55)  # words of an utterance: enough to say something, not too many for a phone
_SHORT = 4  # letters; shorter words are no terms
_AGAIN = 0.85  # how much of its worth a quote keeps for each better one of its speaker's
_BESIDE = 0.5  # and a segment that is not its utterance's best
_FRAGMENT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A quote to be ranked; `person` is true where somebody says it who has a name."""

    quote: Quote
    person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weights:
    """What the worth of an utterance is made of; the sum is one."""

    length: float = 0.38
    speaker: float = 0.18
    early: float = 0.18
    order: float = 0.18
    voice: float = 0.05
    terms: float = 0.03


def rank(copy: Copy, candidates: Sequence[Candidate], words: Lexicon) -> tuple[Quote, ...]:
    """Give the quotes with their scores, best first.

    An utterance is judged whole. Its best segment stands for it; the others come further down, so
    that the first quotes are of different utterances, and of different speakers where they can be.
    """
    utterances: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        utterances[candidate.quote.group].append(candidate)
    terms = _terms(copy)
    worth = {
        group: _worth(copy, segments, number / len(utterances), terms, words)
        for number, (group, segments) in enumerate(utterances.items())
    }
    heard: Counter[str | None] = Counter()
    scored: list[Quote] = []
    for group in sorted(worth, key=lambda one: (-worth[one], one)):
        segments = [candidate.quote for candidate in utterances[group]]
        best = max(segments, key=lambda quote: (not quote.fragment, len(quote.span)))
        speaker = best.speaker.name if best.speaker else None
        score = worth[group] * _AGAIN ** heard[speaker]
        heard[speaker] += not best.fragment
        scored += [
            _scored(quote, score if quote is best else score * _BESIDE) for quote in segments
        ]
    return tuple(sorted(scored, key=lambda quote: (-quote.score, quote.span.start)))


def _scored(quote: Quote, score: float) -> Quote:
    return replace(quote, score=round(score * (_FRAGMENT if quote.fragment else 1.0), 4))


def _worth(
    copy: Copy,
    segments: Sequence[Candidate],
    after: float,
    terms: Mapping[str, float],
    words: Lexicon,
) -> float:
    """Judge an utterance: enough words and not too many, a speaker with a name, a place not far
    down, a voice of its own, the article's main terms. `after` is the share of those before it.
    """
    first = segments[0].quote
    said = [
        w.strip(".,;:!?…\"'”’").lower()
        for s in segments
        for w in s.quote.span.of(copy.text).split()
    ]
    least, most = _READABLE
    weights = _Weights()
    speaker = 0.0 if first.speaker is None else 1.0 if segments[0].person else 0.75
    voice = any(word in words.voices for word in said)
    content = {word for word in said if len(word) > _SHORT}
    shared = sum(terms.get(word, 0.0) for word in content) / max(len(content), 1)
    return (
        weights.length * min(1.0, len(said) / least) * min(1.0, most / max(len(said), 1))
        + weights.speaker * speaker
        + weights.early * (1.0 - first.span.start / max(len(copy.text), 1))
        + weights.order * (1.0 - after)
        + weights.voice * voice
        + weights.terms * min(1.0, 2 * shared)
    )


def _terms(copy: Copy) -> dict[str, float]:
    """Weigh the article's words by how often they stand in it, those of its headline double."""
    text = copy.text
    counts = Counter(
        word
        for sentence in copy.sentences
        for raw in sentence.span.of(text).split()
        if len(word := raw.strip(".,;:!?…\"'“”‘’()").lower()) > _SHORT
    )
    headline = copy.headline.of(text).lower() if copy.headline else ""
    most = max(counts.values(), default=1)
    return {
        word: min(1.0, count / most * (2 if word in headline else 1))
        for word, count in counts.items()
        if count > 1
    }
