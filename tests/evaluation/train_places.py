"""`python -m tests.evaluation.train_places`: fit how much the evidence of places weighs.

Three regressions, each drawn to weights set by hand where a rule is known: for a toponym's being
a place, for the same by its company, and for which place it is. Prints what the set's scorer says
of five folds, each found with weights fitted on the other four alone, and keeps the weights fitted
on all. Only the weights are kept.
"""

import json
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from bot.adapters.gazetteer import open_gazetteer
from summarizer.brief import parse_article
from summarizer.model import Article, Parsed, PassageKind
from summarizer.places import Gazetteer, weights
from summarizer.places.choice.context import Context
from summarizer.places.choice.resolution import features
from summarizer.places.finder import weigh
from summarizer.places.gazetteer.gazetteer import Entry
from summarizer.places.toponyms.cutting import read_paragraphs
from summarizer.places.toponyms.toponym import Toponym
from tests.evaluation.fitting import Table, choose_between, regress
from tests.evaluation.places import DEVELOPMENT_SET, find_in, score_found

FOLDS = 5
NEAR = 161.0  # km within which a place is right
READ = (PassageKind.HEADLINE, PassageKind.DECK, PassageKind.BODY, PassageKind.CAPTION)

MENTION_BY_HAND: Table = {
    "in a person's name": -6.0, "begins a person's name": -6.0, "> street": -6.0,
    "a saint's": -6.0, "between hyphens": -6.0, "never a place": -8.0,
    "a person's name": -3.0, "a site's word": -3.0, "< title": -3.0, "> site": -2.0,
    "also in lower case": -2.0, "given name and another": -2.0, "dateline": 2.0,
    "like a dateline": 1.5, "foreign name": 0.5,
}  # fmt: skip
AGAIN_BY_HAND: Table = {
    "weight": 1.0, "near others": 1.0, "far from others": -1.0, "its country named": 0.5,
    "another country named": -1.0, "its region named": 0.5, "well placed elsewhere": 0.8,
    "listed with a place": 1.2, "ill placed elsewhere": -0.3,
}  # fmt: skip
CHOICE_BY_HAND: Table = {
    "kind COUNTRY": 3.0, "kind state": 1.0, "kind FIRST_DIVISION": 0.3,
    "kind SECOND_DIVISION": -1.5, "capital": 1.0, "own name": 2.0, "country": 2.5,
    "neighbour": 0.5, "said division, division": 2.0, "said division, city": -1.0,
    "prominent": 2.5, "said city, city": 1.0, "said city, division": -1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The three tables of weights."""

    mention: Table
    again: Table
    choice: Table

    @property
    def weights(self) -> weights.Weights:
        """The same as the finder reads them."""
        choice = weights.choice_weights(self.choice)
        return weights.Weights(mention=self.mention, again=self.again, choice=choice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An annotated article."""

    article: dict[str, Any]
    parsed: Parsed

    def truth(self, toponym: Toponym) -> tuple[bool | None, dict[str, Any] | None]:
        """Return whether a toponym is a place, None where either is right, and which one."""
        found: bool | None = False
        for marked in self.article["toponyms"]:
            if toponym.span.start < marked["end"] and marked["start"] < toponym.span.end:
                if not marked.get("optional") and marked["lat"] is not None:
                    return True, marked
                found = None
        return found, None


def is_right(marked: Mapping[str, Any], entry: Entry) -> bool:
    """Return whether an entry is the place that is marked, or near it."""
    if entry.geonames_id and str(entry.geonames_id) == str(marked["geonames_id"]):
        return True
    north, south = radians(marked["lat"]), radians(entry.latitude)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(entry.longitude - marked["lon"]) / 2) ** 2
    return 12_742.0 * asin(min(1.0, sqrt(half))) <= NEAR


def train(lessons: Sequence[Lesson], gazetteer: Gazetteer) -> Fitted:
    """Fit the three tables, the first two twice: each depends on the other's choices."""
    first = {**CHOICE_BY_HAND, "population": 1.0, "near": 2.0, "region": 2.0}
    fitted = Fitted(mention={}, again={"weight": 1.0}, choice=first)
    for _ in range(2):
        read = _read(lessons, gazetteer, fitted)
        mention = _fit_mention(read)
        fitted = Fitted(mention=mention, again=fitted.again, choice=fitted.choice)
        read = _read(lessons, gazetteer, fitted)
        fitted = Fitted(mention=mention, again=fitted.again, choice=_fit_choice(read))
    read = _read(lessons, gazetteer, fitted)
    rows = [
        (t.company, truth) for lesson, t, _ in read if (truth := lesson.truth(t)[0]) is not None
    ]
    again = regress([row for row, _ in rows], [truth for _, truth in rows], AGAIN_BY_HAND, 2.0)
    return Fitted(mention=fitted.mention, again=again, choice=fitted.choice)


_Read = Sequence[tuple[Lesson, Toponym, Context]]


def _read(lessons: Sequence[Lesson], gazetteer: Gazetteer, fitted: Fitted) -> _Read:
    read = []
    for lesson in lessons:
        paragraphs = read_paragraphs(lesson.parsed, READ)
        toponyms, context = weigh(lesson.parsed, paragraphs, gazetteer, None, fitted.weights)
        read += [(lesson, toponym, context) for toponym in toponyms]
    return read


def _fit_mention(read: _Read) -> Table:
    rows = [
        (dict.fromkeys(toponym.evidence, 1.0), truth)
        for lesson, toponym, _ in read
        if (truth := lesson.truth(toponym)[0]) is not None
    ]
    return regress([row for row, _ in rows], [truth for _, truth in rows], MENTION_BY_HAND, 1.0)


def _fit_choice(read: _Read) -> Table:
    groups = []
    for lesson, toponym, context in read:
        marked = lesson.truth(toponym)[1]
        if marked is None:
            continue
        right = [is_right(marked, entry) for entry in toponym.candidates]
        if any(right) and not all(right):
            rows = [features(entry, toponym, context) for entry in toponym.candidates]
            groups.append((rows, right))
    return choose_between(groups, CHOICE_BY_HAND)


def keep(fitted: Fitted, path: Path) -> None:
    """Write the weights' file, the greatest first, without those that weigh next to nothing."""
    parts = [
        "# Fitted by `python -m tests.evaluation.train_places` on annotated news; see weights.py.\n"
    ]
    for name, table in (
        ("mention", fitted.mention),
        ("again", fitted.again),
        ("choice", fitted.choice),
    ):
        ranked = sorted(table.items(), key=lambda item: -item[1])
        lines = [f"{json.dumps(key)} = {value}\n" for key, value in ranked if abs(value) >= 0.05]
        parts.append(f"[{name}]\n{''.join(lines)}")
    path.write_text("\n".join(parts), "utf-8")


def main() -> None:
    """Cross-validate, then fit on all and keep."""
    gazetteer = open_gazetteer()
    lines = (DEVELOPMENT_SET / "dev.jsonl").read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    lessons = [Lesson(article=a, parsed=parse_article(Article(text=a["text"]))) for a in articles]
    random.Random(7).shuffle(lessons)  # noqa: S311 - folds, no secrets
    found: list[str] = []
    order: list[dict[str, Any]] = []
    for fold in range(FOLDS):
        held = lessons[fold::FOLDS]
        others = [lesson for lesson in lessons if lesson not in held]
        fitted = train(others, gazetteer).weights
        found += [find_in(lesson.article, gazetteer, weights=fitted) for lesson in held]
        order += [lesson.article for lesson in held]
    json.dump(score_found(order, found)["pooled"], sys.stdout, indent=1)
    keep(train(lessons, gazetteer), Path(weights.__file__).with_name("weights.toml"))


if __name__ == "__main__":
    main()
