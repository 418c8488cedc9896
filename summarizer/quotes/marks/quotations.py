"""Quotations: which stretches of a paragraph stand between quotation marks."""

from dataclasses import dataclass

from summarizer.model import Span
from summarizer.quotes.marks.marks import (
    ANGLE,
    CLOSE,
    DOUBLE,
    OPEN,
    SINGLE,
    Family,
    Mark,
    find_marks,
    is_apostrophe,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch between marks: `outer` has the marks, `span` does not.

    `closed` is false where the closing mark is missing: the stretch then ends with its
    paragraph, or where the next quotation opens.
    """

    span: Span
    outer: Span
    closed: bool = True
    family: Family = DOUBLE


def find_quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """Return the outermost quotations of one paragraph, `text[start:end]`, in order."""
    marks = find_marks(text, start, end)
    if not marks:
        return ()
    doubles = _pair(text, [mark for mark in marks if mark.family is not SINGLE], end)
    singles = _pair_singles(text, [mark for mark in marks if mark.family is SINGLE], end)
    return tuple(_merge(doubles, singles))


def _quotation(text: str, opening: Mark, close: int, outer_end: int, *, closed: bool) -> Quotation:
    start, end = opening.end, close
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(
        span=Span(start, end),
        outer=Span(opening.start, outer_end),
        closed=closed,
        family=opening.family,
    )


def _pair(text: str, marks: list[Mark], end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opening: Mark | None = None
    depth = 0
    for index, mark in enumerate(marks):
        if opening is None:
            if mark.shape is not CLOSE or _inverted(marks, index):
                opening, depth = mark, 0
            continue
        if mark.family is not opening.family:
            continue
        if _closes(opening, mark) and not _is_inch(marks, index):
            if depth:
                depth -= 1
                continue
            found.append(_quotation(text, opening, mark.start, mark.end, closed=True))
            opening = None
        elif mark.shape is OPEN:
            if _nests(marks, index):
                depth += 1
                continue
            found.append(_quotation(text, opening, mark.start, mark.start, closed=False))
            opening, depth = mark, 0
    if opening is not None:
        found.append(_quotation(text, opening, end, end, closed=False))
    return [quotation for quotation in found if len(quotation.span)]


def _closes(opening: Mark, mark: Mark) -> bool:
    if opening.family is ANGLE:
        return mark.symbol != opening.symbol
    return mark.shape is not OPEN


def _inverted(marks: list[Mark], index: int) -> bool:
    """Recognise a »German« pair, whose opening mark has the shape of a French closing one."""
    mark = marks[index]
    if mark.symbol != "»" or not (not mark.before or mark.before.isspace() or mark.before in "(["):
        return False
    return not mark.before or (mark.after != "" and not mark.after.isspace())


def _is_inch(marks: list[Mark], index: int) -> bool:
    """Distinguish the mark in 12" long," from a closing one: a better closing mark follows it."""
    mark = marks[index]
    if mark.symbol not in ('"', "″", "''") or not mark.before.isdigit():
        return False
    following = marks[index + 1 : index + 2]
    return bool(following) and following[0].shape is CLOSE


def _nests(marks: list[Mark], index: int) -> bool:
    """Recognise an inner quotation in marks of the outer one's kind: two closing marks follow."""
    family = marks[index].family
    following = [mark.shape for mark in marks[index + 1 : index + 3] if mark.family is family]
    return following == [CLOSE, CLOSE]


def _pair_singles(text: str, marks: list[Mark], end: int) -> list[Quotation]:
    found = []
    opening: Mark | None = None
    closing: Mark | None = None
    for mark in marks:
        if is_apostrophe(text, mark):
            continue
        if _opens_single(mark):
            if opening is not None and closing is not None:
                found.append(_quotation(text, opening, closing.start, closing.end, closed=True))
            elif opening is not None and _is_left_open(text, opening, mark):
                found.append(_quotation(text, opening, mark.start, mark.start, closed=False))
            opening, closing = mark, None
        elif opening is not None and mark.before and not mark.before.isspace():
            closing = _better_close(closing, mark)
    if opening is not None and closing is not None:
        found.append(_quotation(text, opening, closing.start, closing.end, closed=True))
    elif opening is not None and not opening.before and _is_open(opening):
        found.append(_quotation(text, opening, end, end, closed=False))
    return [quotation for quotation in found if len(quotation.span)]


def _is_left_open(text: str, opening: Mark, mark: Mark) -> bool:
    """Distinguish a quotation without its close from a stray mark, by the words that lead in to it.

    The next one opens where a sentence, or a paragraph that has been joined to it, has ended.
    """
    led = text[max(0, opening.start - 2) : opening.start].rstrip()[-1:] in (":", ",")
    last = text[max(opening.end, mark.start - 2) : mark.start].rstrip()[-1:]
    ended = last in (".", "!", "?")
    return led and ended and mark.symbol == opening.symbol and mark.after.isupper()


def _is_open(mark: Mark) -> bool:
    """Recognise a mark that opens a paragraph, to be closed in a later one."""
    return mark.symbol == "‘" or (mark.symbol == "'" and mark.after.isupper())


def _opens_single(mark: Mark) -> bool:
    free = not mark.before or mark.before.isspace() or mark.before in '([{—–-“"„:'
    if mark.symbol == "’":
        return False
    return free and mark.after != "" and not mark.after.isspace()


def _better_close(closing: Mark | None, mark: Mark) -> Mark:
    """Choose among possible closing marks: after punctuation is surest, boys' least."""
    if closing is None:
        return mark
    return mark if _closing_worth(mark) > _closing_worth(closing) else closing


def _closing_worth(mark: Mark) -> int:
    if mark.before in ",.?!…":
        return 2
    return 0 if mark.before == "s" else 1


def _merge(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """Keep the outermost of both; where two cross, the double marks are believed."""
    merged: list[Quotation] = []
    queue = sorted([*doubles, *singles], key=lambda found: (found.outer.start, -found.outer.end))
    for found in queue:
        last = merged[-1] if merged else None
        if last is None or not last.outer.overlaps(found.outer):
            merged.append(found)
        elif found.family is not SINGLE and not last.outer.covers(found.outer):
            merged[-1] = found
    return merged
