"""The dateline: where, by whom and when an article says it was written."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from summarizer.languages.data import read_world
from summarizer.languages.dates import dates
from summarizer.languages.patterns import any_of, phrases_of_all, words_of_all
from summarizer.model import Dateline, Span

REACH = 160
"""How many characters into a paragraph a dateline may end."""

_BROKEN = r"(?:â\x80[\x93\x94]|â€[“”])"  # a dash in UTF-8 that was read as something else
_DASH = rf"(?:[\u2013\u2014\u2015_]|--?|{_BROKEN})"  # old wires have "_" for a dash
_UP = r"[^\W\d_a-zà-öø-ÿ]"  # a letter of any script that is not a small Latin one
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ]"
_WORD = rf"(?:{_UP}[\w'’.\-]*)"
_SOURCE = r"(?:\((?P<source>[^()\n]{2,60})\)|\[(?P<bracketed>[^\[\]\n]{2,60})\])"
_JOINED = r"(?!(?<=[^\W\d_])-[^\W\d_])"  # a hyphen within a word is none: "FDP-Chef"
_END = rf"(?:{_JOINED}\.? ?{_DASH}(?=\s|$|[\"'“‘«„]|{_UP})| ?:(?= ))"

_SIGN = re.compile(
    r"[\u2013\u2014\u2015_:(\[-](?:(?<=[(\[])|(?![a-z]))|â|电|[^\W\d_a-z]{4}(?<=\b....)|[A-Z]{3}\b"
)
"""What every dateline has, and most paragraphs have not: a bracket, a colon, a dash, capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Datelines:
    """How datelines look, in all languages together; what each is for stands in `en.toml`."""

    full: re.Pattern[str]
    bare_source: re.Pattern[str]
    town: re.Pattern[str]
    colon: re.Pattern[str]
    closed: re.Pattern[str]
    others: tuple[re.Pattern[str], ...]  # that say surely what they are
    sources: re.Pattern[str]
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
    place = rf"(?P<place>{name}(?:/{name}){{0,2}}(?:[,،] {name}){{0,2}})"
    ordinal = any_of(known.ordinals)
    month = rf"(?:(?:{any_of(words_of_all('datelines', 'before_month'))} )?[^\W\d_]{{3,10}}\b\.?)"
    day = any_of((*known.ordinals, "."))
    when = (
        rf"(?P<date>(?i:(?:{any_of(known.days)},? )?"
        rf"(?:\d{{1,2}}{day}? {month}|{month} \d{{1,2}}{ordinal}?)(?:,? \d{{4}})?))"
    )
    starts = any_of(words_of_all("datelines", "town_starts"))
    alone = _listed("towns", "alone")
    colon_towns = any_of((*phrases_of_all("datelines", "colon_towns"), *alone))
    capitals = any_of(
        town.upper() for town in (*alone, *phrases_of_all("datelines", "colon_towns"))
    )
    two_words = any_of(_listed("towns", "two_words"))
    caps = rf"{_CAPITAL}(?:{_CAPITAL}|['’.-])+"
    begins = rf"(?={_CAPITAL}[\w'’-]*,? [\w\"“‘$])(?=\S*[a-z]|[AI] )"  # a sentence
    sources = any_of((*_listed("agencies", "outlets"), *_listed("agencies", "agencies")))
    outlets = any_of(words_of_all("headlines", "outlets"))
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
            rf"(?P<place>{colon_towns}|{capitals}) ?: (?=[A-Z\d\"'“‘])"
        ),
        closed=re.compile(rf"{place}(?:, {when})? {_SOURCE}\.?:?\s+(?={_UP}|[\"'“‘«„])"),
        others=tuple(
            map(
                re.compile,
                (
                    # as in "MADAYA, Syria Aid trucks", in "FRANKFURT Chip maker"
                    rf"(?P<place>{caps}(?: {caps}){{0,2}}, (?:{two_words} )?{_CAPITAL}[\w'’.-]+)"
                    rf" {begins}",
                    rf"(?P<place>{capitals})\.? {begins}",
                    rf"(?P<place>{capitals})$",
                    # as in "(CNN) The president", in "Coast News – Police"
                    rf"\((?P<source>{sources})\)\s*(?={_UP}|[\"“‘])",
                    rf"(?P<source>(?:{_CAPITAL}[\w.'’-]+ ){{1,3}}{outlets}) {_DASH} "
                    rf"(?={_CAPITAL}[\w'’-]* )",
                    # as agencies of East Asia write
                    rf"(?P<source>{any_of(words_of_all('datelines', 'agencies'))})"
                    r"(?P<place>[\u4e00-\u9fff]{2,6}?)"
                    r"\d{1,2}月\d{1,2}日电\s*(?:[（(][^（）()]{2,40}[）)])?\s*",
                    r"\((?P<place>[\uac00-\ud7a3·]{2,12})=(?P<source>[\uac00-\ud7a3\d]{2,6})\)\s*"
                    r"(?:[\uac00-\ud7a3 ·]{2,30}(?:기자|특파원)\s*=\s*)?",
                ),
            )
        ),
        sources=re.compile(sources),
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


def _listed(file: str, key: str) -> tuple[str, ...]:
    """Return what is listed with commas in a file of the world."""
    return tuple(" ".join(one.split()) for one in read_world(file)[key].split(","))


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
    for pattern in known.others:
        match = pattern.match(head, lead)
        if match and match.end() <= REACH:
            return _made(match, start)
    return None


def _checked(match: re.Match[str], offset: int) -> Dateline | None:
    """Take a match for a dateline unless it is ordinary prose with a dash or a colon."""
    known = _datelines()
    groups = match.groupdict()
    place = groups.get("place")
    source = next((k for k in ("source", "bracketed") if groups.get(k)), None)
    dated = any(groups.get(k) for k in ("date", "later"))
    surely = bool(source or dated)
    if match.re in (known.town, known.colon):
        surely = match["place"].casefold() not in known.openers
    if place is not None and not _is_place(place, surely=surely, match=match):
        return None
    if source and not _is_outlet(match[source]):
        return None
    if match.re is known.closed and not _is_closed(match["place"], match[source or "source"]):
        return None
    return _made(match, offset)


def _made(match: re.Match[str], offset: int) -> Dateline:
    groups = match.groupdict()
    place = groups.get("place")
    source = next((k for k in ("source", "bracketed") if groups.get(k)), None)
    dated = next((k for k in ("date", "later") if groups.get(k)), None)
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
    return surely or (place.count(", ") == 1 and len(place) <= 40 and not ends_in_colon)


def _is_outlet(source: str) -> bool:
    """Distinguish an outlet's name, with a capital or short like dpa, from a remark."""
    if source.casefold() in _datelines().remarks or not any(map(str.isalpha, source)):
        return False
    return not source[0].islower() or len(source) <= 4


def _is_closed(place: str, source: str) -> bool:
    """Return whether brackets alone end a dateline: only capitals show where its name ends."""
    return not _shortens(source, place) and place.lower() != place.upper()


def _shortens(source: str, name: str) -> bool:
    """Return whether what stands in brackets is short for the name before it: no outlet's."""
    if _datelines().sources.fullmatch(source):
        return False
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper())
    return len(source) > 1 and initials.endswith(source.replace(".", ""))


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
