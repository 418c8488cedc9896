"""Where the sentences of a passage begin and end.

sentencex finds the boundaries; what it takes for one and is none is joined again here, and what it
overlooks is divided. Of the 149 texts of tests/summarizer/sentence_cases.py it divides 132 rightly
by itself and all with what is done here, which was made for it; nupunkt 121 and 138, blingfire 124
and 139. It also knows many languages, and its offsets are exact. A quotation of several sentences
stays in one piece with its cue, unless it is very long: half a quotation is no readable sentence.
"""

import re
import string
from functools import cache
from itertools import accumulate, pairwise
from types import ModuleType

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

# Words that open a sentence far more often than they go on with a name.
_OPENERS = (
    r"(?:The|This|That|These|Those|There|Then|They|Their|He|She|His|Her|It|Its|We|Our|You|I|In|On|At|"
    r"But|And|So|Yet|If|When|While|After|Before|As|For|Since|Some|Many|Most|No|Nobody|Everyone|"
    r"Nothing|Not|Now|Both|Another|Others|What|Who|How|Why|Where|However|Meanwhile|Also|Although|An?)"
)
# Divided: the library keeps these together. Such places are few: the mark that each has is looked
# for, and what stands before the mark is asked for behind it.
_DIVIDED = re.compile(
    rf"""[.!?…](?:
    # an abbreviation that ends its sentence: "in the U.S. She left"
    \s(?<=[A-Zcdeoprt]\.\s)(?:
        (?<=[A-Z]\.[A-Z]\.\s)|(?<=[a-z]\s[A-Z]\.\s)|(?<=\bCorp\.\s)
        |(?<=\b(?:Inc|Ltd|Ave|etc)\.\s)|(?<=\b(?:Co|Jr|Sr|St|Rd)\.\s)
    )\s*(?={_OPENERS}\s)
    |\s(?<=…\s)\s*(?=["“‘]?[A-Z])
    # a stop without the space after it: "lost to England.Once more"
    |(?=[A-Z][a-z]+[ ,'’])(?<=[a-z0-9]{{2}}[.!?])
    |["”’)](?=[A-Z“‘"][a-z])(?<=[a-z][.!?].)
    # a sentence in brackets of its own
    |\)(?<=[.!?].)\s+(?=["“‘]?[A-Z])
    )""",
    re.VERBOSE,
)
# Joined: a stop after one of these ends no sentence when a name or a number follows.
_TITLES = frozenset(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Rev Hon Fr Sr Sra St Ste Mt Ft Gen Maj Lt Col Sgt Cpl Capt
    Cmdr Cdr Adm Brig Pvt Pfc Spc Det Insp Supt Const Gov Sen Sens Rep Reps Pres Amb Atty No Nos
    Vol Art Sec Fig p pp v vs cf al ca approx
    """.split()  # noqa: SIM905 (a list of sixty quoted words is hard to read)
).union(string.ascii_uppercase)
_TITLE = re.compile(rf"(?s:.*\W)?(?:{'|'.join(sorted(_TITLES))}|e\.g|i\.e)\.")
_HOUR = re.compile(r"\b[ap]\.m\.$")
_AFTER_HOUR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:E|C|M|P)[SD]?T\b|GMT|UTC|BST|CET|local\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_EXCLAIMED = re.compile("[!?…][\"”’'»]")
_CUE = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+|the\s+|[a-z]+\s+){1,5}?(?:said|says|asked|asks|cried|shouted|wrote|writes|"
    r"added|adds|told|tweeted|replied|exclaimed|wondered|joked|yelled|screamed|called|laughed|"
    r"posted|declared|demanded|answered|insisted|recalled|quipped|continued|warned|urged)\b"
)
_SHORT_END = re.compile(r"(?:\b\w{1,5}|\.\w+)\.$")
_STRAY_STOP = re.compile(r"[^\W_] \.$")  # set at the end of a wrapped line: "a woman who . had"
_NO_END = re.compile(
    r"\b(?:an?|the|of|at|in|and|or|to|from|for|with|by|that|who|which|has|have|had) \.$"
)
# A heading or a caption without a stop, and the sentence after it: "to lose his pension The bank".
# What stands before the words is asked for behind their first letter, which is looked for.
_RUN_IN = re.compile(
    r"[ABHISTW](?<=[a-z0-9)’'”\s]\s.)"
    r"(?<=(?=(?:(?:The|He|She|They|It|This|But|In|If|At|When|After|With|His|Her) [a-z0-9]|"
    r"An? [a-z0-9-]{4,})[^.!?]{30}).)"
)
_NO_STOP = re.compile("[a-z0-9)’'”]{2}")


def split(text: str, span: Span, language: str) -> tuple[Span, ...]:
    """Divide the passage at `span` into sentences, without the white space around them."""
    found: list[Span] = []
    for piece in _pieces(text, span):
        parts, forced = _parts(text, piece, language)
        for part in parts:
            if found and part.start not in forced and _belongs(text, found[-1], part):
                found[-1] = Span(found[-1].start, part.end)
            else:
                found.append(part)
    return tuple(found)


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


def _parts(text: str, piece: Span, language: str) -> tuple[list[Span], set[int]]:
    """Cut a piece at the library's boundaries, and at those that it overlooks (the second set)."""
    cuts = _bounds(piece.of(text), piece.start, language)
    if piece.end - piece.start > _LONG:
        for left, right in pairwise(tuple(cuts)):
            if right - left > _LONG:  # look inside the quotation
                cuts += _bounds(_MARKS.sub(" ", text[left:right]), left, language)
    forced = {match.end() for match in _DIVIDED.finditer(text, piece.start, piece.end)}
    if language == "en":
        run_ins = (match.start() for match in _RUN_IN.finditer(text, piece.start + 1, piece.end))
        forced.update([start for start in run_ins if _lacks_stop(text, piece, start)])
    parts = []
    for left, right in pairwise(sorted({*cuts, *forced})):
        stretch = text[left:right].lstrip()
        if stretch:
            begin = right - len(stretch)
            parts.append(Span(begin, begin + len(stretch.rstrip())))
    return parts, forced


def _bounds(words: str, offset: int, language: str) -> list[int]:
    """Give where the library begins its sentences, from `offset` on, and where the words end."""
    plain = words if words.isascii() or not _ODD.search(words) else words.translate(_PLAIN)
    bounds = list(accumulate(map(len, _library().segment(language, plain)), initial=offset))
    if bounds[-1] != offset + len(words):  # it may drop a line end, where the words are very many
        found = _library().get_sentence_boundaries(language, plain)
        bounds = [offset, *(offset + each["start_index"] for each in found), offset + len(words)]
    return bounds


@cache
def _library() -> ModuleType:
    import sentencex  # noqa: PLC0415 - a compiled library

    library: ModuleType = sentencex
    return library


def _lacks_stop(text: str, piece: Span, start: int) -> bool:
    before = text[max(piece.start - 2, 0) : start].rstrip()
    return _NO_STOP.fullmatch(before, len(before) - 2) is not None


def _belongs(text: str, before: Span, part: Span) -> bool:
    """Tell whether `part` only goes on with the sentence `before`."""
    first, second = text[part.start], text[part.start + 1 : part.start + 2]
    tail = text[max(before.start, before.end - 12) : before.end]
    if first in _CLOSERS and not (second.isalnum() or second in _CLOSERS[:3]):
        return True
    if first in ",;:–—%" and not second.isspace():
        return True
    if len(before) < 6 and not any(map(str.isalpha, tail)):
        return True  # the number of a list's item
    stray = tail.endswith(" .") and _STRAY_STOP.search(tail)
    if stray and (first.islower() or _NO_END.search(tail)):
        return True
    if first.islower() and not second.isupper():
        return tail[-1] != "." or _SHORT_END.search(tail) is not None
    return _joins(text, tail, part)


def _joins(text: str, tail: str, part: Span) -> bool:
    """Tell whether the end `tail` of a sentence makes `part`, as it begins, its continuation."""
    if tail[-1] == ".":
        if tail.endswith(".m.") and _HOUR.search(tail):
            return _AFTER_HOUR.match(text, part.start) is not None
        first = text[part.start]
        return (first.isupper() or first.isdigit()) and _is_title(tail)
    if _EXCLAIMED.match(tail, len(tail) - 2):
        return _CUE.match(text, part.start, min(part.end, part.start + 80)) is not None
    return False


def _is_title(tail: str) -> bool:
    """Tell whether a stop stands at the end of `tail` only because of the word before it."""
    word = tail[tail.rfind(" ") + 1 : -1]
    return word in _TITLES if word.isalpha() else _TITLE.fullmatch(tail) is not None
