"""How well quotes are found, given their speakers, and ranked."""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.brief import parse_article, write_brief
from summarizer.model import Article, BriefOptions, Quote, Span
from summarizer.quotes import find_quotes
from tests.articles import MarkedQuote, Sample, same_speaker, samples
from tests.evaluation.table import DEVELOPMENT, Table

_SET = DEVELOPMENT / "quotes"
_FIGURES = {
    "span P": r"spans +P ([\d.]+)",
    "span R": r"spans .*R ([\d.]+)",
    "span F1": r"spans .*F1 ([\d.]+)",
    "speaker": r"attribution all .*= ([\d.]+)",
    "by name": r"attribution name .*= ([\d.]+)",
    "by pronoun": r"attribution pronoun .*= ([\d.]+)",
    "by noun": r"attribution nominal .*= ([\d.]+)",
    "full name": r"full name .*= ([\d.]+)",
    "end to end": r"end to end .*F1 ([\d.]+)",
}
_FIRST = 3  # utterances among which the two that an editor would print are looked for
_NEAR = 2  # characters by which a span may miss a mark or a stop


def evaluate() -> Sequence[Table]:
    """Measure the project's own samples, and the development set where it is at hand."""
    return (_own(), *([_development()] if _SET.is_dir() else []))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was found of one sample's quotes; `best` counts the marked two."""

    marked: int
    found: int
    right: int
    false: int
    best: int
    best_found: int


def _own() -> Table:
    read = samples()
    languages = {"all": read, "English": [s for s in read if s.language == "en"]}
    languages["others"] = [s for s in read if s.language != "en"]
    tallies = {id(sample): _tally(sample) for sample in read}
    figures = {
        name: _shares([tallies[id(sample)] for sample in chosen])
        for name, chosen in languages.items()
    }
    return Table(
        title=f"Quotes: {len(read)} samples",
        columns=("", *languages),
        rows=[
            (name, *(f"{shares[name]:.3f}" for shares in figures.values()))
            for name in figures["all"]
        ],
        scores={f"samples.{name}": score for name, score in figures["all"].items()},
    )


def _tally(sample: Sample) -> Tally:
    brief = write_brief(sample.article, gazetteer=None, options=BriefOptions())
    quotes = list(brief.quotes)
    groups = list(dict.fromkeys(quote.group for quote in quotes))[:_FIRST]
    shown = [quote.span for quote in quotes if quote.group in groups]
    marked = [(segment, one) for one in sample.quotes for segment in one.segments]
    found = [(one, quote) for segment, one in marked if (quote := _at(segment, quotes))]
    return Tally(
        marked=len(marked),
        found=len(found),
        right=sum(_is_right(one, quote) for one, quote in found),
        false=sum(not any(_same(quote.span, segment) for segment, _ in marked) for quote in quotes),
        best=len(sample.best),
        best_found=sum(
            any(segment.overlaps(span) for segment in one.segments for span in shown)
            for one in sample.best
        ),
    )


def _at(segment: Span, quotes: Sequence[Quote]) -> Quote | None:
    return next((quote for quote in quotes if _same(quote.span, segment)), None)


def _same(one: Span, other: Span) -> bool:
    return abs(one.start - other.start) <= _NEAR and abs(one.end - other.end) <= _NEAR


def _is_right(marked: MarkedQuote, quote: Quote) -> bool:
    return same_speaker(quote.speaker.name if quote.speaker else None, marked.speaker)


def _shares(tallies: Sequence[Tally]) -> dict[str, float]:
    found = sum(tally.found for tally in tallies)
    marked = sum(tally.marked for tally in tallies)
    predicted = found + sum(tally.false for tally in tallies)
    return {
        "span P": found / predicted,
        "span R": found / marked,
        "speaker": sum(tally.right for tally in tallies) / found,
        "key quotes": sum(tally.best_found for tally in tallies)
        / sum(tally.best for tally in tallies),
    }


def _development() -> Table:
    """Measure the development set, whole and in halves."""
    lines = (_SET / "dev.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    copies = [parse_article(Article(text=article["text"])) for article in articles]
    began = time.process_time()
    quotes = [find_quotes(parsed) for parsed in copies]
    speed = len(articles) / (time.process_time() - began)
    found = list(map(_prediction, articles, quotes))
    halves = {"all": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}
    figures = {name: _score(articles[half], found[half]) for name, half in halves.items()}
    rows = [(name, *(f"{figures[half][name]:.3f}" for half in halves)) for name in _FIGURES] + [
        ("articles a second", f"{speed:.0f}", "", "")
    ]
    scores = {f"development.{name}": score for name, score in figures["all"].items()}
    return Table(title="Quotes: development", columns=("", *halves), rows=rows, scores=scores)


def _prediction(article: Mapping[str, str], quotes: Sequence[Quote]) -> str:
    told = [
        {
            "text": quote.span.of(article["text"]),
            "speaker": quote.speaker.name if quote.speaker else None,
        }
        for quote in quotes
    ]
    return json.dumps({"id": article["id"], "quotes": told})


def _score(articles: Sequence[object], found: Sequence[str]) -> dict[str, float]:
    """Ask the set's own scorer."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text("\n".join(map(json.dumps, articles)), "utf-8")
        predicted.write_text("\n".join(found), "utf-8")
        command = [sys.executable, str(_SET / "score_quotes.py"), str(gold), str(predicted)]
        result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 (our own files)
    figures = {}
    for name, pattern in _FIGURES.items():
        match = re.search(pattern, result.stdout)
        figures[name] = float(match.group(1)) if match else 0.0
    return figures
