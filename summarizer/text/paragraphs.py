"""Where the paragraphs of a text begin and end.

Files divide them in three ways: by blank lines, by single line ends, or by blank lines around
lines that are wrapped at a fixed width. Which of them holds is decided once for each text.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from summarizer.model import Span

_BLANK = re.compile(
    r"(?:\r\n|[\r\n\v\f\x85\u2028\u2029])[^\S\r\n]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029])"
)
_BULLET = re.compile(r"(?:[-*•·▪◦‣–—]|\d{1,2}[.)])\s+\S")
_ENDS = tuple(".!?…:;\"”’'»)]。！？؟।")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Divide `text` into its paragraphs, without the white space around them."""
    lines = _lines(text)
    if not lines:
        return ()
    width = _width(text, lines)
    found = [lines[0]]
    for before, line in pairwise(lines):
        if width and _runs_on(text, before, line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return tuple(found)


def _lines(text: str) -> list[Span]:
    """Return the lines that are not empty, without the white space around them."""
    lines, end = [], 0
    for line in text.splitlines(keepends=True):
        end += len(line)
        if words := line.lstrip():
            start = end - len(words)
            lines.append(Span(start, start + len(words.rstrip())))
    return lines


@dataclass(frozen=True, slots=True)
class _Width:
    """At what width lines break off; `always` where every line of the text keeps to it."""

    characters: int
    always: bool


def _width(text: str, lines: list[Span]) -> _Width | None:
    """Return at what width lines are wrapped; None where each line is a paragraph."""
    joints = [(a, b) for a, b in pairwise(lines) if not _parted(text, a, b)]
    broken = [
        len(a)
        for a, b in joints
        if 30 <= len(a) <= 130 and text[a.end - 1] not in _ENDS and text[b.start].islower()
    ]
    if not broken or len(broken) < 0.12 * len(joints):
        return None
    longest = max(broken)
    return _Width(longest, always=max(map(len, lines)) <= 1.15 * longest)


def _parted(text: str, before: Span, line: Span) -> bool:
    """Return whether a blank line stands between two lines."""
    between = text[before.end : line.start]
    return between == "\n\n" or (len(between) > 1 and _BLANK.search(between) is not None)


def _runs_on(text: str, before: Span, line: Span, width: _Width) -> bool:
    """Return whether `line` goes on with the paragraph of the line before it."""
    if _BULLET.match(text, line.start, line.end) or _parted(text, before, line):
        return False
    full = 0.75 * width.characters <= len(before) <= 1.15 * width.characters
    if text[before.end - 1] in _ENDS:
        return full and width.always and text[line.start - 1] not in " \t\u00a0"
    return full or text[line.start].islower()
