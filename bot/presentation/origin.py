"""Where, by whom and when an article was written, in one line: "Erbil · Kurdistan 24"."""

import re
from collections.abc import Iterator
from datetime import date

from bot.presentation.parts import one_line
from summarizer.model import Brief

_CAPITALS = re.compile(r"[^\W\d_]{2,}(?:['’]S\b)?")
_SMALL = re.compile(
    "a|al|and|au|aux|das?|del?|der|des|d[iou]|dos|el?|e[nst]|la|les?|of|on|sur|the|upon|van|von|y"
)
"""Words that names of places write small, unless they open the name."""


def origin(brief: Brief) -> str:
    """Return what is known of an article's origin; an empty text where nothing is."""
    return " · ".join(_pieces(brief))


def _pieces(brief: Brief) -> Iterator[str]:
    dateline, text = brief.parsed.dateline, brief.text
    if dateline and dateline.place:
        yield place_in_type(one_line(dateline.place.of(text)))
    if dateline and dateline.source:
        yield one_line(dateline.source.of(text))
    if when := brief.parsed.published or (dateline.written if dateline else None):
        yield _day(when)


def place_in_type(place: str) -> str:
    """Write a dateline's capitals as a name: "DEIR EZ-ZOR, Syria" as "Deir Ez-Zor, Syria".

    What follows the first comma keeps its capitals where it is short: "N.C.", "UAE".
    """
    town, comma, rest = place.partition(",")
    if town.isupper():
        town = _CAPITALS.sub(_lowered, town)
    if rest.isupper() and len(rest.strip()) > 5:
        rest = _CAPITALS.sub(_lowered, rest)
    return town + comma + rest


def _lowered(match: re.Match[str]) -> str:
    first, rest = match[0][0], match[0][1:]
    if "İ" in match.string:  # Turkish: the other capital is that of the letter without a dot
        rest = rest.replace("I", "ı").replace("İ", "i")
    opens = not match.string[: match.start()].strip() or match.string[match.start() - 1] == "/"
    small = match[0].lower()
    return small if _SMALL.fullmatch(small) and not opens else first + rest.lower()


def _day(when: date) -> str:
    return f"{when.day} {when:%B %Y}"
