"""The dateline: where, by whom and when an article says it was written."""

import re
from datetime import date

from summarizer.model import Dateline, Span

REACH = 160
"""How many characters into a paragraph a dateline may end."""

_DASH = r"(?:[\u2013\u2014\u2015_]|--?)"  # old wires have "_" for a dash
_UP = r"[^\W\d_a-zà-öø-ÿ]"  # a letter of any script that is not a small Latin one
_WORD = rf"(?:{_UP}[\w'’.\-]*)"
_SMALL = (
    r"(?:a[lnrst]|de|del|della|di|do|du|e[lstz]|ech|l[ae]|la?s|los|of|the|and|am|im|in|ob|on|sur|upon"
    r"|bei|den|der)"
)
_NAME = rf"(?:{_WORD}(?: (?:{_SMALL}[ -]){{0,2}}{_WORD}){{0,4}})"
_PLACE = rf"(?P<place>{_NAME}(?:/{_NAME}){{0,2}}(?:, {_NAME}){{0,2}})"
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?:(?:de )?[^\W\d_]{3,10}\b\.?)"
_DATE = (
    rf"(?P<date>(?i:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
    rf"(?:,? \d{{4}})?))"
)
_SOURCE = r"(?:\((?P<source>[^()\n]{2,60})\)|\[(?P<bracketed>[^\[\]\n]{2,60})\])"
_END = rf"(?:\.? ?{_DASH}(?=\s|[\"'“‘«„]|{_UP})| ?:(?= ))"

_FULL = re.compile(
    rf"{_PLACE}(?:,? {_DATE})?(?:,? ?{_SOURCE})?"
    rf"(?:,? {_DATE.replace('?P<date>', '?P<later>')})?{_END}\s*"
)
_BARE_SOURCE = re.compile(rf"\((?P<source>[^()\n]{{2,40}})\) ?{_DASH}\s*")
_TOWN = re.compile(  # "Passau – Nach dem Fund": one name alone
    r"(?P<place>(?:(?:Saint|San|Santa|Sankt|St\.?|New|Los|Las|Le|La|El|Al|Port|Bad|Abu|Tel)[ -])?"
    rf"{_UP}[\w'’-]+) [\u2013\u2014] (?={_UP})"
)
_SOUTH_ASIAN = re.compile(  # the papers there write "New Delhi: Dense fog" where others dash
    r"(?P<place>(?:New Delhi|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Bangalore|Hyderabad|Ahmedabad"
    r"|Pune|Lucknow|Jaipur|Patna|Bhopal|Chandigarh|Srinagar|Jammu|Shimla|Dehradun|Ranchi|Guwahati"
    r"|Imphal|Kochi|Thiruvananthapuram|Islamabad|Karachi|Lahore|Peshawar|Quetta|Dhaka|Kathmandu"
    r"|Colombo)) ?: (?=[A-Z\d\"'“‘])"
)
_CLOSED = re.compile(rf"{_PLACE}(?:, {_DATE})? {_SOURCE}\.?:?\s+(?={_UP}|[\"'“‘«„])")
_SIGN = re.compile(r"[\u2013\u2014\u2015_:(\[-](?:(?<=[(\[])|(?![a-z]))")
"""What every dateline has, and most paragraphs have not: a bracket, a colon, or a dash."""
_DATED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})")
_DATED_US = re.compile(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_NO_PLACE = frozenset(
    {
        "live", "update", "updated", "breaking", "exclusive", "watch", "read", "photo", "photos",
        "video", "opinion", "analysis", "comment", "correction", "editor", "note", "q", "a",
        "question", "answer", "more", "related", "caption",
    }
)  # fmt: skip
_OPENERS = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
        "yesterday", "tomorrow", "yes", "no", "but", "and", "so", "then", "now", "here",
        "this", "that", "it", "he", "she", "we", "they", "you", "one", "two", "what", "why",
        "how", "when", "who", "some", "all", "most", "first", "finally", "heute", "gestern",
        "ja", "nein", "oui", "non", "sí", "fact", "fiction", "tip", "step", "part", "chapter",
    }
)  # fmt: skip
"""Words with which a sentence opens before a dash, or a list's point."""
_REMARKS = frozenset(
    {"left", "right", "center", "centre", "above", "below", "pictured", "file", "l", "r", "back"}
)


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Find the dateline at the head of the paragraph from `start` to `end`, or None."""
    head = text[start : min(end, start + REACH + 1)]
    if not _SIGN.search(head):
        return None
    lead = len(head) - len(head.lstrip())
    for pattern in (_FULL, _CLOSED, _BARE_SOURCE, _TOWN, _SOUTH_ASIAN):
        match = pattern.match(head, lead)
        if match and match.end() <= REACH and (found := _checked(match, start)):
            return found
    return None


def _checked(match: re.Match[str], offset: int) -> Dateline | None:
    """Take a match for a dateline unless it is ordinary prose with a dash or a colon."""
    groups = match.groupdict()
    place = groups.get("place")
    source = next((k for k in ("source", "bracketed") if groups.get(k)), None)
    dated = next((k for k in ("date", "later") if groups.get(k)), None)
    surely = bool(source or dated)
    if match.re in (_TOWN, _SOUTH_ASIAN):
        surely = match["place"].casefold() not in _OPENERS
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
    """Tell a place from a name that happens to stand before a dash."""
    words = re.findall(r"[^\W\d_]+", place)
    if not words or words[0].casefold() in _NO_PLACE:
        return False
    ends_in_colon = match[0].rstrip().endswith(":")
    first = place.split(",", maxsplit=1)[0]
    if first.upper() == first and (any(len(word) > 1 for word in words)) and not ends_in_colon:
        return len(words) <= 8
    if words[0] == "The" and words[1:2] != ["Hague"]:
        return False
    return surely or (", " in place and len(place) <= 40 and not ends_in_colon)


def _is_outlet(source: str) -> bool:
    """Tell an outlet's name from a remark in brackets: a capital, or a short name like dpa."""
    if source.casefold() in _REMARKS:
        return False
    return source[:1].isupper() or source[:1].isdigit() or not source.isascii() or len(source) <= 4


def _written(words: str) -> date | None:
    """Give the day that a full date names; None without its year."""
    if match := _DATED.search(words):
        day, month, year = match[1], match[2], match[3]
    elif match := _DATED_US.search(words):
        day, month, year = match[2], match[1], match[3]
    else:
        return None
    if month.casefold() not in _MONTHS:
        return None
    try:
        return date(int(year), _MONTHS.index(month.casefold()) + 1, int(day))
    except ValueError:
        return None
