"""What an article as a whole tells of its words: persons' names, words in lower case."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from summarizer.places.evidence.words import Words
from summarizer.places.toponyms.tokens import CLOSE, Joint, Paragraph, Token


class Sign(Enum):
    """What says that a name is a person's."""

    NONE = auto()
    NAME = auto()  # a given name, or a verb of persons
    TITLE = auto()


@dataclass(slots=True, kw_only=True)
class Overview:
    """What the article as a whole tells of its words."""

    paragraphs: Sequence[Paragraph]
    words: Words
    small: frozenset[str] = frozenset()  # words that stand in lower case somewhere
    people: Counter[str] = field(default_factory=Counter)  # last words of persons' names
    first_names: Counter[str] = field(default_factory=Counter)
    last_words: frozenset[str] = frozenset()  # of names of several words
    persons: set[tuple[int, int]] = field(default_factory=set)  # words, by paragraph and index


def read(
    paragraphs: Sequence[Paragraph], words: Words, known: Mapping[tuple[int, int], int]
) -> Overview:
    """Gather what the article as a whole tells.

    `known` says where well-known places' names begin, by paragraph and word, and where they end.
    """
    overview = Overview(paragraphs=paragraphs, words=words)
    overview.small = frozenset(
        [token.lower for p in paragraphs for token in p.tokens if not token.capital]
    )
    last_words = set()
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.capitals_tell:
            continue
        for first, last, person in _names(paragraph, words):
            run = paragraph.tokens[first:last]
            if person is not Sign.NONE and not _names_place(
                run, person, known.get((number, first), first) - first, words
            ):
                overview.persons.update((number, index) for index in range(first, last))
                overview.people[run[-1].lower] += 1
                if run[0].lower not in words.titles:
                    overview.first_names[run[0].lower] += 1
            elif len(run) < 4 and words.no_person.isdisjoint([token.lower for token in run[:-1]]):
                last_words.add(run[-1].lower)
    overview.last_words = frozenset(last_words)
    return overview


def _names_place(run: Sequence[Token], sign: Sign, length: int, words: Words) -> bool:
    """Return whether a name is a well-known place's or a body's there: "Baghdad Operations said".

    A given name of that sound makes it a person's again: "Jordan Pickford said".
    """
    if not length or sign is Sign.TITLE:
        return False
    return length == len(run) or run[0].lower not in words.given


def _names(paragraph: Paragraph, words: Words) -> Iterator[tuple[int, int, Sign]]:
    """Return where names of several words begin and end, and what says that each is a person's.

    It is after a given name or a title, before an age, and beside a verb of persons.
    """
    tokens = paragraph.tokens
    last = 0
    for index, following in pairwise(paragraph.capitals):
        if index < last or following > index + 1:
            continue
        last = _name_end(tokens, index, words)
        if last - index < 2:
            continue
        first = index + (tokens[index].opens and words.only_opens(tokens[index].lower))
        run = tokens[first:last]
        if all(token.joint == Joint.HYPHEN for token in run[1:]) or _is_body(run[-1], words):
            continue
        titled = run[0].lower in words.titles
        named = len(run) > titled + 1 and run[titled].lower in words.given
        beside = len(run) < 4 and (
            _aged_or_speaking(tokens, last, words) or _spoken(tokens, first, words)
        )
        if titled:
            yield first, last, Sign.TITLE
        elif (named or beside) and _may_be_person(run, words):
            yield first, last, Sign.NAME
        else:
            yield first, last, Sign.NONE


def _is_body(last: Token, words: Words) -> bool:
    """Return whether a name's last word shows that no person bears it."""
    word = last.lower
    return (
        word in words.bodies
        or word in words.sites
        or word in words.peopling
        or word in words.impersonal
    )


def _may_be_person(run: Sequence[Token], words: Words) -> bool:
    """Distinguish a name from a place's ("North Troy") and from capitals before a name."""
    first = run[0]
    shouted = first.text.isupper() and len(first.text) > 2 and not run[-1].text.isupper()
    return not shouted and not (first.lower in words.directions or first.lower in words.heading)


def _spoken(tokens: Sequence[Token], first: int, words: Words) -> bool:
    """Return whether a verb of persons stands before: "said Ana Ruiz"."""
    if first == 0 or tokens[first].joint != Joint.SPACE:
        return False
    return tokens[first - 1].lower in words.speaking


def _name_end(tokens: Sequence[Token], index: int, words: Words) -> int:
    """Return where the capitalised words that begin at `index` end."""
    last = index + 1
    while last < len(tokens) and tokens[last].capital and not tokens[last - 1].possessive:
        before = tokens[last - 1]
        stopped = len(before.text) == 1 or before.lower in words.titles  # "J. Doe", "Dr. Doe"
        if tokens[last].joint not in CLOSE and not (tokens[last].joint == Joint.STOP and stopped):
            break
        last += 1
    return last


def _aged_or_speaking(tokens: Sequence[Token], last: int, words: Words) -> bool:
    """Return whether an age (", 39,") or a verb of persons follows."""
    if last + 1 >= len(tokens):
        return False
    after = tokens[last]
    if after.joint == Joint.COMMA:
        closed = tokens[last + 1].joint != Joint.SPACE  # unlike ", 3 May"
        return closed and after.text.isdigit() and len(after.text) < 3
    return after.joint == Joint.SPACE and after.lower in words.speaking
