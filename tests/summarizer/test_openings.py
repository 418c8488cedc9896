"""What furniture opens with is found by the first letters of its words."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

import pytest

from summarizer.openings import CAPTION, CROSS_REFERENCE, NOTICE, Opening, head_of


@pytest.mark.parametrize("opening", [CROSS_REFERENCE, CAPTION, NOTICE])
def test_the_heads_are_those_of_the_patterns(opening: Opening) -> None:
    """Nothing is missed for want of its first letters, and nothing is tried in vain."""
    parse = import_module("re._parser").parse
    given: dict[re.Pattern[str], set[str]] = {}
    for head, patterns in opening.by_head.items():
        for pattern in patterns:
            given.setdefault(pattern, set()).add(head)
    assert set(given) == set(opening.every)
    for pattern, heads in given.items():
        found = {head.strip() for head in _heads(parse(pattern.pattern, pattern.flags), {""})}
        # A number is a head by itself; what is not ASCII is tried with every pattern.
        assert {"0" if head[:1] == "0" else head for head in found if head.isascii()} == heads


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Read more: the dam", "rea"),
        ("» READ ALSO", "rea"),
        ("__If you", "if"),
        ("12 comments", "0"),
        ("À lire aussi", "à"),
        ("...", ""),
        ("", ""),
    ],
)
def test_a_head_is_the_beginning_of_the_first_word(text: str, head: str) -> None:
    """Marks before it do not count, nor whether its letters are capitals."""
    assert head_of(text) == head


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
