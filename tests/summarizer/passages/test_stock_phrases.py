"""What furniture opens with is found by the first letters of its words."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pytest

from summarizer.model import PassageKind
from summarizer.passages.stock_phrases import OPENINGS, opening_of


@pytest.mark.parametrize(("kind", "heads", "pattern"), OPENINGS)
def test_the_heads_are_those_of_the_pattern(
    kind: PassageKind, heads: frozenset[str], pattern: re.Pattern[str]
) -> None:
    """Nothing is missed for want of its first letters, and nothing is tried in vain."""
    parsed = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    found = {head.strip() for head in _heads(parsed, {""})}
    # A number is a head by itself; what is not ASCII is tried with every pattern.
    assert {"0" if head[:1] == "0" else head for head in found if head.isascii()} == heads


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("» READ ALSO: the dam", PassageKind.CROSS_REFERENCE),
        ("À lire aussi : le barrage", PassageKind.CROSS_REFERENCE),
        ("__Read more: the dam__", PassageKind.CROSS_REFERENCE),
        ("(Photo: Ida Moss)", PassageKind.CAPTION),
        ("12 comments", PassageKind.BOILERPLATE),
        ("ſhare this", PassageKind.BOILERPLATE),  # whose capital is an ordinary S
        ("Reading the river", None),
        ("...", None),
        ("", None),
    ],
)
def test_an_opening_is_named(text: str, kind: PassageKind | None) -> None:
    """Marks before the first word do not count, nor whether its letters are capitals."""
    assert opening_of(text) is kind


def _heads(parts: Iterable[tuple[object, Any]], heads: set[str]) -> set[str]:
    """Give the first letters of the first words of a parsed pattern; a space is a word's end."""
    for part in parts:
        ended = {head for head in heads if len(head) == 3 or head.endswith(" ")}
        heads = ended.union(*(_longer(part, head) for head in heads - ended))
    return heads


def _longer(part: tuple[object, Any], head: str) -> set[str]:
    operation, value = part
    found = {f"{head} " if head else ""}
    match str(operation):
        case "LITERAL" if chr(value).isalnum():
            found = {head + chr(value).lower()}
        case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
            found = {f"{head}0"}
        case "IN":
            found = set().union(*(_longer(choice, head) for choice in value))
        case "BRANCH":
            found = set().union(*(_heads(branch, {head}) for branch in value[1]))
        case "SUBPATTERN":
            found = _heads(value[-1], {head})
        case "MAX_REPEAT":
            least, _, repeated = value
            found = _heads(repeated, {head}) | (set() if least else {head})
    return found
