"""Where the sentences of a passage begin and end.

sentencex finds the boundaries; what it takes for one and is none is joined again here, and what it
overlooks is divided. Of the 149 texts of tests/summarizer/sentence_cases.py it divides 132 rightly
by itself and all with what is done here, which was made for it; nupunkt 121 and 138, blingfire 124
and 139. It also knows many languages, and its offsets are exact. A quotation of several sentences
stays in one piece with its cue, unless it is very long: half a quotation is no readable sentence.
"""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from types import ModuleType

from summarizer.languages.data import ENGLISH, found, read_section
from summarizer.languages.dates import dates
from summarizer.languages.patterns import any_of, words_of_all
from summarizer.model import Span

_PIECE = 20_000  # characters given to the library at a time, so that time grows with length only
_SMALL_PIECE = 2_000  # where marks stand so close that the library's time grows with their square
_CLOSE = 20  # characters a mark
_ANY_MARK = re.compile("[\"'`´“”„‟‘’‚‛«»‹›「」『』]")
_PIECE_END = re.compile(r"[.!?…。！？]\s+|\s+")
_LONG = 450  # characters: a longer sentence is divided inside its quotation, if it has one
_MARKS = re.compile('["“”„«»]')
# The library cuts between bytes, and stops dead, where white space is not a single one: "B\u00a0.",
# and cannot take half a character, such as a broken file may hold.
_PLAIN = str.maketrans(
    dict.fromkeys("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
    | dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
)
_ODD = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_CLOSERS = "\"”’'»)]}"

_EXCLAIMED = re.compile("[!?…][\"”’'»]")
_SHORT_END = re.compile(r"(?:\b\w{1,5}|\.\w+)\.$")
_STRAY_STOP = re.compile(r"[^\W_] \.$")  # set at the end of a wrapped line: "a woman who . had"
_NO_STOP = re.compile("[a-z0-9)’'”]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signs:
    """By what a language's sentences are divided and joined; the words stand in `en.toml`.

    `divided` is what the library keeps together; such places are few: the mark that each has is
    looked for, and what stands before the mark is asked for behind it. `run_in` is a heading or a
    caption without a stop, and the sentence after it: "to lose his pension The bank"; what stands
    before the words is asked for behind their first letter, which is looked for. After `titles` a
    stop ends no sentence when a name or a number follows.
    """

    divided: re.Pattern[str]
    run_in: re.Pattern[str] | None
    titles: frozenset[str]
    title: re.Pattern[str]
    hours: tuple[str, ...]
    hour: re.Pattern[str]
    after_hour: re.Pattern[str]
    cue: re.Pattern[str]
    no_end: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs:
    own = read_section("sentences", language)
    table = {**read_section("sentences", ENGLISH), **own}
    titles = frozenset(table["titles"].split()).union(string.ascii_uppercase)
    known = [*sorted(titles), *table["abbreviations"].split()]
    times = any_of(word.capitalize() for word in (*dates().days, *dates().months))
    closing = table["closing"].split()
    hours = words_of_all("dates", "half_days")
    return _Signs(
        divided=re.compile(
            rf"""[.!?…](?:
            # an abbreviation that ends its sentence: "in the U.S. She left"
            \s(?<=[A-Z{"".join(sorted({word[-1] for word in closing}))}]\.\s)(?:
                (?<=[A-Z]\.[A-Z]\.\s)|(?<=[a-z]\s[A-Z]\.\s){_behind(closing)}
            )\s*(?={any_of(table["openers"])}\s)
            |\s(?<=…\s)\s*(?=["“‘]?[A-Z])
            # a stop without the space after it: "lost to England.Once more"
            |(?=[A-Z][a-z]+[ ,'’])(?<=[a-z0-9]{{2}}[.!?])
            |["”’)](?=[A-Z“‘"][a-z])(?<=[a-z][.!?].)
            # a sentence in brackets of its own
            |\)(?<=[.!?].)\s+(?=["“‘]?[A-Z])
            )""",
            re.VERBOSE,
        ),
        run_in=_run_in(own),
        titles=titles,
        title=re.compile(rf"(?s:.*\W)?{any_of(known)}\."),
        hours=hours,
        hour=re.compile(rf"\b{any_of(hours)}$"),
        after_hour=re.compile(rf"{times}|{any_of(table['zones'])}\b"),
        cue=re.compile(
            rf"(?:[A-Z][\w.'’-]*\s+|{any_of(table['articles'])}\s+|[a-z]+\s+){{1,5}}?"
            rf"{any_of(table['cues'])}\b"
        ),
        no_end=re.compile(rf"\b{any_of(table['no_ends'])} \.$"),
    )


def _behind(words: Sequence[str]) -> str:
    """Return patterns that look behind for the words: one for each length, as they must have."""
    lengths = sorted({len(word) for word in words})
    alike = (any_of(word for word in words if len(word) == length) for length in lengths)
    return "".join(rf"|(?<=\b{each}\.\s)" for each in alike)


def _run_in(table: Mapping[str, str]) -> re.Pattern[str] | None:
    """Make the pattern for sentences that run in, where the language has words for it."""
    words, articles = (table.get(key, "").split() for key in ("run_ins", "run_in_articles"))
    if not words:
        return None
    firsts = "".join(sorted({word[0] for word in (*words, *articles)}))
    return re.compile(
        rf"[{firsts}](?<=[a-z0-9)’'”\s]\s.)"
        rf"(?<=(?=(?:{any_of(words)} [a-z0-9]|{any_of(articles)} [a-z0-9-]{{4,}})[^.!?]{{30}}).)"
    )


def split(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """Divide the passage at `span` into sentences, without the white space around them."""
    made: list[Span] = []
    signs = _signs(found(language))
    for piece in _pieces(text, span):
        parts, forced = _parts(text, piece, language, signs)
        for part in parts:
            if made and part.start not in forced and _belongs(text, made[-1], part, signs):
                made[-1] = Span(made[-1].start, part.end)
            else:
                made.append(part)
    return tuple(made)


def _pieces(text: str, span: Span) -> list[Span]:
    """Cut a very long passage near the ends of its sentences, or where it can be cut."""
    pieces, start, most = [], span.start, _PIECE
    if len(span) > _SMALL_PIECE:
        marks = len(_ANY_MARK.findall(text, span.start, span.end))
        most = _SMALL_PIECE if marks * _CLOSE > len(span) else _PIECE
    while span.end - start > most:
        tail = list(_PIECE_END.finditer(text, start + most // 2, start + most))
        stops = [match for match in tail if match.group().strip()]
        end = (stops or tail)[-1].end() if tail else start + most
        pieces.append(Span(start, end))
        start = end
    pieces.append(Span(start, span.end) if pieces else span)
    return pieces


def _parts(text: str, piece: Span, language: str, signs: _Signs) -> tuple[list[Span], set[int]]:
    """Cut a piece at the library's boundaries, and at those that it overlooks (the second set)."""
    cuts = _bounds(piece.of(text), piece.start, language)
    if piece.end - piece.start > _LONG:
        for left, right in pairwise(tuple(cuts)):
            if right - left > _LONG:  # look inside the quotation
                cuts += _bounds(_MARKS.sub(" ", text[left:right]), left, language)
    forced = {match.end() for match in signs.divided.finditer(text, piece.start, piece.end)}
    if signs.run_in:
        matches = signs.run_in.finditer(text, piece.start + 1, piece.end)
        run_ins = (match.start() for match in matches)
        forced.update([start for start in run_ins if _lacks_stop(text, piece, start)])
    parts = []
    for left, right in pairwise(sorted({*cuts, *forced})):
        stretch = text[left:right].lstrip()
        if stretch:
            begin = right - len(stretch)
            parts.append(Span(begin, begin + len(stretch.rstrip())))
    return parts, forced


def _bounds(words: str, offset: int, language: str) -> list[int]:
    """Return where the library begins its sentences, from `offset` on, and where the words end."""
    plain = words if words.isascii() or not _ODD.search(words) else words.translate(_PLAIN)
    bounds = list(accumulate(map(len, _library().segment(language, plain)), initial=offset))
    if bounds[-1] != offset + len(words):  # it may drop a line end, where the words are very many
        each_one = _library().get_sentence_boundaries(language, plain)
        bounds = [offset, *(offset + each["start_index"] for each in each_one), offset + len(words)]
    return bounds


@cache
def _library() -> ModuleType:
    import sentencex  # noqa: PLC0415 - a compiled library

    library: ModuleType = sentencex
    return library


def _lacks_stop(text: str, piece: Span, start: int) -> bool:
    before = text[max(piece.start - 2, 0) : start].rstrip()
    return _NO_STOP.fullmatch(before, len(before) - 2) is not None


def _belongs(text: str, before: Span, part: Span, signs: _Signs) -> bool:
    """Return whether `part` only goes on with the sentence `before`."""
    first, second = text[part.start], text[part.start + 1 : part.start + 2]
    tail = text[max(before.start, before.end - 12) : before.end]
    if first in _CLOSERS and not (second.isalnum() or second in _CLOSERS[:3]):
        return True
    if first in ",;:–—%" and not second.isspace():
        return True
    if len(before) < 6 and not any(map(str.isalpha, tail)):
        return True  # the number of a list's item
    stray = tail.endswith(" .") and _STRAY_STOP.search(tail)
    if stray and (first.islower() or signs.no_end.search(tail)):
        return True
    if first.islower() and not second.isupper():
        return tail[-1] != "." or _SHORT_END.search(tail) is not None
    return _joins(text, tail, part, signs)


def _joins(text: str, tail: str, part: Span, signs: _Signs) -> bool:
    """Return whether the end `tail` of a sentence makes `part`, as it begins, its continuation."""
    if tail[-1] == ".":
        if tail.endswith(signs.hours) and signs.hour.search(tail):
            return signs.after_hour.match(text, part.start) is not None
        first = text[part.start]
        return (first.isupper() or first.isdigit()) and _is_title(tail, signs)
    if _EXCLAIMED.match(tail, len(tail) - 2):
        return signs.cue.match(text, part.start, min(part.end, part.start + 80)) is not None
    return False


def _is_title(tail: str, signs: _Signs) -> bool:
    """Return whether a stop stands at the end of `tail` only because of the word before it."""
    word = tail[tail.rfind(" ") + 1 : -1]
    return word in signs.titles if word.isalpha() else signs.title.fullmatch(tail) is not None
