"""How well quotes are found and given their speakers."""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from summarizer.brief import take_apart
from summarizer.model import Article
from summarizer.quotes import find_quotes
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


def evaluate() -> Sequence[Table]:
    """Measure the development set, where it is at hand, whole and in halves."""
    if not _SET.is_dir():
        return ()
    lines = (_SET / "dev.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    began = time.process_time()
    found = [_find(article) for article in articles]
    speed = len(articles) / (time.process_time() - began)
    halves = {"all": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}
    figures = {name: _score(articles[half], found[half]) for name, half in halves.items()}
    rows = [(name, *(f"{figures[half][name]:.3f}" for half in halves)) for name in _FIGURES] + [
        ("articles a second", f"{speed:.0f}", "", "")
    ]
    scores = {f"development.{name}": score for name, score in figures["all"].items()}
    return (Table(title="Quotes: development", columns=("", *halves), rows=rows, scores=scores),)


def _find(article: Mapping[str, str]) -> str:
    text = article["text"]
    quotes = [
        {"text": quote.span.of(text), "speaker": quote.speaker.name if quote.speaker else None}
        for quote in find_quotes(take_apart(Article(text=text)))
    ]
    return json.dumps({"id": article["id"], "quotes": quotes})


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
