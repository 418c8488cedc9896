"""Who wrote an article and when, where its text says so in lines of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from summarizer.languages.dates import dates
from summarizer.languages.patterns import any_of, phrases_of_all, words_of_all

_UP = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŠŞŤŪŮŰŹŻŽА-ЯЁІЇЄ]"
_PART = rf"{_UP}[\w'’-]*\.?"
_MAIL = re.compile(r"\W*[\w.+-]+@[\w-]+\.[\w.]+\W*$")
_DIGITS = re.compile(r"19\d\d|20\d\d|^\d{1,2}\.\d{1,2}\.\d\d\b")  # the years of a date
_BEFORE = re.compile(r"(\d{1,2}\.\d{1,2}\.(?:20)?\d\d) ?[-–—] (?=\S)")
_LONGEST = 160
_SHORT = 100  # characters of a line that is a name with what tells whose
_NEAR = 1_500  # characters within which a page's head may run into the story
_YEAR = r"(?P<year>(?:19|20)\d\d)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Credits:
    """How lines of credits look, in all languages together.

    `stamp` is what such a line begins with, `stamped` what stands before its date further on, and
    `around` all that may stand beside the date where nothing says what it is the date of.
    """

    byline: re.Pattern[str]
    others: tuple[re.Pattern[str], ...]
    reporting: re.Pattern[str]
    within: re.Pattern[str]
    run_in: re.Pattern[str]
    written: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    stamp: re.Pattern[str]
    stamped: re.Pattern[str]
    around: re.Pattern[str]


@cache
def _name() -> str:
    """Return a pattern for a person's name in letters that have capitals."""
    small = any_of(words_of_all("credits", "particles"))
    return rf"(?:{_PART}(?: (?:{small} ){{0,2}}{_PART}){{1,3}})"


@cache
def _credits() -> _Credits:
    known = dates()
    by = "|".join(
        rf"[{word[0].upper()}{word[0]}]{word[1:]}|{word.upper()}"
        for word in words_of_all("credits", "by")
    )
    connected = any_of(("&", *words_of_all("credits", "connected")))
    word = r"[^\W\d_a-z][\w.'’-]*"
    also = any_of(words_of_all("credits", "and"))
    callings = any_of(words_of_all("credits", "callings"))
    roles = any_of(phrases_of_all("credits", "roles"))
    month, ordinal = f"(?P<month>{known.month})", f"{any_of(known.ordinals)}?"
    of = any_of(words_of_all("dates", "of"))
    days = any_of(day[:3] for day in known.days)
    hours = "|".join(h.replace(".", r"\.?") for h in words_of_all("dates", "half_days"))
    beside = any_of((*words_of_all("dates", "beside"), *words_of_all("dates", "zones")))
    return _Credits(
        byline=re.compile(
            rf"(?:{any_of(words_of_all('credits', 'openers'))}\s+)?(?:{by})\s*:?\s+"
            rf"(?P<name>[^\W\d_a-z][\w.'’-]*(?:,?\s+(?:[^\W\d_a-z][\w.'’-]*|{connected})){{0,11}})"
            r"\s*(?:[|,•·–—:-].{0,80})?$"
        ),
        others=tuple(
            map(
                re.compile,
                (
                    rf"[\W_]*(?P<name>{any_of(phrases_of_all('credits', 'staff'))})\W*$",
                    rf"[\W_]*{any_of(phrases_of_all('credits', 'colon_by'))}\s*[:：]\s*"
                    rf"(?P<name>{word}(?:\s+{word}){{0,4}})\s*$",
                    rf"(?P<name>{_name()})(?:\s*[,|]\s*|\s+)(?:{word}\s+){{0,2}}{roles}$",
                    rf"\(c\)\s*AFP/\s*(?P<name>{word}(?:\s{word}){{0,3}})$",
                    rf"[(\uff08]{any_of(words_of_all('credits', 'signers'))}[:\uff1a/\s]*"
                    r"(?P<name>[\u4e00-\u9fff ]{2,20})[)\uff09]$",
                    rf"(?P<name>[\uac00-\ud7a3]{{2,4}})\s+{callings}(?:\s+\S+@\S+)?$",
                    rf"\((?P<name>{_name()})\)\s*[+*]{{3}}$",
                ),
            )
        ),
        reporting=re.compile(
            rf"[\W_]*{any_of(phrases_of_all('credits', 'reporting'))}\s+"
            rf"(?P<name>{_name()}(?:(?:,| and|, and) {_name()}){{0,3}})"
        ),
        within=re.compile(
            rf"\b(?:{by})\s+(?P<name>{_name()}(?:\s+{also}\s+{_name()})?)"
            rf"\s*[-–—|•·,]\s*(?P<date>(?i:{known.month})\s+\d{{1,2}},?\s+(?:19|20)\d\d"
            rf"|\d{{1,2}}\s+(?i:{known.month})\s+(?:19|20)\d\d)"
        ),
        run_in=re.compile(rf"(?:{by})\s+{_name()}:\s+(?={_UP})"),
        written=re.compile(rf"[\W_]*{any_of(phrases_of_all('dates', 'firsts'))}\b", re.IGNORECASE),
        dates=tuple(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"\b{_YEAR}[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?!\d)",
                rf"\b{_YEAR}(?:年|년)\s?(?P<month>\d\d?)(?:月|월)\s?(?P<day>\d\d?)(?:日|일)",
                rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}\b",
                r"^(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d\d)(?=\W*$)",
                rf"\b(?P<day>\d{{1,2}}){ordinal}\.?\s+(?:{of}\s+)?{month}(?:/[^\W\d_]+)?[,،]?\s+"
                rf"(?:{of}\s+)?{_YEAR}\b",
                rf"\b{month}\s+(?P<day>\d{{1,2}}){ordinal},?\s+{_YEAR}\b",
            )
        ),
        stamp=re.compile(rf"[\W_]*{any_of(phrases_of_all('dates', 'stamps'))}\b", re.IGNORECASE),
        stamped=re.compile(
            rf"\b{any_of(words_of_all('dates', 'stamped'))}\b[\s:|,]*"
            rf"(?:{any_of(words_of_all('dates', 'on'))}\s+)?",
            re.IGNORECASE,
        ),
        around=re.compile(
            rf"(?:{days}\w*|\d{{1,2}}[:.]\d\d(?::\d\d)?|{hours}|{beside}"
            # It never goes back: digits can be parted in more ways than there is time for.
            r"|\d+|[\W_]|t(?=\d)|[+-]\d{4})*+$",
            re.IGNORECASE,
        ),
    )


def byline_of(line: str) -> str | None:
    """Return the name in "By Jane Doe, Health Correspondent"; None for a line of another kind."""
    if len(line) > _LONGEST:
        return None
    plain, known = line.strip().lstrip("–—-• ").partition(" Follow @")[0], _credits()
    match = known.byline.match(plain)
    if match is None and len(plain) <= _SHORT:
        match = next(filter(None, (each.match(plain) for each in known.others)), None)
    return match["name"].strip(" ,") if match else None


def is_signature(line: str) -> bool:
    """Return whether a last line is a name behind a dash: "– Jane Doe"."""
    return _signed(line) is not None


def is_address(line: str) -> bool:
    """Return whether a line is an address for mail, as it stands under a name."""
    return len(line) <= _LONGEST and _MAIL.match(line) is not None


def is_name(line: str) -> bool:
    """Return whether a line is a name and no more."""
    return len(line) <= 40 and re.fullmatch(_name(), line.strip()) is not None


def _signed(line: str) -> str | None:
    match = re.fullmatch(rf"[–—-]+ ?({_name()})", line.strip()) if len(line) <= 40 else None
    return match[1] if match else None


def byline_among(lines: Sequence[str], text: str) -> str | None:
    """Return who wrote an article whose lines beside the story these are."""
    if found := next(filter(None, map(byline_of, lines)), None):
        return found
    for line, below in pairwise(lines):
        if is_address(below) and is_name(line):
            return line.strip()
    if match := _credits().within.search(text, 0, _NEAR):
        return match["name"]
    if lines and text.endswith(lines[-1], 0, len(text.rstrip())) and (signed := _signed(lines[-1])):
        return signed
    reported = (_credits().reporting.match(line[:_LONGEST]) for line in lines)
    return next((match["name"] for match in reported if match), None)


def date_among(lines: Sequence[str], text: str) -> date | None:
    """Return when the article was published: a line that says so counts before a bare date."""
    dated = [(line, found) for line in lines if (found := date_of(line))]
    said = (found for line, found in dated if _credits().written.match(line))
    if found := next(said, None) or next((found for _, found in dated), None):
        return found
    within = _credits().within.search(text, 0, _NEAR)
    return date_of(within["date"]) if within else None


def date_before(text: str, start: int, end: int) -> int:
    """Return where a date ends that a paragraph opens with ("06.11.23 - The"); else `start`."""
    match = _BEFORE.match(text, start, min(end, start + 40))
    return match.end() if match and date_of(match[1]) else start


def byline_behind(text: str, start: int, end: int) -> int:
    """Return where a name in brackets begins that the last paragraph ends with; else `end`."""
    for sign in ("(c)", "(", "（"):
        at = text.rfind(sign, max(start + 1, end - 80), end)
        if at > 0 and byline_of(text[at:end]):
            return at
    return end


def byline_before(text: str, start: int, end: int) -> int:
    """Return where a byline ends that runs into the story ("By Jane Doe: The"); else `start`."""
    match = _credits().run_in.match(text, start, min(end, start + 120))
    return match.end() if match else start


def date_of(line: str) -> date | None:
    """Return the date in a line that says when an article was published; None for other lines."""
    if len(line) > _LONGEST or not _DIGITS.search(line):
        return None
    for pattern in _credits().dates:
        if (match := pattern.search(line)) and _is_stamp(line, match):
            return _date(match)
    return None


def _is_stamp(line: str, match: re.Match[str]) -> bool:
    """Return whether the line says no more than a date, or says what the date is."""
    rest = line[: match.start()] + line[match.end() :]
    known = _credits()
    before = known.stamped.search(
        line, 0, match.start()
    )  # "Coast TV, published Monday, 3 May 2021"
    return bool(
        known.stamp.match(line)
        or known.around.match(rest)
        or byline_of(line)
        or (before and match.start() - before.end() < 20 and len(line) < 100)
    )


def _date(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else dates().number(month)
    if number is None:
        return None
    year = int(match["year"])
    try:
        return date(year if year > 99 else 2000 + year, number, int(match["day"]))
    except ValueError:  # the 31st of February
        return None
