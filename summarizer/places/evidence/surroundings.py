"""What stands before and after a toponym, as evidence."""

from collections.abc import Sequence

from summarizer.places.evidence.words import Words
from summarizer.places.toponyms.tokens import Joint, Token
from summarizer.places.toponyms.toponym import Toponym


def before_it(toponym: Toponym, tokens: Sequence[Token], words: Words) -> str:
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
    if lower in words.of and first > 1:
        return _of_what(tokens[first - 2], words)
    if before.possessive:
        return "< possessive"
    if told := words.alone.get(lower):
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


def after_it(toponym: Toponym, tokens: Sequence[Token], words: Words) -> str:
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
        return "> hyphen based" if after.lower in words.ties else "> hyphen"
    if after.joint == Joint.COMMA:
        aged = after.text.isdigit() and len(after.text) < 3
        return "> age" if aged else "> comma capital" if after.capital else "> comma"
    return {Joint.SLASH: "> slash", Joint.STOP: "> stop"}.get(after.joint, "> break")


def _joined_after(toponym: Toponym, rest: Sequence[Token], words: Words) -> str:
    """Name the part of the same name that stands after the toponym."""
    lower = rest[0].lower
    tail = {token.lower for token in rest}
    for held, told in (
        (rest[-1].lower in words.streets, "> street"),
        (lower in words.sites and len(rest) == 1, "> site"),
        (lower in words.local, "> local"),
        (tail & words.bodies, "> body"),
        (tail & words.sites, "> site later"),
        (lower in words.titles, "> title"),
        (
            lower.endswith(words.plural_endings) and toponym.run[0] == toponym.first,
            "> plural",
        ),  # Dallas Cowboys
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


def said_of(toponym: Toponym, tokens: Sequence[Token], words: Words) -> str | None:
    """Return whether a word beside the toponym says that it is a city, or a division."""
    first, last = toponym.first, toponym.last
    beside = []
    if last < len(tokens) and tokens[last].joint == Joint.SPACE and not tokens[last - 1].possessive:
        beside.append(tokens[last].lower)
    if first > 1 and tokens[first - 1].lower in words.of:
        beside.append(tokens[first - 2].lower)
    if not beside:
        return None
    for known, told in ((words.divisions, "division"), (words.cities, "city")):
        if not known.isdisjoint(beside):
            return told
    return None
