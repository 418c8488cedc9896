"""The words of an article's passages, as the place finder reads them."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from summarizer.model import Copy, Passage, PassageKind
from summarizer.places.tongues import Tongue, tongue

_DASH = re.compile(r"\.?\s?(?:[–—―]|--|-(?=\s))|\s\((?=\w)")
_MONEY = ("$", "€", "£")
_REMEMBERED = 16_384  # parts of texts whose words are kept
_LONG = 40  # characters of a part that hardly recurs
_ARTICLES = frozenset({"al", "ash"})
_OPENING = frozenset('"“„«‘:\n•*.?!')
_JOINTS = {" ": 1, "-": 2, "‑": 2, "\u00a0": 1, "/": 3, ", ": 4, ". ": 5}


class Joint:
    """What stands between a word and the one before it."""

    BREAK = 0
    SPACE = 1
    HYPHEN = 2
    SLASH = 3
    COMMA = 4
    STOP = 5


CLOSE = (Joint.SPACE, Joint.HYPHEN)
"""What may stand between the words of one name."""


class Token(NamedTuple):
    """A word, wherever it stands: `text` is without a possessive 's or a case."""

    text: str
    lower: str
    length: int  # as written, with what `text` is without
    capital: bool
    begins: bool  # may begin a place's name: has a capital, or is an article as in "al-Hol"
    possessive: bool
    joint: int = Joint.SPACE  # what stands before it
    opens: bool = False  # the first word of a sentence, a line or a quotation


class Paragraph(NamedTuple):
    """A passage's words; `capitals_tell` is false where most words have capitals anyway."""

    kind: PassageKind
    text: str  # the article's
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]  # where the tokens begin
    beginnings: tuple[int, ...]  # which tokens may begin a place's name
    capitals: tuple[int, ...]  # which tokens have one
    capitals_tell: bool

    def end(self, index: int) -> int:
        """Give where a word ends, without a possessive 's or a case."""
        return self.starts[index] + len(self.tokens[index].text)

    def after(self, index: int) -> int:
        """Give where a word ends, as it is written."""
        return self.starts[index] + self.tokens[index].length

    def stopped(self, index: int) -> bool:
        """Tell whether a full stop stands after a word."""
        return self.text.startswith(".", self.after(index))

    def paid(self, index: int) -> bool:
        """Tell whether a sign of money stands after a word: "US$5"."""
        return self.text.startswith(_MONEY, self.after(index))

    def dashed(self, index: int) -> bool:
        """Tell whether a dash or a bracket stands after a word, as after a dateline."""
        return _DASH.match(self.text, self.after(index)) is not None


class Cut(NamedTuple):
    """What stands between two spaces: `plain` where it is one word and nothing else."""

    plain: Token | None
    words: tuple[tuple[int, str, Token], ...]  # where each begins, what stands before it
    rest: str  # after the last word


def read_paragraphs(copy: Copy, kinds: Sequence[PassageKind]) -> tuple[Paragraph, ...]:
    """Give the words of the passages of the kinds named."""
    starts = {sentence.span.start for sentence in copy.sentences}
    if copy.dateline is not None:
        starts.add(copy.dateline.span.start)
    known = tongue(copy.language)
    return tuple(
        _paragraph(copy.text, passage, starts, known)
        for passage in copy.passages
        if passage.kind in kinds
    )


def _paragraph(text: str, passage: Passage, starts: set[int], known: Tongue) -> Paragraph:
    tokens: list[Token] = []
    at_word: list[int] = []
    parts = text[passage.span.start : passage.span.end].split(" ")
    lengths = [len(part) + 1 for part in parts]
    cut, joints = _remembered(known.language)
    if max(lengths) > _LONG:
        cut = partial(_cut, known=known)
    between = ""
    begins = accumulate(lengths, initial=passage.span.start)
    for begin, (plain, words, rest) in zip(begins, map(cut, parts), strict=False):
        if plain is not None and between == " " and begin not in starts:
            tokens.append(plain)
            at_word.append(begin)
            continue
        for offset, before, token in words:
            between += before
            start = begin + offset
            joint, opens = joints(between)
            tokens.append(Token._make((*token[:-2], joint, opens or start in starts)))
            at_word.append(start)
            between = ""
        between += rest + " " if rest else " "
    if tokens:
        tokens[0] = tokens[0]._replace(opens=True)
    beginnings = tuple([index for index, token in enumerate(tokens) if token.begins])
    capitals = tuple([index for index in beginnings if tokens[index].capital])
    tell = _capitals_tell(tokens, capitals, passage.kind)
    return Paragraph(passage.kind, text, tuple(tokens), tuple(at_word), beginnings, capitals, tell)


@cache
def _remembered(language: str) -> tuple[Callable[[str], Cut], Callable[[str], tuple[int, bool]]]:
    """Give `_cut` and `_joint` for a language: the same parts recur in all articles."""
    known = tongue(language)
    return (
        lru_cache(maxsize=_REMEMBERED)(partial(_cut, known=known)),
        lru_cache(maxsize=_REMEMBERED // 64)(partial(_joint, known=known)),
    )


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
        lower = text.lower()
        capital = not (text[0].islower() or text[0].isdigit() or lower in known.small)
        begins = capital or lower in _ARTICLES
        token = Token(text, lower, stop - start, capital, begins, suffix is not None)
        words.append((start, part[end:start], token))
        end = stop
    whole = len(words) == 1 and len(part) == words[0][-1].length
    return Cut(words[0][-1] if whole else None, tuple(words), part[end:])


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
