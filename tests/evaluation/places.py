"""How well places are found, told apart and ranked, how fast, and what that costs."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.adapters.gazetteer import open_gazetteer
from bot.adapters.recognizer import find_recognizer
from summarizer.brief import parse_article
from summarizer.model import Article
from summarizer.places import Gazetteer, find_places
from summarizer.places.weights import Weights
from summarizer.text.entities import Recognizer
from tests.articles import samples
from tests.evaluation.place_tally import Tally
from tests.evaluation.table import DEVELOPMENT, Table
from tests.summarizer.places.judging import faults
from tests.summarizer.places.traps import TRAPS, Trap

DEVELOPMENT_SET = DEVELOPMENT / "places"
_FIGURES = {
    "mention F1": "oF",
    "acc@161km": "acc",
    "end to end": "e2eF",
    "doc P": "dP",
    "doc R": "dR",
    "doc F1": "dF",
    "top1": "top1",
}
_COST = """
import pathlib, re, time
from summarizer.brief import parse_article
from summarizer.model import Article
def peak():
    told = pathlib.Path("/proc/self/status").read_text()  # of this process, unlike getrusage's
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", told)[1]) / 1024
copy = parse_article(Article(text="The council of Troy, N.Y., met in Paris on Monday. It said so."))
before, began = peak(), time.perf_counter()
from bot.adapters.gazetteer import open_gazetteer
from summarizer.places import find_places
gazetteer = open_gazetteer()
find_places(copy, gazetteer)
print(time.perf_counter() - began)
import json, sys
for line in pathlib.Path(sys.argv[1]).read_text("utf-8").splitlines():
    find_places(parse_article(Article(text=json.loads(line)["text"])), gazetteer)
print(peak() - before)
"""


def evaluate() -> Sequence[Table]:
    """Measure the traps always, the development set where it is at hand."""
    gazetteer = open_gazetteer()
    tables = [_traps(gazetteer), _samples(gazetteer)]
    if DEVELOPMENT_SET.is_dir():
        tables += [_development(gazetteer), _cost()]
        if recognizer := find_recognizer():  # no score of its own: it is not always installed
            table = _development(gazetteer, recognizer)
            tables.append(replace(table, title=f"{table.title}, with spaCy", scores={}))
    return tables


def _traps(gazetteer: Gazetteer) -> Table:
    rules = sorted({trap.rule for trap in TRAPS})
    passed = {trap: not _faults(trap, gazetteer) for trap in TRAPS}
    rows = []
    for rule in rules:
        those = [passed[trap] for trap in TRAPS if trap.rule == rule]
        rows.append((rule, str(sum(those)), str(len(those))))
    share = sum(passed.values()) / len(passed)
    return Table(
        title=f"Places: traps, {share:.3f} of them passed",
        columns=("", "passed", "of"),
        rows=rows,
        scores={"samples.traps": share},
    )


def _faults(trap: Trap, gazetteer: Gazetteer) -> list[str]:
    article = Article(text=trap.text, language=trap.language)
    found = find_places(parse_article(article), gazetteer)
    return faults(trap, found.places, found.unresolved)


def _samples(gazetteer: Gazetteer) -> Table:
    """Compare with what a reader marked in the project's own articles."""
    tally = Tally()
    for sample in samples():
        found = find_places(parse_article(sample.article), gazetteer)
        tally.add(sample, found.places)
    rows = [(name, f"{score:.3f}") for name, score in tally.scores.items()]
    scores = {f"samples.{name}": score for name, score in tally.scores.items()}
    return Table(title="Places: samples", columns=("", "all"), rows=rows, scores=scores)


def _development(gazetteer: Gazetteer, recognizer: Recognizer | None = None) -> Table:
    lines = (DEVELOPMENT_SET / "dev.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    copies = [parse_article(Article(text=article["text"])) for article in articles]
    find_places(copies[0], gazetteer, recognizer=recognizer)  # which loads what it needs
    began = time.process_time()
    for parsed in copies:
        find_places(parsed, gazetteer, recognizer=recognizer)
    speed = len(articles) / (time.process_time() - began)
    found = [find_in(article, gazetteer, recognizer) for article in articles]
    figures = {"all": slice(None), "even": slice(0, None, 2), "odd": slice(1, None, 2)}
    halves = {name: score_found(articles[half], found[half]) for name, half in figures.items()}
    sources = {name: row for name, row in halves["all"].items() if name not in ("pooled", "mean")}
    columns = {
        **{f"{name} half" if name != "all" else name: r["pooled"] for name, r in halves.items()},
        **sources,
    }
    rows = [
        (name, *(f"{column[key]:.3f}" for column in columns.values()))
        for name, key in _FIGURES.items()
    ]
    pooled = halves["all"]["pooled"]
    scores = {f"development.{name}": pooled[key] for name, key in _FIGURES.items()}
    scores["development.end to end lgl"] = sources["lgl"]["e2eF"]
    return Table(
        title=f"Places: development, {speed:.0f} articles a second (without taking them apart)",
        columns=("", *columns),
        rows=rows,
        scores=scores,
    )


def find_in(
    article: Mapping[str, str],
    gazetteer: Gazetteer,
    recognizer: Recognizer | None = None,
    weights: Weights | None = None,
) -> str:
    """Find an article's places, as the scorer reads them."""
    parsed = parse_article(Article(text=article["text"]))
    found = find_places(parsed, gazetteer, recognizer=recognizer, weights=weights)
    places = [
        {
            "text": span.of(article["text"]),
            "start": span.start,
            "end": span.end,
            "lat": place.latitude,
            "lon": place.longitude,
            "geonames_id": place.geonames_id,
        }
        for place in found.places
        for span in place.mentions
    ]
    return json.dumps({"id": article["id"], "places": places})


def score_found(articles: Sequence[object], found: Sequence[str]) -> dict[str, dict[str, float]]:
    """Ask the set's own scorer."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder, "gold.jsonl"), Path(folder, "predicted.jsonl")
        gold.write_text("\n".join(map(json.dumps, articles)), "utf-8")
        predicted.write_text("\n".join(found), "utf-8")
        command = [
            sys.executable,
            str(DEVELOPMENT_SET / "score_places.py"),
            str(gold),
            str(predicted),
        ]
        result = subprocess.run([*command, "--json"], capture_output=True, text=True, check=True)  # noqa: S603 (our own files)
    rows: dict[str, dict[str, float]] = json.loads(result.stdout)
    return rows


def _cost() -> Table:
    """Measure in a process of its own what places add to the start and to the memory."""
    command = [sys.executable, "-c", _COST, str(DEVELOPMENT_SET / "dev.jsonl")]
    result = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 (our own files)
    start, memory = map(float, result.stdout.split())
    return Table(
        title="Places: cost",
        columns=("", "added"),
        rows=(("start, seconds", f"{start:.2f}"), ("memory, megabytes", f"{memory:.0f}")),
        scores={"development.start": start, "development.memory": memory},
    )
