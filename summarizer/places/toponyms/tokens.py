"""The words of an article's passages, as the place finder reads them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.model import PassageKind

_DASH = re.compile(r"\.?\s?(?:[–—―]|--|-(?=\s))|\s\((?=\w)")
_MONEY = ("$", "€", "£")


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
        """Return where a word ends, without a possessive 's or a case."""
        return self.starts[index] + len(self.tokens[index].text)

    def after(self, index: int) -> int:
        """Return where a word ends, as it is written."""
        return self.starts[index] + self.tokens[index].length

    def stopped(self, index: int) -> bool:
        """Return whether a full stop stands after a word."""
        return self.text.startswith(".", self.after(index))

    def paid(self, index: int) -> bool:
        """Return whether a sign of money stands after a word: "US$5"."""
        return self.text.startswith(_MONEY, self.after(index))

    def dashed(self, index: int) -> bool:
        """Return whether a dash or a bracket stands after a word, as after a dateline."""
        return _DASH.match(self.text, self.after(index)) is not None


def capitals_tell(tokens: Sequence[Token], capitals: Sequence[int], kind: PassageKind) -> bool:
    """Return whether a capital means a name, as it does not in a headline in title case."""
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
