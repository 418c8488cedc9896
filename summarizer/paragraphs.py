"""Where the paragraphs of a text begin and end.

Files divide them in three ways: by blank lines, by single line ends, or by blank lines around
lines that are wrapped at a fixed width. Which of them holds is decided once for each text.
"""

import re
from itertools import pairwise

from summarizer.model import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = re.compile(
    r"(?:\r\n|[\r\n\v\f\x85\u2028\u2029])[^\S\r\n]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029])"
)
_BULLET = re.compile(r"(?:[-*•·▪◦‣–—]|\d{1,2}[.)])\s+\S")
_ENDS = tuple(".!?…:;\"”’'»)]。！？؟।")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Divide `text` into its paragraphs, without the white space around them."""
    lines = [span for match in _LINE.finditer(text) if (span := _trimmed(text, *match.span()))]
    if not lines or not _is_wrapped(text, lines):
        return tuple(lines)
    return tuple(_joined(text, lines))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    return Span(start + left, start + right) if left < right else None


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Tell whether most lines break off in mid sentence, at about the same width."""
    width = max(len(line) for line in lines)
    if not 30 <= width <= 120:
        return False
    joints = [(a, b) for a, b in pairwise(lines) if not _BLANK.search(text, a.end, b.start)]
    broken = sum(
        1
        for a, b in joints
        if len(a) >= 0.6 * width and text[a.end - 1] not in _ENDS and not _starts_anew(text, b)
    )
    running = sum(1 for _, b in joints if text[b.start].islower())
    return broken >= 0.4 * len(joints) and running >= 0.25 * len(joints) > 0


def _starts_anew(text: str, line: Span) -> bool:
    return _BULLET.match(text, line.start, line.end) is not None


def _joined(text: str, lines: list[Span]) -> list[Span]:
    """Join wrapped lines to paragraphs."""
    width = max(len(line) for line in lines)
    found = [lines[0]]
    for before, line in pairwise(lines):
        ended = len(before) < 0.7 * width and text[before.end - 1] in _ENDS
        if ended or _starts_anew(text, line) or _BLANK.search(text, before.end, line.start):
            found.append(line)
        else:
            found[-1] = Span(found[-1].start, line.end)
    return found
