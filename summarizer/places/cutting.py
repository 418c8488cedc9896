"""Cutting an article's passages into their words."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import accumulate, compress, count
from operator import attrgetter
from typing import NamedTuple

from summarizer.kept import Kept
from summarizer.model import Copy, Passage, PassageKind
from summarizer.places.tokens import Joint, Paragraph, Token
from summarizer.places.tongues import Tongue, tongue

_REMEMBERED = 8_192  # words that are kept; of what is no bare word, and of joints, fewer
_LONG = 40  # characters of a part that hardly recurs
_ARTICLES = frozenset({"al", "ash"})
_MARKS = frozenset(",.;:?!)")
_OPENING = frozenset('"“„«‘:\n•*.?!')
_JOINTS = {" ": 1, "-": 2, "‑": 2, "\u00a0": 1, "/": 3, ", ": 4, ". ": 5}
_BEGINS = attrgetter("begins")
_new = tuple.__new__  # a token's own checks how many fields it is given


class Cut(NamedTuple):
    """What stands between two spaces, where that is not just one word."""

    words: tuple[tuple[int, str, Token], ...]  # where each begins, what stands before it
    rest: str  # after the last word


class Reader(NamedTuple):
    """How a language's words are read; `bare` where letters between two spaces are one word."""

    bare: bool
    word: Callable[[str], Token]
    cut: Callable[[str], Cut]
    joint: Callable[[str], tuple[int, bool]]


def read_paragraphs(copy: Copy, kinds: Sequence[PassageKind]) -> tuple[Paragraph, ...]:
    """Give the words of the passages of the kinds named."""
    starts = {sentence.span.start for sentence in copy.sentences}
    if copy.dateline is not None:
        starts.add(copy.dateline.span.start)
    ordered = sorted(starts)
    return tuple(
        [
            _paragraph(copy.text, passage, ordered, copy.language)
            for passage in copy.passages
            if passage.kind in kinds
        ]
    )


def _paragraph(text: str, passage: Passage, starts: Sequence[int], language: str) -> Paragraph:
    begin, end = passage.span.start, passage.span.end
    tokens, at_word = _read(text[begin:end], begin, language)
    for start in starts[bisect_left(starts, begin) : bisect_left(starts, end)]:
        index = bisect_left(at_word, start)
        if index < len(tokens) and at_word[index] == start and not tokens[index].opens:
            tokens[index] = _new(Token, (*tokens[index][:-1], True))
    if tokens and not tokens[0].opens:
        tokens[0] = _new(Token, (*tokens[0][:-1], True))
    beginnings = tuple(compress(count(), map(_BEGINS, tokens)))
    capitals = tuple([index for index in beginnings if tokens[index].capital])
    tell = _capitals_tell(tokens, capitals, passage.kind)
    return Paragraph(passage.kind, text, tuple(tokens), tuple(at_word), beginnings, capitals, tell)


def _read(text: str, begin: int, language: str) -> tuple[list[Token], list[int]]:
    """Give the words of a text that stands at `begin`, and where each begins.

    Most stand alone between two spaces: a run of those is taken at once.
    """
    tokens: list[Token] = []
    at_word: list[int] = []
    parts = text.split(" ")
    lengths = [len(part) + 1 for part in parts]
    begins = list(accumulate(lengths, initial=begin))
    bare, word, cut, joint = (_kept if max(lengths) <= _LONG else _reader)(language)
    odd = [index for index, part in enumerate(parts) if not (bare and part.isalpha())]
    between = ""  # what stands before the next word
    done = 0
    for index in (*odd, len(parts)):
        if done < index:
            first = len(tokens)
            tokens += map(word, parts[done:index])
            at_word += begins[done:index]
            if between != " ":
                tokens[first] = _joined(tokens[first], joint(between))
                between = " "
        if index == len(parts):
            break
        begin = begins[index]
        words, rest = cut(parts[index])
        for offset, before, token in words:
            between += before
            tokens.append(token if between == " " else _joined(token, joint(between)))
            at_word.append(begin + offset)
            between = ""
        between += rest + " "
        done = index + 1
    return tokens, at_word


def _joined(token: Token, joint: tuple[int, bool]) -> Token:
    """Give a word with what stands before it, and whether it opens a sentence."""
    return _new(Token, token[:-2] + joint)


@cache
def _reader(language: str) -> Reader:
    known = tongue(language)
    return Reader(
        known.joint == " ",
        partial(_token, known=known),
        partial(_cut, known=known),
        partial(_joint, known=known),
    )


@cache
def _kept(language: str) -> Reader:
    """Give the same with what it gives kept: words recur in all articles."""
    bare, word, cut, joint = _reader(language)
    return Reader(
        bare,
        Kept(word, _REMEMBERED).__getitem__,
        Kept(cut, _REMEMBERED // 2).__getitem__,
        Kept(joint, _REMEMBERED // 32).__getitem__,
    )


def _token(word: str, known: Tongue, length: int = 0, *, possessive: bool = False) -> Token:
    """Give a word; `length` is what it has as it is written, where that is longer."""
    lower = word.lower()
    capital = not (word[0].islower() or word[0].isdigit() or lower in known.small)
    begins = capital or lower in _ARTICLES
    return Token(word, lower, length or len(word), capital, begins, possessive)


def _cut(part: str, known: Tongue) -> Cut:
    """Cut what stands between two spaces into its words."""
    word = part[:-1]
    if part[-1:] in _MARKS and word.isalpha() and known.joint:
        return Cut(((0, "", _token(word, known)),), part[-1])
    words = []
    end = 0
    for match in known.word.finditer(part):
        start, stop = match.span()
        text = match[0]
        suffix = None if text.isalpha() else known.suffix.search(text)
        if suffix is not None:
            text = text[: suffix.start()]
        token = _token(text, known, stop - start, possessive=suffix is not None)
        words.append((start, part[end:start], token))
        end = stop
    return Cut(tuple(words), part[end:])


def _joint(between: str, known: Tongue) -> tuple[int, bool]:
    """Name what stands between two words, and tell whether a sentence or quotation begins there."""
    if joint := _JOINTS.get(between):
        return joint, False
    if between.isspace() or between in known.joints:
        return Joint.SPACE, False
    bare = between.strip()
    if bare in (",", "."):
        return Joint.COMMA if bare == "," else Joint.STOP, False
    return Joint.BREAK, not _OPENING.isdisjoint(between) and not between.startswith(".,")


def _capitals_tell(tokens: Sequence[Token], capitals: Sequence[int], kind: PassageKind) -> bool:
    """Tell whether a capital means a name, as it does not in a headline in title case."""
    most = 0.9 if kind is PassageKind.BODY else 0.85
    high = long = sum([len(tokens[index].lower) > 3 for index in capitals])
    for token in tokens:
        if not token.capital and len(token.lower) > 3:
            long += 1
            if long > 3 and high < most * long:  # as it stays, whatever follows
                return True
    if long < 4:
        return len(tokens) < 3 or not all(token.text.isupper() for token in tokens)
    return False
