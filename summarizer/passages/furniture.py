"""What stands on a page beside the story: captions, links to other stories, boilerplate.

Every pattern is anchored or looked for in a short stretch, so that a paragraph of any length is
judged in time linear in what is looked at.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.languages.data import read_world
from summarizer.languages.patterns import any_of, patterns_of_all, words_of_all
from summarizer.model import PassageKind, Span
from summarizer.passages.stock_phrases import opening_of, opens_link

_BOILERPLATE = PassageKind.BOILERPLATE  # bound once: the way to it through its class is slow
_LONG = 700  # characters: a caption with its credit is shorter, and so is a notice

_CREDIT_START = re.compile(r"[.!?)\]—–-]\s+")
_TAIL = 200
_HEADING = 110
_HEAD = 1_000  # characters in which a page's head may stand
_RIGHTS = re.compile(r"[\W_]*©")
_LETTERS = re.compile(r"[^\W\d_]")
_BARE = re.compile(r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+|[\s,;|•·/–—-])+$")
_FILE = re.compile(r"\S{1,80}\.[a-z]\w{2,3}$", re.IGNORECASE)
_TAGGED = re.compile(r".{10,200}\[(?:[A-Z]{4,12}|[A-Z]{4,12} [A-Z]{3,12})\]$")  # "… [VIDEO]"
_CLIPPED = re.compile(r"[\"“„«]\s*(?:…|\.{3})?\s*[a-z][^\"”“«»]{5,90}[^.!?,\"”“«»][\"”“»]$")
_FOOTNOTE = re.compile(r"\*[^\W\d_][^*]+$")
_HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?$", re.IGNORECASE)
_GLUE = re.compile(r"[^.!?]{12,150}?[a-z]{2}(?=[A-Z][a-z'’]+\s+[a-zA-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Furniture:
    """What stands beside a story in all languages together.

    `bracketed` is a credit from the last opening bracket on, `credit` one without brackets, from
    the beginning of a sentence on. `signs` are what all furniture has one of that is not told by
    what it opens with.
    """

    bracketed: re.Pattern[str]
    credit: re.Pattern[str]
    credit_signs: tuple[str, ...]
    contribution: re.Pattern[str]
    contribution_signs: tuple[str, ...]
    share_bar: re.Pattern[str]
    bar_within: re.Pattern[str]
    signs: tuple[str, ...]


@cache
def _furniture() -> _Furniture:
    flags = re.IGNORECASE | re.VERBOSE
    credit_signs = ("/", "©", *words_of_all("furniture", "credit_signs"))
    contribution_signs = words_of_all("furniture", "contribution_signs")
    return _Furniture(
        bracketed=re.compile(rf"[(\[](?:{_pattern('bracketed_credits')})\s*\.?\s*$", flags),
        credit=re.compile(rf"(?:{_pattern('credits')}|©[^.!?]{{2,60}})\s*\.?\s*$", flags),
        credit_signs=credit_signs,
        contribution=re.compile(rf"[\W_]*(?:{_pattern('contributions')})", flags),
        contribution_signs=contribution_signs,
        share_bar=re.compile(
            rf"(?:(?:{_pattern('buttons')}|{_listed('networks')})[\s|,•·]*){{3,}}(?=[A-Z\"“‘'(]|$)"
        ),
        bar_within=re.compile(
            rf"\b(?:Share\s+)?(?:(?:{_listed('networks')}|E-?mail|Print)[\s|,•·]*\b){{4,}}"
        ),
        signs=(*credit_signs, "(", "[", *contribution_signs, "@", "#", "www."),
    )


def _pattern(key: str) -> str:
    """Return a pattern for any that the languages have under a key."""
    return "|".join(patterns_of_all("furniture", key)).replace("AGENCIES", _listed("agencies"))


def _listed(key: str) -> str:
    """Return a pattern for what is listed with commas in the table of agencies."""
    return any_of(one.strip() for one in read_world("agencies")[key].split(","))


def kind_of(paragraph: str) -> PassageKind | None:
    """Name what a paragraph is that does not belong to the story; None for one that may."""
    return None if len(paragraph) > _LONG else _kind_of_short(paragraph)


def _kind_of_short(paragraph: str) -> PassageKind | None:
    if not _LETTERS.search(paragraph) or _BARE.match(paragraph):
        return _BOILERPLATE
    if kind := _kind_of_line(paragraph):
        return kind
    kind = opening_of(paragraph)
    if kind and kind is not _BOILERPLATE:
        return kind
    plain = paragraph.lower()
    if _ends_with_credit(paragraph, plain):
        return PassageKind.CAPTION
    known = _furniture()
    contributed = any(map(plain.__contains__, known.contribution_signs))
    if (contributed and known.contribution.match(paragraph)) or (
        "©" in plain and _RIGHTS.match(paragraph)
    ):
        return PassageKind.BOILERPLATE
    return kind


def _kind_of_line(line: str) -> PassageKind | None:
    """Name what is told by a line's form: a file, a tag behind a headline, an hour, a heading."""
    last = line[-1]
    if _furniture().bar_within.search(line, max(0, len(line) - 120)):
        return _BOILERPLATE
    if last == "]" and _TAGGED.match(line):
        return PassageKind.CROSS_REFERENCE
    short = len(line) <= _HEADING
    if short and (_FILE.match(line) or _HOUR.match(line) or _FOOTNOTE.match(line)):
        return _BOILERPLATE
    # a heading that repeats words of a quotation, which go on before or behind them
    return _BOILERPLATE if short and last in '"”“»' and _CLIPPED.match(line) else None


def kinds_within(text: str, spans: Sequence[Span]) -> list[PassageKind | None]:
    """Name what the sentences of a paragraph of `text` are, each as `kind_of` names a paragraph.

    A stray mark or number is none of its own.
    """
    plain = text[spans[0].start : spans[-1].end].lower()
    if any(map(plain.__contains__, _furniture().signs)):
        words = [span.of(text) for span in spans]
        return _carried(
            text, spans, [kind_of(each) if any(map(str.isalpha, each)) else None for each in words]
        )
    # Without such a sign a sentence can only be what it opens with.
    kinds = [
        opening_of(text, span.start, span.end) if len(span) <= _LONG else None for span in spans
    ]
    return _carried(text, spans, kinds) if PassageKind.CROSS_REFERENCE in kinds else kinds


def _carried(
    text: str, spans: Sequence[Span], kinds: list[PassageKind | None]
) -> list[PassageKind | None]:
    """Carry a heading like "Related articles" on to what follows it without a stop."""
    listing = False
    for index, span in enumerate(spans):
        if kinds[index] is PassageKind.CROSS_REFERENCE:
            listing = True
        elif listing and kinds[index] is None and text[span.end - 1] != ".":
            kinds[index] = PassageKind.CROSS_REFERENCE
        else:
            listing = False
    return kinds


def _ends_with_credit(paragraph: str, plain: str) -> bool:
    """Look for what every credit has before looking for a credit, which takes far longer."""
    known = _furniture()
    tail = paragraph[-_TAIL:]
    opened = max(tail.rfind("("), tail.rfind("["))
    if opened >= 0 and known.bracketed.match(tail, opened):
        return True
    if len(plain) == len(paragraph):  # a capital may have two letters for its small one
        plain = plain[-_TAIL:]
    if not any(map(plain.__contains__, known.credit_signs)):
        return False
    starts = (0, *(match.end() for match in _CREDIT_START.finditer(tail)))
    return any(known.credit.match(tail, start) for start in starts)


def glued(text: str, start: int, end: int) -> int:
    """Return where furniture ends that is glued to the front of a paragraph; else `start`.

    Scraping leaves rows of share buttons and links to other stories without even a space before
    the paragraph's first word: "Read more news from SuffolkThe court heard".
    """
    near = min(end, start + 300)
    match = _furniture().share_bar.match(text, start, near)
    if not match and start < _HEAD:  # a page's head in one line with the story
        match = _furniture().bar_within.search(text, start, min(end, start + _LONG))
    if not match and opens_link(text, start, near):
        match = _GLUE.match(text, start, near)
    return match.end() if match else start
