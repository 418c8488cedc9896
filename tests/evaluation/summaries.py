"""How close summaries come to those that people write, against the lead, and how well they read."""

import importlib.util
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rouge_score.rouge_scorer import RougeScorer

from summarizer import ranking
from summarizer.brief import parse_article
from summarizer.model import Article, BriefOptions, Parsed, Span
from summarizer.quotes import find_quotes
from summarizer.ranking.words.body import read_body
from tests.articles import samples
from tests.evaluation.readability import Fault, count_faults
from tests.evaluation.table import DEVELOPMENT, Table
from tests.evaluation.train_summaries import Lesson, fit, lesson, summarizer

_SET = DEVELOPMENT / "summaries"
PARTS = 5
HUMAN = ("cnndm", "writers", "xsum")
BUDGETS: Mapping[str, int | None] = {"3 sentences": None, "60 words": 60}
MEASURES = {"R-1": 0, "R-2": 1}  # places in what the set's scorer gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An article of the development set, taken apart, and the set's own record of it."""

    parsed: Parsed
    record: Mapping[str, Any]

    @property
    def source(self) -> str:
        """Where the article is from."""
        return str(self.record["source"])


def evaluate() -> Sequence[Table]:
    """Measure the project's own samples, and the development set where it is at hand."""
    return (_own(), *(_development() if _SET.is_dir() else ()))


def _own() -> Table:
    """Compare with the samples' references; none of them was there to fit the weights on."""
    copies = [parse_article(sample.article) for sample in samples()]
    summaries = {
        "Dateline": [_summary(parsed) for parsed in copies],
        "Lead-3": [tuple(s.span for s in read_body(parsed).sentences[:3]) for parsed in copies],
    }
    judge = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    figures: dict[str, dict[str, float]] = {}
    for name, found in summaries.items():
        scored = [
            judge.score(sample.reference, " ".join(span.of(parsed.text) for span in spans))
            for sample, parsed, spans in zip(samples(), copies, found, strict=True)
            if parsed.language == "en" and sample.reference
        ]
        faults = sum(len(count_faults(c, spans)) for c, spans in zip(copies, found, strict=True))
        figures[name] = {
            "R-1, English": 100 * sum(s["rouge1"].fmeasure for s in scored) / len(scored),
            "R-2, English": 100 * sum(s["rouge2"].fmeasure for s in scored) / len(scored),
            "faults": 100 * faults / len(copies),
        }
    ours = figures["Dateline"]
    return Table(
        title=f"Summaries: samples ({len(copies)} articles; faults of reading for every 100)",
        columns=("", *figures),
        rows=[(name, *(f"{one[name]:.1f}" for one in figures.values())) for name in ours],
        scores={f"samples.{name}": score for name, score in ours.items()},
    )


def _development() -> Sequence[Table]:
    cases = read_cases()
    chosen = _unseen(cases)
    lead = [tuple(s.span for s in read_body(case.parsed).sentences[:3]) for case in cases]
    return (
        *(_scores(name, words, cases, chosen, lead) for name, words in BUDGETS.items()),
        _readability(cases, {"Dateline": chosen, "Lead-3": lead}),
    )


def read_cases() -> list[Case]:
    """Read the development set, and take its articles apart."""
    return [
        Case(parsed=parse_article(Article(text=record["text"])), record=record)
        for record in scorer().read(_SET / "dev.jsonl")
    ]


@cache
def scorer() -> Any:  # noqa: ANN401 - a module from outside the project
    """Load the set's own scorer."""
    spec = importlib.util.spec_from_file_location("rouge", _SET / "rouge.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def to_lesson(case: Case) -> Lesson:
    """Read what an article can teach."""
    references = case.record.get("references") or [case.record["reference"]]
    texts = [one if isinstance(one, str) else "\n".join(one) for one in references]
    return lesson(case.parsed, texts, case.source)


def _unseen(cases: Sequence[Case]) -> list[tuple[Span, ...]]:
    """Summarise each article with weights fitted on the others: in five parts, by source."""
    lessons = [to_lesson(case) for case in cases]
    places = Counter[str]()
    parts = []
    for case in cases:
        parts.append(places[case.source] % PARTS)
        places[case.source] += 1
    weights = [
        fit([one for one, part in zip(lessons, parts, strict=True) if part != left_out])
        for left_out in range(PARTS)
    ]
    return [
        tuple(
            s.sentence.span
            for s in summarizer(case.parsed.language, weights[part])(one.document, 3)
        )
        for case, one, part in zip(cases, lessons, parts, strict=True)
    ]


def _summary(parsed: Parsed) -> tuple[Span, ...]:
    summary = ranking.summarize(parsed, BriefOptions(), quotes=find_quotes(parsed))
    return tuple(sentence.span for sentence in summary)


def _rows(
    cases: Sequence[Case], summaries: Sequence[Sequence[Span]], words: int | None
) -> list[list[float]]:
    found = {
        case.record["id"]: [span.of(case.parsed.text) for span in summary]
        for case, summary in zip(cases, summaries, strict=True)
    }
    rows: list[list[float]] = scorer().score_all([c.record for c in cases], found, words)
    return rows


def _scores(
    budget: str,
    words: int | None,
    cases: Sequence[Case],
    chosen: Sequence[Sequence[Span]],
    lead: Sequence[Sequence[Span]],
) -> Table:
    """Score both by source, with the paired gain over the lead and its interval."""
    ours, leads = _rows(cases, chosen, words), _rows(cases, lead, words)
    gains = [[x - y for x, y in zip(a, b, strict=True)] for a, b in zip(ours, leads, strict=True)]
    sources = [case.source for case in cases]
    lines, scores = [], {}
    for name, members in (*((s, (s,)) for s in (*HUMAN, "bbc")), ("human mean", HUMAN)):
        picked = [index for index, source in enumerate(sources) if source in members]
        gain = scorer().interval([gains[index] for index in picked])
        cells = []
        for measure, at in MEASURES.items():
            ours_mean, lead_mean = (_mean(rows, sources, members, at) for rows in (ours, leads))
            cells += [f"{lead_mean:.2f}", f"{ours_mean:.2f}"]
            cells.append(f"{ours_mean - lead_mean:+.2f} [{gain[at][1]:+.2f}, {gain[at][2]:+.2f}]")
            scores[f"development.{budget}.{name}.{measure}"] = ours_mean
            scores[f"development.{budget}.{name}.{measure} gain"] = ours_mean - lead_mean
            scores[f"development.{budget}.{name}.{measure} gain at least"] = gain[at][1]
        lines.append((name, *cells))
    columns = [f"{m} {what}" for m in MEASURES for what in ("lead", "ours", "gain")]
    title = f"Summaries: development, {budget} (interval: paired, over articles)"
    return Table(title=title, columns=("", *columns), rows=lines, scores=scores)


def _mean(
    rows: Sequence[Sequence[float]], sources: Sequence[str], members: Sequence[str], at: int
) -> float:
    """Return the unweighted mean of the sources' means."""
    means = []
    for member in members:
        values = [row[at] for row, source in zip(rows, sources, strict=True) if source == member]
        means.append(sum(values) / len(values))
    return sum(means) / len(means)


def _readability(cases: Sequence[Case], summaries: Mapping[str, Sequence[Sequence[Span]]]) -> Table:
    """Count faults of reading, for every hundred summaries."""
    counts = {
        name: Counter(
            fault
            for case, summary in zip(cases, found, strict=True)
            for fault, _ in count_faults(case.parsed, summary)
        )
        for name, found in summaries.items()
    }
    share = 100 / len(cases)
    rows = [(fault, *(f"{counts[name][fault] * share:.1f}" for name in counts)) for fault in Fault]
    totals = {name: counted.total() * share for name, counted in counts.items()}
    rows.append(("all", *(f"{total:.1f}" for total in totals.values())))
    return Table(
        title="Summaries: faults of reading for every 100 summaries",
        columns=("", *counts),
        rows=rows,
        scores={"development.faults": totals["Dateline"]},
    )
