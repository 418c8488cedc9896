"""Corrections: whether a file's new text is the same article mended, and what was mended."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import islice

from summarizer.model import Brief, PassageKind

STORY = (PassageKind.HEADLINE, PassageKind.DECK, PassageKind.BODY)
WORD = re.compile(r"\w+")
SAME_STORY = 0.4
"""The share of the shorter text's word triples that the longer one has, for one story."""

MOST_COMPARED = 20_000
"""How many words at the start of each text say whether it is one story: files may be of megabytes,
and everything else that the store is for waits for the comparison."""

MOST_SENTENCES = 400
MOST_WORDS = 200
"""Comparing costs the square of these; what is beyond them is not described."""

SHOWN = 90
"""How many characters of a sentence the line of a change quotes."""


class ChangeKind(StrEnum):
    """What a file's new text is to its old one."""

    NOTHING = "nothing"  # white space, marks or boilerplate
    CORRECTION = "correction"
    OTHER_STORY = "other story"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The new text against the old; `change` says in one line what a correction changed."""

    kind: ChangeKind
    change: str | None = None


def compare(before: Brief, after: Brief) -> Comparison:
    """Compare two briefs of one file."""
    old, new = _sentences(before), _sentences(after)
    if _same_words(old, new):
        return Comparison(kind=ChangeKind.NOTHING)
    if not _same_story(old, new):
        return Comparison(kind=ChangeKind.OTHER_STORY)
    return Comparison(kind=ChangeKind.CORRECTION, change=_change(before, after, old, new))


def _sentences(brief: Brief) -> list[str]:
    """Return the story's sentences, white space folded; paragraphs where there are none."""
    passages = brief.parsed.passages
    spans = [s.span for s in brief.parsed.sentences if passages[s.passage].kind in STORY]
    if not spans:
        spans = [passage.span for passage in passages if passage.kind in STORY]
    return [" ".join(span.of(brief.text).split()) for span in spans]


def _words(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text.casefold()))


def _same_words(old: Sequence[str], new: Sequence[str]) -> bool:
    """Return whether two texts differ in nothing but marks; what is equal is not taken apart."""
    return len(old) == len(new) and all(
        before == after or _words(before) == _words(after)
        for before, after in zip(old, new, strict=True)
    )


def _triples(sentences: Sequence[str]) -> set[tuple[str, ...]]:
    found = (word[0] for s in sentences for word in WORD.finditer(s.casefold()))
    words = list(islice(found, MOST_COMPARED))
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}


def _same_story(old: Sequence[str], new: Sequence[str]) -> bool:
    before, after = _triples(old), _triples(new)
    return len(before & after) >= SAME_STORY * min(len(before), len(after))


def _change(before: Brief, after: Brief, old: list[str], new: list[str]) -> str:
    """Say what changed: the headline first, else the first sentence that differs."""
    if after.headline and _words(before.headline or "") != _words(after.headline):
        return f"new headline “{_cut(after.headline)}”"
    old, new = old[:MOST_SENTENCES], new[:MOST_SENTENCES]
    matcher = SequenceMatcher(
        a=[_words(s) for s in old], b=[_words(s) for s in new], autojunk=False
    )
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    for tag, i, _, j, _ in steps:
        if tag == "replace":
            return _replaced(old[i], new[j])
    for tag, i, _, j, _ in steps:
        said = old[i] if tag == "delete" else new[j]
        return f"{'removed' if tag == 'delete' else 'added'} “{_cut(said)}”"
    return "the end of the text"


def _replaced(old: str, new: str) -> str:
    """Quote the first words of a sentence that differ, with a word on either side."""
    was, now = old.split()[:MOST_WORDS], new.split()[:MOST_WORDS]
    matcher = SequenceMatcher(a=was, b=now, autojunk=False)
    if matcher.ratio() < 0.4:
        return f"now “{_cut(new)}”"
    for tag, i, k, j, m in matcher.get_opcodes():
        if tag != "equal":
            less, more = max(0, i - 1), max(0, j - 1)
            is_now, it_was = " ".join(now[more : m + 1]), " ".join(was[less : k + 1])
            return f"“{_cut(is_now).rstrip(',;:.')}”, not “{_cut(it_was).rstrip(',;:.')}”"
    return f"now “{_cut(new)}”"


def _cut(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= SHOWN else folded[:SHOWN].rsplit(" ", 1)[0] + " […]"
