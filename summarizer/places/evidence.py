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
_FOREMOST = {Kind.COUNTRY: 0, Kind.CONTINENT: 0, Kind.FIRST_DIVISION: 1, Kind.SECOND_DIVISION: 3}


@dataclass(slots=True, kw_only=True)
class Reading:
    """What the article as a whole tells of its words."""

    paragraphs: Sequence[Paragraph]
    words: Words
    small: frozenset[str] = frozenset()  # words that stand in lower case somewhere
    people: Counter[str] = field(default_factory=Counter)  # words of persons' names


def read(paragraphs: Sequence[Paragraph], words: Words) -> Reading:
    """Gather what the article as a whole tells."""
    reading = Reading(paragraphs=paragraphs, words=words)
    reading.small = frozenset(
        token.lower for p in paragraphs for token in p.tokens if not token.capital
    )
    for paragraph in paragraphs:
        if paragraph.capitals_tell:
            for surname in _surnames(paragraph.tokens, words):
                reading.people[surname] += 1
    return reading


def _surnames(tokens: Sequence[Token], words: Words) -> Iterator[str]:
    """Give the last words of persons' names: after a given name or a title, or before an age."""
    index = 0
    while index < len(tokens):
        last = _name_end(tokens, index, words) if tokens[index].capital else index
        run = tokens[index:last]
        if len(run) > 1 and run[-1].lower not in words.bodies | words.sites:
            titled = run[0].lower in words.titles
            named = len(run) > titled + 1 and run[titled].lower in words.given
            if titled or named or (len(run) < 4 and _aged_or_speaking(tokens, last, words)):
                yield run[-1].lower
        index = max(last, index + 1)


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
        _before(toponym, paragraph.tokens, reading.words),
        _after(toponym, paragraph.tokens, reading.words),
    ]


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
    token = paragraph.tokens[toponym.first]
    if not paragraph.capitals_tell:
        yield "among capitals"
        return
    if token.opens and toponym.single:
        yield "opens"
    if len(token.text) > 3 and token.text.isupper():
        yield "in capitals"


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
