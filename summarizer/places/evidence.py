"""What speaks for and against a toponym's being a place here: names of evidence, to be weighed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.places.gazetteer import Entry
from summarizer.places.layout import Kind
from summarizer.places.tokens import CLOSE, Joint, Paragraph, Token
from summarizer.places.toponym import Toponym
from summarizer.places.words import Words

_ALONE = {
    **dict.fromkeys(("in", "near", "outside", "across", "throughout"), "< in"),
    **dict.fromkeys(("at", "from", "to"), "< from"),
    **dict.fromkeys(("a", "an"), "< a"),
    "the": "< the",
}
_TIES = frozenset({"based", "area", "born", "wide", "led", "backed", "bound"})
_DIVISIONS = frozenset(
    {"province", "state", "district", "region", "governorate", "county", "prefecture", "oblast",
     "department", "canton", "provinces", "districts", "counties", "parish"}
)  # fmt: skip
_CITIES = frozenset({"city", "town", "village", "capital", "suburb", "port", "downtown"})
_SAINTS = frozenset({"st", "saint"})
_NO_PERSON = frozenset(
    {"new", "san", "santa", "los", "las", "st", "saint", "fort", "port", "mount", "lake", "north",
     "south", "east", "west", "el", "la", "united", "great", "greater", "upper", "lower", "city"}
)  # fmt: skip
_FOREMOST = {Kind.COUNTRY: 0, Kind.CONTINENT: 0, Kind.FIRST_DIVISION: 1, Kind.SECOND_DIVISION: 3}


@dataclass(slots=True, kw_only=True)
class Reading:
    """What the article as a whole tells of its words."""

    paragraphs: Sequence[Paragraph]
    words: Words
    small: frozenset[str] = frozenset()  # words that stand in lower case somewhere
    people: Counter[str] = field(default_factory=Counter)  # last words of persons' names
    first_names: Counter[str] = field(default_factory=Counter)
    last_words: frozenset[str] = frozenset()  # of names of several words


def read(paragraphs: Sequence[Paragraph], words: Words) -> Reading:
    """Gather what the article as a whole tells."""
    reading = Reading(paragraphs=paragraphs, words=words)
    reading.small = frozenset(
        token.lower for p in paragraphs for token in p.tokens if not token.capital
    )
    last_words = set()
    for paragraph in paragraphs:
        if not paragraph.capitals_tell:
            continue
        for run, person in _names(paragraph.tokens, words):
            if person:
                reading.people[run[-1].lower] += 1
                if run[0].lower not in words.titles:
                    reading.first_names[run[0].lower] += 1
            elif len(run) < 4 and not _NO_PERSON & {t.lower for t in run[:-1]}:
                last_words.add(run[-1].lower)
    reading.last_words = frozenset(last_words)
    return reading


def _names(tokens: Sequence[Token], words: Words) -> Iterator[tuple[Sequence[Token], bool]]:
    """Give the names of several words, and whether each is a person's.

    It is after a given name or a title, before an age, and beside a verb of persons.
    """
    index = 0
    impersonal = words.bodies | words.sites
    while index < len(tokens):
        last = _name_end(tokens, index, words) if tokens[index].capital else index
        first = index
        if last > first and tokens[first].opens and tokens[first].lower in words.openers:
            first += 1
        run = tokens[first:last]
        if len(run) > 1 and run[-1].lower not in impersonal:
            titled = run[0].lower in words.titles
            named = len(run) > titled + 1 and run[titled].lower in words.given
            beside = len(run) < 4 and (
                _aged_or_speaking(tokens, last, words) or _spoken(tokens, first, words)
            )
            personal = run[0].lower not in words.directions | words.heading
            yield run, titled or ((named or beside) and personal)
        index = max(last, index + 1)


def _spoken(tokens: Sequence[Token], first: int, words: Words) -> bool:
    """Tell whether a verb of persons stands before: "said Ana Ruiz"."""
    if first == 0 or tokens[first].joint != Joint.SPACE:
        return False
    return tokens[first - 1].lower in words.speaking


def _name_end(tokens: Sequence[Token], index: int, words: Words) -> int:
    """Give where the capitalised words that begin at `index` end."""
    last = index + 1
    while last < len(tokens) and tokens[last].capital and not tokens[last - 1].possessive:
        before = tokens[last - 1]
        stopped = len(before.text) == 1 or before.lower in words.titles  # "J. Doe", "Dr. Doe"
        if tokens[last].joint not in CLOSE and not (tokens[last].joint == Joint.STOP and stopped):
            break
        last += 1
    return last


def _aged_or_speaking(tokens: Sequence[Token], last: int, words: Words) -> bool:
    """Tell whether an age (", 39,") or a verb of persons follows."""
    if last + 1 >= len(tokens):
        return False
    after = tokens[last]
    if after.joint == Joint.COMMA:
        return after.text.isdigit() and len(after.text) < 3
    return after.joint == Joint.SPACE and after.lower in words.speaking


def evidence(toponym: Toponym, reading: Reading) -> list[str]:
    """Name all that speaks for or against the toponym's being a place."""
    paragraph = reading.paragraphs[toponym.paragraph]
    return [
        "bias",
        f"kind {_standing(toponym)}",
        *_of_name(toponym, paragraph.tokens, reading),
        *_of_case(toponym, paragraph),
        *_of_article(toponym, paragraph.tokens, reading),
        _before(toponym, paragraph.tokens, reading.words),
        _after(toponym, paragraph.tokens, reading.words),
    ]


def said_of(toponym: Toponym, tokens: Sequence[Token]) -> str | None:
    """Tell whether a word beside the toponym says that it is a city, or a division."""
    first, last = toponym.first, toponym.last
    beside = []
    if last < len(tokens) and tokens[last].joint == Joint.SPACE and not tokens[last - 1].possessive:
        beside.append(tokens[last].lower)
    if first > 1 and tokens[first - 1].lower == "of":
        beside.append(tokens[first - 2].lower)
    for known, told in ((_DIVISIONS, "division"), (_CITIES, "city")):
        if not known.isdisjoint(beside):
            return told
    return None


def _of_name(toponym: Toponym, tokens: Sequence[Token], reading: Reading) -> Iterator[str]:
    """Name what the words of the name itself tell."""
    words, last = reading.words, tokens[toponym.last - 1].lower
    if not any(entry.own_name for entry in toponym.candidates):
        yield "only other names"
    if toponym.abbreviated:
        yield "abbreviation"
    elif last in reading.people:
        yield "a person's name" if toponym.single else "a person's last name"
    if not toponym.single:
        yield "several words"
        if last in words.sites:
            yield "site's word in it"
        return
    for known, told in (
        (words.common, "common word"),
        (words.given, "given name"),
        (words.family, "family name"),
    ):
        if last in known:
            yield told
    if last in reading.small and not toponym.abbreviated:
        yield "also in lower case"


def _of_case(toponym: Toponym, paragraph: Paragraph) -> Iterator[str]:
    """Name what the capitals tell."""
    token, last = paragraph.tokens[toponym.first], paragraph.tokens[toponym.last - 1]
    shouted = len(token.text) > 1 and token.text.isupper() and not toponym.abbreviated
    if toponym.dateline:
        yield "dateline"
    elif shouted and token.opens and last.dash:
        yield "like a dateline"
    elif not paragraph.capitals_tell:
        yield "among capitals"
    else:
        if token.opens and toponym.single:
            yield "opens"
        if shouted and toponym.single:
            yield "short capitals" if len(token.text) < 6 else "in capitals"


def _of_article(toponym: Toponym, tokens: Sequence[Token], reading: Reading) -> Iterator[str]:
    """Name what the rest of the article tells of a single word."""
    if not toponym.single or toponym.abbreviated:
        return
    word = tokens[toponym.first].lower
    given = word in reading.words.given or word in reading.first_names
    if given and toponym.last < toponym.run[1] and not tokens[toponym.last - 1].possessive:
        yield "given name and another"
    if word in reading.last_words:
        yield "ends a longer name"
    if word in reading.first_names:
        yield "begins a person's name"
    if tokens[toponym.first].possessive and tokens[toponym.first - 1].lower in _SAINTS:
        yield "a saint's"


def _standing(toponym: Toponym) -> str:
    kind = min(toponym.candidates, key=_prominence).kind
    if kind is not Kind.CITY:
        return kind.name
    size = max(e.population for e in toponym.candidates if e.kind is Kind.CITY)
    for limit, name in (
        (1_000_000, "metropolis"),
        (200_000, "large"),
        (50_000, "middling"),
        (8_000, "small"),
    ):
        if size >= limit:
            return f"city {name}"
    return "city tiny"


def _prominence(entry: Entry) -> tuple[int, int]:
    return _FOREMOST.get(entry.kind, 2), -entry.population


def _before(toponym: Toponym, tokens: Sequence[Token], words: Words) -> str:
    """Name what stands before the toponym."""
    first = toponym.first
    if toponym.run[0] < first:
        return _joined_before(tokens[first - 1], tokens[first], words)
    if first == 0:
        return "< nothing"
    before, joint = tokens[first - 1], tokens[first].joint
    if joint == Joint.SPACE:
        return _word_before(first, tokens, words)
    if joint == Joint.STOP and (before.lower in words.titles or len(before.text) == 1):
        return "< title"
    if joint == Joint.COMMA:
        return "< comma capital" if before.capital else "< comma"
    return {Joint.HYPHEN: "< hyphen", Joint.SLASH: "< slash"}.get(joint, "< break")


def _joined_before(before: Token, token: Token, words: Words) -> str:
    """Name the part of the same name that stands before the toponym."""
    lower = before.lower
    if token.joint == Joint.HYPHEN:
        return "< hyphen"
    if len(before.text) == 1:
        return "< title"  # an initial
    for known, told in (
        (words.directions, "< direction"),
        (words.titles, "< title"),
        (words.given, "< given name"),
        (words.heading, "< heading"),
        (words.bodies, "< body"),
        (words.sites, "< body"),
    ):
        if lower in known:
            return told
    return "< acronym" if before.text.isupper() else "< capital"


def _word_before(first: int, tokens: Sequence[Token], words: Words) -> str:
    """Name the word before the toponym, which is no part of its name."""
    before = tokens[first - 1]
    lower = before.lower
    if lower == "of" and first > 1:
        return _of_what(tokens[first - 2], words)
    if before.possessive:
        return "< possessive"
    if told := _ALONE.get(lower):
        return told
    for known, told in (
        (words.locating, "< locating"),
        (words.leading, "< leading"),
        (words.titles, "< title"),
        (words.speaking, "< speaking"),
    ):
        if lower in known:
            return told
    return "< nothing" if tokens[first].opens else "< word"


def _of_what(noun: Token, words: Words) -> str:
    """Name what is "of" the toponym: "the city of", "north of", "University of"."""
    if noun.lower in words.place_nouns:
        return "< city of"
    if noun.lower in words.distances:
        return "< north of"
    return "< Name of" if noun.capital else "< of"


def _after(toponym: Toponym, tokens: Sequence[Token], words: Words) -> str:
    """Name what stands after the toponym."""
    last, end = toponym.last, toponym.run[1]
    if toponym.container is not None or tokens[last - 1].possessive or last == len(tokens):
        said, owned = toponym.container is not None, tokens[last - 1].possessive
        return "> container" if said else "> possessive" if owned else "> nothing"
    after = tokens[last]
    if after.joint == Joint.SPACE:
        rest = tokens[last:end]
        return _joined_after(toponym, rest, words) if rest else _word_after(after, words)
    if after.joint == Joint.HYPHEN:
        return "> hyphen based" if after.lower in _TIES else "> hyphen"
    if after.joint == Joint.COMMA:
        aged = after.text.isdigit() and len(after.text) < 3
        return "> age" if aged else "> comma capital" if after.capital else "> comma"
    return {Joint.SLASH: "> slash", Joint.STOP: "> stop"}.get(after.joint, "> break")


def _joined_after(toponym: Toponym, rest: Sequence[Token], words: Words) -> str:
    """Name the part of the same name that stands after the toponym."""
    lower = rest[0].lower
    tail = {token.lower for token in rest}
    for held, told in (
        (lower in words.sites and len(rest) == 1, "> site"),
        (lower in words.local, "> local"),
        (tail & words.bodies, "> body"),
        (tail & words.sites, "> site later"),
        (lower in words.titles, "> title"),
        (lower.endswith("s") and toponym.run[0] == toponym.first, "> plural"),  # Dallas Cowboys
    ):
        if held:
            return told
    return "> capital" if len(rest) == 1 else "> capitals"


def _word_after(after: Token, words: Words) -> str:
    """Name the word after the toponym, which is no part of its name."""
    for known, told in (
        (words.speaking, "> speaking"),
        (words.peopling, "> peopling"),
        (words.place_nouns, "> place noun"),
    ):
        if after.lower in known:
            return told
    return "> number" if after.text.isdigit() else "> word"
