"""Cutting an article's passages into their words."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple

from summarizer.languages.data import found
from summarizer.languages.tongues import Tongue, tongue
from summarizer.model import Parsed, Passage, PassageKind
from summarizer.places.toponyms.tokens import Joint, Paragraph, Token, capitals_tell
from summarizer.text.kept import Kept

_REMEMBERED = 4_096  # parts that are kept which are no bare word
_LONG = 40  # characters of a part that hardly recurs
_SIGNS = ",.;:?!()[]\"“”„«»‘’'—–…\n"
_OPENING = frozenset('"“„«‘:\n•*.?!')
_JOINTS = {" ": 1, "-": 2, "‑": 2, "\u00a0": 1, "/": 3, ", ": 4, ". ": 5}
_NO = False
_ALONE = (Joint.SPACE, _NO)  # a space stands before it, and it opens nothing
_new = tuple.__new__  # a token's own way takes twice as long


class Cut(NamedTuple):
    """What stands between two spaces, where that is not just one word."""

    words: tuple[tuple[int, str, Token], ...]  # where each begins, what stands before it
    rest: str  # after the last word


class Reader(NamedTuple):
    """How a language's words are read; `bare` where letters between signs are one word."""

    bare: bool
    small: frozenset[str]
    articles: frozenset[str]
    cut: Callable[[str], Cut]
    joint: Callable[[str], tuple[int, bool]]


def read_paragraphs(parsed: Parsed, kinds: Sequence[PassageKind]) -> tuple[Paragraph, ...]:
    """Return the words of the passages of the kinds named."""
    starts = {sentence.span.start for sentence in parsed.sentences}
    if parsed.dateline is not None:
        starts.add(parsed.dateline.span.start)
    ordered = sorted(starts)
    return tuple(
        [
            _paragraph(parsed.text, passage, ordered, parsed.language)
            for passage in parsed.passages
            if passage.kind in kinds
        ]
    )


def _paragraph(text: str, passage: Passage, starts: Sequence[int], language: str) -> Paragraph:
    begin, end = passage.span.start, passage.span.end
    tokens, at_word, beginnings = _read(text[begin:end], begin, language)
    for start in starts[bisect_left(starts, begin) : bisect_left(starts, end)]:
        index = bisect_left(at_word, start)
        if index < len(tokens) and at_word[index] == start and not tokens[index].opens:
            tokens[index] = _new(Token, (*tokens[index][:-1], True))
    if tokens and not tokens[0].opens:
        tokens[0] = _new(Token, (*tokens[0][:-1], True))
    capitals = tuple([index for index in beginnings if tokens[index].capital])
    tell = capitals_tell(tokens, capitals, passage.kind)
    return Paragraph(
        passage.kind, text, tuple(tokens), tuple(at_word), tuple(beginnings), capitals, tell
    )


def _read(text: str, begin: int, language: str) -> tuple[list[Token], list[int], list[int]]:
    """Return a text's words, where each begins if the text does at `begin`, and which begin names.

    Most stand alone between two spaces: a run of those is taken at once.
    """
    tokens: list[Token] = []
    at_word: list[int] = []
    beginnings: list[int] = []
    parts = [*text.split(" "), ""]  # the last ends the last run
    lengths = [len(part) + 1 for part in parts]
    begins = list(accumulate(lengths, initial=begin))
    read = _kept if max(lengths) <= _LONG else _reader
    bare, small, articles, cut, joint = read(tongue(found(language)))
    between = ""  # what stands before the next word
    done = 0
    for index in _odd(parts, articles) if bare else range(len(parts)):
        if done < index:
            tokens += map(_plain, parts[done:index])
            at_word += begins[done:index]
            if between != " ":
                tokens[done - index] = _joined(tokens[done - index], joint(between))
                between = " "
        done = index + 1
        part = parts[index]
        core = part.strip(_SIGNS)
        if bare and core.isalpha():  # a word with signs around it at the most
            start, rest = begins[index], ""
            if core != part:
                before, _, rest = part.partition(core)
                between += before
                start += len(before)
            lower = core.lower()
            capital = not (core[0].islower() or lower in small)
            if names := capital or lower in articles:
                beginnings.append(len(tokens))
            ends = _ALONE if between == " " else joint(between)
            tokens.append(_new(Token, (core, lower, len(core), capital, names, _NO, *ends)))
            at_word.append(start)
            between = rest + " "
            continue
        words, rest = cut(part)
        for offset, before, token in words:
            between += before
            if token.begins:
                beginnings.append(len(tokens))
            tokens.append(token if between == " " else _joined(token, joint(between)))
            at_word.append(begins[index] + offset)
            between = ""
        between += rest + " "
    return tokens, at_word, beginnings


def _odd(parts: Sequence[str], articles: frozenset[str]) -> Sequence[int]:
    """Return which parts are not just a word in lower case, or may begin a name all the same."""
    return [
        index
        for index, part in enumerate(parts)
        if not (part.islower() and part.isalpha()) or part in articles
    ]


def _small(word: str) -> Token:
    """Return a word in lower case, as it is where it stands alone between two spaces."""
    return Token(word, word, len(word), _NO, _NO, _NO)


_plain = Kept(_small, 2 * _REMEMBERED).__getitem__


def _joined(token: Token, joint: tuple[int, bool]) -> Token:
    """Return a word with what stands before it, and whether it opens a sentence."""
    return _new(Token, token[:-2] + joint)


@cache
def _reader(known: Tongue) -> Reader:
    cut, joint = partial(_cut, known=known), partial(_joint, known=known)
    return Reader(known.joint == " ", known.small, known.articles, cut, joint)


@cache
def _kept(known: Tongue) -> Reader:
    """Return the same with what it gives kept: the same recurs in all articles."""
    bare, small, articles, cut, joint = _reader(known)
    most = _REMEMBERED
    kept = Kept(cut, most).__getitem__, Kept(joint, most // 16).__getitem__
    return Reader(bare, small, articles, *kept)


def _token(word: str, known: Tongue, length: int, *, possessive: bool = False) -> Token:
    lower = word.lower()
    capital = not (word[0].islower() or word[0].isdigit() or lower in known.small)
    begins = capital or lower in known.articles
    return _new(Token, (word, lower, length, capital, begins, possessive, Joint.SPACE, False))


def _cut(part: str, known: Tongue) -> Cut:
    """Cut what stands between two spaces into its words."""
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
    """Name what stands between two words, and whether a sentence or quotation begins there."""
    if joint := _JOINTS.get(between):
        return joint, False
    if between.isspace() or between in known.joints:
        return Joint.SPACE, False
    bare = between.strip()
    if bare in (",", "."):
        return Joint.COMMA if bare == "," else Joint.STOP, False
    return Joint.BREAK, not _OPENING.isdisjoint(between) and not between.startswith(".,")
