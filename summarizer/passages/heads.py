"""The first letters of what a pattern finds, by which it is known where it need not be tried."""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

LETTERS = 3
"""How many letters of a text's first word make its head."""

NUMBER = "0"
"""The head of every number."""

_END = " "  # ends a head of fewer letters: no letter follows
_ANY = "*"  # ends a head after which any letter may follow


def heads_of(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Return the heads of all that a pattern finds in ASCII; None where that may be any.

    A head is the first three letters of the first word, in lower case, or all of a shorter word.
    """
    parsed = import_module("re._parser").parse(pattern.pattern, pattern.flags)
    found = _grown(parsed, {""})
    if not all(head.endswith(_END) or len(head) == LETTERS for head in found):
        return None
    heads = {head.strip(_END) for head in found}
    if any(_ANY in head or not head for head in heads):
        return None
    return frozenset(NUMBER if head[0] == NUMBER else head for head in heads if head.isascii())


def _grown(parts: Iterable[tuple[object, Any]], heads: set[str]) -> set[str]:
    """Return what heads become by the parts of a parsed pattern."""
    for part in parts:
        done = {head for head in heads if len(head) == LETTERS or head.endswith((_END, _ANY))}
        heads = done.union(*(_longer(part, head) for head in heads - done))
    return heads


def _longer(part: tuple[object, Any], head: str) -> set[str]:
    """Return what a head becomes by one part."""
    operation, value = part
    found = {head + _ANY}  # whatever is not known here may be any letter
    match str(operation):
        case "LITERAL":
            found = {head + chr(value).lower()} if chr(value).isalnum() else {_ended(head)}
        case "CATEGORY" if str(value) == "CATEGORY_DIGIT":
            found = {head + (_ANY if head else NUMBER + _END)}
        case "CATEGORY" if str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"):
            found = {_ended(head)}
        case "AT":
            found = {_ended(head)}
        case "ASSERT" | "ASSERT_NOT":
            found = {head}
        case "IN":
            found = set().union(*(_longer(choice, head) for choice in value))
        case "BRANCH":
            found = set().union(*(_grown(branch, {head}) for branch in value[1]))
        case "SUBPATTERN":
            found = _grown(value[-1], {head})
        case "MAX_REPEAT":
            found = _repeated(value, head)
    return found


def _repeated(value: tuple[int, int, Any], head: str) -> set[str]:
    least, most, repeated = value
    every = set() if least else {head}
    heads = {head}
    for _ in range(min(most, LETTERS + 1)):
        heads = _grown(repeated, heads) - every
        every |= heads
    return every


def _ended(head: str) -> str:
    return head + _END if head else ""
