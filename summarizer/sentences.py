"""Where the sentences of a passage begin and end.

sentencex finds the boundaries; it knows abbreviations, initials, decimals and quotations of
many languages. What it takes for a boundary and is none is joined again here, and what it
overlooks is divided.
"""

import re
from itertools import pairwise

from summarizer.model import Span

_PIECE = 20_000  # characters given to the library at a time, so that time grows with length only
_PIECE_END = re.compile(r"[.!?…。！？]\s+|\s+")

# A stop after one of these ends no sentence when a name or a number follows.
_TITLES = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Messrs|Mme|Mlle|Dr|Prof|Rev|Hon|Fr|Sr|Sra|St|Ste|Mt|Ft|Gen|Maj|Lt|Col|Sgt|"
    r"Cpl|Capt|Cmdr|Cdr|Adm|Brig|Pvt|Pfc|Spc|Det|Insp|Supt|Const|Gov|Sen|Rep|Reps|Sens|Pres|"
    r"Amb|Atty|No|Nos|Vol|Art|Sec|Fig|pp?|vs?|cf|al|ca|approx|e\.g|i\.e|[A-Z])\.$"
)
_OPEN_TAIL = re.compile(r"(?:\.\.\.|…)$")
_STOP_INSIDE = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]{2,}\s)|(?<=[a-z][.!?]['\"”’)])(?=[A-Z“‘\"][a-z]+)"
)
_CLOSERS = "\"”’'»)]}"


def split(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """Divide the passage at `span` into sentences, without the white space around them."""
    found: list[Span] = []
    for piece in _pieces(text, span):
        for part in _parts(text, piece, language):
            if found and _belongs(text, found[-1], part):
                found[-1] = Span(found[-1].start, part.end)
            else:
                found.append(part)
    return tuple(found)


def _pieces(text: str, span: Span) -> list[Span]:
    """Cut a very long passage near the ends of its sentences, or where it can be cut."""
    pieces, start = [], span.start
    while span.end - start > _PIECE:
        tail = list(_PIECE_END.finditer(text, start + _PIECE // 2, start + _PIECE))
        stops = [match for match in tail if match.group().strip()]
        end = (stops or tail)[-1].end() if tail else start + _PIECE
        pieces.append(Span(start, end))
        start = end
    pieces.append(Span(start, span.end))
    return pieces


def _parts(text: str, piece: Span, language: str) -> list[Span]:
    from sentencex import get_sentence_boundaries  # noqa: PLC0415 - a compiled library

    parts = []
    for bound in get_sentence_boundaries(language, text[piece.start : piece.end]):
        start, end = piece.start + bound["start_index"], piece.start + bound["end_index"]
        cuts = [start, *(m.start() for m in _STOP_INSIDE.finditer(text, start, end)), end]
        for left, right in pairwise(cuts):
            stretch = text[left:right]
            begin = left + len(stretch) - len(stretch.lstrip())
            if begin < right:
                parts.append(Span(begin, begin + len(stretch.strip())))
    return parts


def _belongs(text: str, before: Span, part: Span) -> bool:
    """Tell whether `part` only goes on with the sentence `before`."""
    first = text[part.start]
    if first in _CLOSERS[:1] + "”’»)]}" and not text[part.start + 1 : part.start + 2].isalnum():
        return True
    if first in ",;:–—" or first.islower():
        return True
    tail = text[max(before.start, before.end - 12) : before.end]
    if _OPEN_TAIL.search(tail):
        return first.islower()
    return bool(_TITLES.search(tail)) and (first.isupper() or first.isdigit())
