"""The dateline: where, by whom and when an article says it was written."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from summarizer.languages.dates import dates
from summarizer.languages.patterns import any_of, phrases_of_all, words_of_all
from summarizer.model import Dateline, Span

REACH = 160
"""How many characters into a paragraph a dateline may end."""

_DASH = r"(?:[\u2013\u2014\u2015_]|--?)"  # old wires have "_" for a dash
_UP = r"[^\W\d_a-zà-öø-ÿ]"  # a letter of any script that is not a small Latin one
_WORD = rf"(?:{_UP}[\w'’.\-]*)"
_SOURCE = r"(?:\((?P<source>[^()\n]{2,60})\)|\[(?P<bracketed>[^\[\]\n]{2,60})\])"
_END = rf"(?:\.? ?{_DASH}(?=\s|[\"'“‘«„]|{_UP})| ?:(?= ))"

_SIGN = re.compile(r"[\u2013\u2014\u2015_:(\[-](?:(?<=[(\[])|(?![a-z]))")
"""What every dateline has, and most paragraphs have not: a bracket, a colon, or a dash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Datelines:
    """How datelines look, in all languages together; what each is for stands in `en.toml`."""

    full: re.Pattern[str]
    bare_source: re.Pattern[str]
    town: re.Pattern[str]
    colon: re.Pattern[str]
    closed: re.Pattern[str]
    dated: tuple[re.Pattern[str], ...]  # with the day first, or the month
    no_place: frozenset[str]
    openers: frozenset[str]
    remarks: frozenset[str]
    articles: frozenset[str]
    articled: frozenset[str]


@cache
def _datelines() -> _Datelines:
    known = dates()
    small = any_of(words_of_all("datelines", "small"))
    name = rf"(?:{_WORD}(?: (?:{small}[ -]){{0,2}}{_WORD}){{0,4}})"
    place = rf"(?P<place>{name}(?:/{name}){{0,2}}(?:, {name}){{0,2}})"
    ordinal = any_of(known.ordinals)
    month = rf"(?:(?:{any_of(words_of_all('datelines', 'before_month'))} )?[^\W\d_]{{3,10}}\b\.?)"
    day = any_of((*known.ordinals, "."))
    when = (
        rf"(?P<date>(?i:(?:{any_of(known.days)},? )?"
        rf"(?:\d{{1,2}}{day}? {month}|{month} \d{{1,2}}{ordinal}?)(?:,? \d{{4}})?))"
    )
    starts = any_of(words_of_all("datelines", "town_starts"))
    colon_towns = any_of(phrases_of_all("datelines", "colon_towns"))
    return _Datelines(
        full=re.compile(
            rf"{place}(?:,? {when})?(?:,? ?{_SOURCE})?"
            rf"(?:,? {when.replace('?P<date>', '?P<later>')})?{_END}\s*"
        ),
        bare_source=re.compile(rf"\((?P<source>[^()\n]{{2,40}})\) ?{_DASH}\s*"),
        town=re.compile(  # "Passau – Nach dem Fund": one name alone
            rf"(?P<place>(?:{starts}[ -])?{_UP}[\w'’-]+) [\u2013\u2014] (?={_UP})"
        ),
        colon=re.compile(  # "New Delhi: Dense fog" where others dash
            rf"(?P<place>{colon_towns}) ?: (?=[A-Z\d\"'“‘])"
        ),
        closed=re.compile(rf"{place}(?:, {when})? {_SOURCE}\.?:?\s+(?={_UP}|[\"'“‘«„])"),
        dated=(
            re.compile(
                rf"(?P<day>\d{{1,2}}){ordinal}? (?P<month>[^\W\d_]{{3,}})\.?,? (?P<year>\d{{4}})"
            ),
            re.compile(
                rf"(?P<month>[^\W\d_]{{3,}})\.? (?P<day>\d{{1,2}}){ordinal}?,? (?P<year>\d{{4}})"
            ),
        ),
        no_place=frozenset(words_of_all("datelines", "no_place")),
        openers=frozenset(words_of_all("datelines", "openers")),
        remarks=frozenset(words_of_all("datelines", "remarks")),
        articles=frozenset(words_of_all("datelines", "articles")),
        articled=frozenset(phrases_of_all("datelines", "articled")),
    )


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Find the dateline at the head of the paragraph from `start` to `end`, or None."""
    head = text[start : min(end, start + REACH + 1)]
    if not _SIGN.search(head):
        return None
    lead = len(head) - len(head.lstrip())
    known = _datelines()
    for pattern in (known.full, known.closed, known.bare_source, known.town, known.colon):
        match = pattern.match(head, lead)
        if match and match.end() <= REACH and (found := _checked(match, start)):
            return found
    return None


def _checked(match: re.Match[str], offset: int) -> Dateline | None:
    """Take a match for a dateline unless it is ordinary prose with a dash or a colon."""
    known = _datelines()
    groups = match.groupdict()
    place = groups.get("place")
    source = next((k for k in ("source", "bracketed") if groups.get(k)), None)
    dated = next((k for k in ("date", "later") if groups.get(k)), None)
    surely = bool(source or dated)
    if match.re in (known.town, known.colon):
        surely = match["place"].casefold() not in known.openers
    if place is not None and not _is_place(place, surely=surely, match=match):
        return None
    if source and not _is_outlet(match[source]):
        return None
    return Dateline(
        span=Span(offset + match.start(), offset + match.end()),
        place=_span(match, "place", offset) if place else None,
        source=_span(match, source, offset) if source else None,
        written=_written(match[dated]) if dated else None,
    )


def _span(match: re.Match[str], group: str, offset: int) -> Span:
    return Span(offset + match.start(group), offset + match.end(group))


def _is_place(place: str, *, surely: bool, match: re.Match[str]) -> bool:
    """Distinguish a place from a name that happens to stand before a dash."""
    words = re.findall(r"[^\W\d_]+", place)
    known = _datelines()
    if not words or words[0].casefold() in known.no_place:
        return False
    ends_in_colon = match[0].rstrip().endswith(":")
    first = place.split(",", maxsplit=1)[0]
    if first.upper() == first and (any(len(word) > 1 for word in words)) and not ends_in_colon:
        return len(words) <= 8
    if words[0] in known.articles and " ".join(words[:2]) not in known.articled:
        return False
    return surely or (", " in place and len(place) <= 40 and not ends_in_colon)


def _is_outlet(source: str) -> bool:
    """Distinguish an outlet's name, with a capital or short like dpa, from a remark."""
    if source.casefold() in _datelines().remarks:
        return False
    return source[:1].isupper() or source[:1].isdigit() or not source.isascii() or len(source) <= 4


def _written(words: str) -> date | None:
    """Return the day that a full date names; None without its year."""
    match = next(filter(None, (pattern.search(words) for pattern in _datelines().dated)), None)
    month = dates().number(match["month"]) if match else None
    if match is None or month is None:
        return None
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
