"""What a paragraph is by those around it: a menu, a table, a list of links, a repeat."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from summarizer.languages.patterns import patterns_of_all
from summarizer.model import PassageKind
from summarizer.passages.credits import is_address, is_name, is_signature

_BODY = PassageKind.BODY  # a name of ours, as it is asked for at every passage, and an enum is slow
_BOILERPLATE = PassageKind.BOILERPLATE
_LINK = PassageKind.CROSS_REFERENCE
_FINAL = re.compile(r"[.。।]['\"”’»)\]]*$")
_STOP = re.compile(r"[.!?…。।؟！？:;]['\"”’»)\]]*$")
_WORD = re.compile(r"\w+")
_START = re.compile(r"\W*+(\w++)\W++(\w++)\W++(\w++)")
_NUMBER = re.compile(r"[-+]?\d[\d.,:%'-]*$")
_RIGHTS = re.compile(r"[\W_]*(?:©|copyright\b)", re.IGNORECASE)
_TOP = 10  # paragraphs among which a menu may stand above the headline
_LINE = 160  # characters of a line that may be a link
_MENU = 4  # lines that make a menu at the end
_STORY = 4  # paragraphs of prose that a story has which a menu may follow
_CAPITALS = 4  # words of a headline in capitals within a story
_CELLS = 3  # numbers in a row of a table


def mark_by_neighbours(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name what of the paragraphs, given as words, is no story for what stands beside it."""
    _mark_names(words, kinds)
    _mark_repeats(words, kinds)
    _mark_link_lists(words, kinds)
    _mark_top(words, kinds)
    _mark_tables(words, kinds)
    _mark_capitals(words, kinds)
    _mark_coda(words, kinds)
    _mark_menu(words, kinds)


def _mark_names(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name as boilerplate who wrote the article: a name over an address, or at the end."""
    for index, line in enumerate(words[1:]):
        if is_address(line) and kinds[index] is _BODY and is_name(words[index]):
            kinds[index] = PassageKind.BOILERPLATE
    if len(words) > 2 and is_signature(words[-1]):
        kinds[-1] = PassageKind.BOILERPLATE


def _mark_repeats(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name as captions what scraping repeats: a page gives its picture's words twice."""
    keys = _keys(words)
    first: dict[str, int] = {}
    top = next((index for index, kind in enumerate(kinds) if kind is _BODY), None)
    for index, key in enumerate(keys):
        if len(key) > 20 and kinds[index] is _BODY:
            near = key in (keys[index - 1] if index else "", *keys[index + 1 : index + 2])
            again = first.setdefault(key, index) != index
            if near and index == top and not _FINAL.search(words[index]):
                continue  # a headline that stands twice
            if near or (again and not _FINAL.search(words[index])):
                kinds[index] = PassageKind.CAPTION


def _keys(words: Sequence[str]) -> list[str]:
    """Return the words of each line without what stands between them; "" for a line like no other.

    Few lines are like another, and those begin with the same words.
    """
    starts = [_START.match(line[:600].lower()) for line in words]
    begins = [match.groups() if match else () for match in starts]
    often = Counter(begins)
    return [
        " ".join(_WORD.findall(line[:600].lower())) if often[begin] > 1 else ""
        for line, begin in zip(words, begins, strict=True)
    ]


def _mark_link_lists(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Carry a heading like "Related stories" on to the unpunctuated lines under it."""
    if PassageKind.CROSS_REFERENCE not in kinds:
        return
    listing = False
    for index, line in enumerate(words):
        if kinds[index] is PassageKind.CROSS_REFERENCE:
            listing = len(_WORD.findall(line)) <= 4
        elif kinds[index] is _BODY:
            listing = listing and len(line) <= 160 and not _FINAL.search(line)
            if listing:
                kinds[index] = PassageKind.CROSS_REFERENCE


def _mark_top(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name the menu that a page has above its headline, and above a line of its rights."""
    top = range(min(_TOP, len(words)))
    rights = next((i for i in top if i and _RIGHTS.match(words[i])), 0)
    if rights and not any(_STOP.search(line) or len(line) > _LINE for line in words[:rights]):
        kinds[:rights] = [_BOILERPLATE] * rights


def _mark_tables(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name the rows of a table, and its head."""
    rows = [index for index, line in enumerate(words) if len(line) <= _LINE and _is_row(line)]
    if len(rows) < 2:
        return
    known = set(rows)
    for index in rows:
        near = known.intersection((index - 1, index + 1))
        if near and kinds[index] is _BODY:
            kinds[index] = _BOILERPLATE
        above = index - 1
        if near and above not in known and above > 0 and kinds[above] is _BODY:
            head = words[above]
            if len(head) <= _LINE and len(head.split()) >= _CELLS and not _STOP.search(head):
                kinds[above] = _BOILERPLATE


def _is_row(line: str) -> bool:
    cells = line.split()
    numbers = sum(1 for cell in cells if _NUMBER.match(cell))
    return numbers >= _CELLS and 2 * numbers >= len(cells) and not line.endswith(".")


def _mark_capitals(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name the headlines of other stories that stand in capitals within one that does not."""
    loud = [index for index, line in enumerate(words) if len(line) <= _LINE and _is_loud(line)]
    if 4 * len(loud) > 3 * len(words):
        return
    first = next((index for index, kind in enumerate(kinds) if kind is _BODY), 0)
    for index in loud:
        if index > first and kinds[index] is _BODY:
            kinds[index] = _LINK


def _is_loud(line: str) -> bool:
    return line.upper() == line != line.lower() and (
        len(_WORD.findall(line)) >= _CAPITALS and not _STOP.search(line)
    )


@cache
def _codas() -> re.Pattern[str]:
    listed = "|".join(patterns_of_all("furniture", "codas"))
    return re.compile(rf"[\W_]*(?:{listed})", re.IGNORECASE | re.VERBOSE)


def _mark_coda(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name what a release says of its sender at its end, from the heading on."""
    half = max(2, len(words) // 3)
    for index in range(half, len(words)):
        if len(words[index]) <= 80 and _codas().match(words[index]):
            kinds[index:] = [k if k is not _BODY else _BOILERPLATE for k in kinds[index:]]
            return


def _mark_menu(words: Sequence[str], kinds: list[PassageKind]) -> None:
    """Name the menus and links that follow the story: many lines, and hardly one with a stop."""
    begins, short, stopped = len(words), 0, 0
    for index in range(len(words) - 1, 0, -1):
        line = words[index]
        if len(line) > 2 * _LINE:
            break
        if kinds[index] is not _BODY or (len(line) <= _LINE and not _STOP.search(line)):
            short += kinds[index] is _BODY
            if 5 * stopped <= short:
                begins = index
        else:
            stopped += 1
            if stopped > 1 + short // 5:
                break
    prose = sum(1 for line in words[:begins] if len(line) > 60 and _FINAL.search(line))
    bare = sum(
        1
        for index in range(begins, len(words))
        if kinds[index] is _BODY and not _STOP.search(words[index])
    )
    if bare >= _MENU and prose >= _STORY:
        kinds[begins:] = [k if k is not _BODY else _LINK for k in kinds[begins:]]
