"""`python -m tests.evaluation.train_summaries`: fit the weights of Dateline's ranker.

Fitted are the probabilities that a human summary has a word of its article, and a pair of words:
two logistic regressions with a strong ridge, on the development set, in which each source of human
summaries weighs the same and the machine-made ones a tenth of that. Only the weights are kept.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from summarizer.model import Parsed
from summarizer.quotes import find_quotes
from summarizer.ranking.choice import worth
from summarizer.ranking.choice.expectation import Figures
from summarizer.ranking.choice.own import DatelineSummarizer, Story
from summarizer.ranking.choice.worth import PAIR_FIGURES, TIMES, WORD_FIGURES, Weights
from summarizer.ranking.coherence.connectives import openings
from summarizer.ranking.document import BodyDocument, document_of
from summarizer.ranking.words.body import read_body
from summarizer.ranking.words.lexis import Lexis, Reals, read_lexis
from summarizer.ranking.words.stems import stemmer, stop_words

WEIGHTS = Path(worth.__file__).with_name("weights.toml")
SOURCES: Mapping[str, float] = {"cnndm": 1.0, "writers": 1.0, "xsum": 1.0, "bbc": 0.1}
RIDGE = 800.0
CANDIDATES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What one article teaches: figures of words and pairs, and how many references have them."""

    document: BodyDocument
    story: Story
    source: str
    word_truth: Reals
    pair_truth: Reals


def lesson(parsed: Parsed, references: Sequence[str], source: str) -> Lesson:
    """Read an article and its references."""
    document = document_of(parsed, read_body(parsed), find_quotes(parsed))
    story = summarizer(parsed.language).read(document, CANDIDATES, 3)
    read = [_counted(reference, parsed.language) for reference in references]
    return Lesson(
        document=document,
        story=story,
        source=source,
        word_truth=_word_truth(story.figures, story.lexis, [words for words, _ in read]),
        pair_truth=_pair_truth(story.figures, story.lexis, [pairs for _, pairs in read]),
    )


def summarizer(language: str, weights: Weights | None = None) -> DatelineSummarizer:
    """Make Dateline's summarizer, with other weights than the committed ones if given."""
    made = weights or Weights(word=(0.0,) * 14, pair=(0.0,) * 7)
    return DatelineSummarizer(stemmer(language), stop_words(language), openings(language), made)


def _counted(text: str, language: str) -> tuple[Counter[str], set[tuple[str, str]]]:
    lexis = read_lexis((text,), stemmer(language), frozenset())
    stems = [lexis.stems[word] for word in lexis.words.tolist()]
    return Counter(stems), set(pairwise(stems))


def _word_truth(figures: Figures, lexis: Lexis, references: Sequence[Counter[str]]) -> Reals:
    stems = [lexis.stems[word] for word in figures.words.tolist()]
    found = [
        [reference[stem] >= time for stem in stems for time in range(1, TIMES + 1)]
        for reference in references
    ]
    truth: Reals = np.array(found, dtype=float).mean(axis=0)
    return truth


def _pair_truth(
    figures: Figures, lexis: Lexis, references: Sequence[set[tuple[str, str]]]
) -> Reals:
    stems = [(lexis.stems[one], lexis.stems[other]) for one, other in figures.pairs.tolist()]
    found = [[pair in reference for pair in stems] for reference in references]
    truth: Reals = np.array(found, dtype=float).mean(axis=0)
    return truth


def fit(lessons: Sequence[Lesson]) -> Weights:
    """Fit the weights, first those of words, then with these those of pairs."""
    number = Counter(lesson.source for lesson in lessons)
    shares = [100 * SOURCES[lesson.source] / number[lesson.source] for lesson in lessons]
    kept = [_kept_rows(lesson) for lesson in lessons]
    word = _logistic(
        [lesson.story.figures.word_rows[rows] for lesson, rows in zip(lessons, kept, strict=True)],
        [lesson.word_truth[rows] for lesson, rows in zip(lessons, kept, strict=True)],
        shares,
    )
    pair = _logistic(
        [_pair_rows(lesson, word) for lesson in lessons],
        [lesson.pair_truth for lesson in lessons],
        shares,
    )
    return Weights(word=word, pair=pair)


def _kept_rows(lesson: Lesson) -> np.ndarray:
    """Leave out times that no set of candidates has, and that do not count."""
    figures, lexis = lesson.story.figures, lesson.story.lexis
    most = figures.word_counts.sum(axis=0)
    limit = np.where(lexis.stop[figures.words], TIMES, 2)
    times = np.tile(np.arange(1, TIMES + 1), len(figures.words))
    rows: np.ndarray = times <= np.repeat(np.minimum(most, limit), TIMES)
    return rows


def _pair_rows(lesson: Lesson, word: Sequence[float]) -> Reals:
    figures, lexis = lesson.story.figures, lesson.story.lexis
    chances = worth.probability(figures.word_rows, word).reshape(-1, TIMES)[:, 0]
    chance = np.full(len(lexis.stems), 0.5)
    chance[figures.words] = np.clip(chances, 1e-4, 1 - 1e-4)
    return worth.pair_figures(lexis, figures.pairs, figures.pair_spread, figures.pair_first, chance)


def _logistic(
    rows: Sequence[Reals], truths: Sequence[Reals], shares: Sequence[float]
) -> tuple[float, ...]:
    """Fit by Newton's method on standardised figures; return weights for the figures as they are."""
    figures, truth = np.vstack(rows), np.concatenate(truths)
    share = np.concatenate([np.full(len(t), s) for t, s in zip(truths, shares, strict=True)])
    mean, spread = figures.mean(axis=0), figures.std(axis=0) + 1e-9
    known = np.hstack([np.ones((len(truth), 1)), (figures - mean) / spread])
    ridge = np.array([1e-6] + [RIDGE] * figures.shape[1])
    weights = np.zeros(known.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (share * (truth - chance)) - ridge * weights
        bend = (known * (share * chance * (1 - chance))[:, None]).T @ known + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights += step * min(1.0, 2.0 / np.abs(step).max())
        if np.abs(step).max() < 1e-3:
            break
    plain = weights[1:] / spread
    return (float(weights[0] - plain @ mean), *map(float, plain))


def write(weights: Weights, path: Path = WEIGHTS) -> None:
    """Write the weights beside the code that reads them."""
    lines = [
        "# Fitted by `python -m tests.evaluation.train_summaries`; see worth.py for the figures.",
    ]
    for name, names, values in (
        ("word", WORD_FIGURES, weights.word),
        ("pair", PAIR_FIGURES, weights.pair),
    ):
        lines += ["", f"[{name}]"]
        named = zip(("intercept", *names), values, strict=True)
        lines += [f'"{figure}" = {value:.4f}' for figure, value in named]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Fit on the whole development set, and write the weights."""
    from tests.evaluation.summaries import read_cases, to_lesson  # noqa: PLC0415 - imports this

    write(fit([to_lesson(case) for case in read_cases()]))


if __name__ == "__main__":
    main()
