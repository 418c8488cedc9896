"""The writer's own words of a paragraph, with each quotation in it as one word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from summarizer.model import PassageKind, Span
from summarizer.quotes.marks.quotations import Quotation

_NICKNAME = 2  # words


class WordKind(Enum):
    """What a word is to the grammar of attribution."""

    WORD = "word"
    CAPITAL = "capital"
    POSSESSIVE = "possessive"
    SIGN = "sign"
    QUOTATION = "quotation"


# Bound once: the way to a member through its class is a slow one.
WORD = WordKind.WORD
CAPITAL = WordKind.CAPITAL
POSSESSIVE = WordKind.POSSESSIVE
SIGN = WordKind.SIGN
QUOTATION = WordKind.QUOTATION


@dataclass(slots=True, kw_only=True, eq=False)  # frozen ones take three times as long to make
class Paragraph:
    """A paragraph as words, signs and quotations; a sentence is a range of their indexes.

    What is known of each word stands at its index in a tuple of its own, as most of what is asked
    of the words is asked of all of them.
    """

    kind: PassageKind
    span: Span
    text: str  # the whole article's
    lowers: tuple[str, ...]  # the words in lower case
    kinds: tuple[WordKind, ...]
    capitals: Sequence[int]  # the indexes of those with a capital
    ends: Sequence[int]  # offsets in the article
    quotations: Mapping[int, Quotation]  # by the indexes of the words that stand for them
    sentences: Sequence[tuple[int, int]]
    sentence_numbers: Sequence[int]  # which sentence each word belongs to

    def __len__(self) -> int:
        return len(self.lowers)

    def take_capitals(self, indexes: Sequence[int]) -> None:
        """Take words with a capital for some without."""
        kinds = list(self.kinds)
        for index in indexes:
            kinds[index] = WORD
        self.kinds = tuple(kinds)
        self.capitals = [index for index in self.capitals if kinds[index] is CAPITAL]

    @property
    def leads_in(self) -> bool:
        """Return whether the paragraph ends with a colon."""
        return self.lowers[-1:] == (":",)

    def start_of(self, index: int) -> int:
        """Return the offset of the word at `index`: it begins behind the one before it."""
        text, end = self.text, self.ends[index]
        start = self.ends[index - 1] if index else self.span.start
        while text[start].isspace():
            start += 1
        if text[start] == "-" and text[end - 1] != "-":  # dit-il, a-t-elle
            start = text.rindex("-", start, end) + 1
        return start

    def of(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` up to but not including `last`."""
        return Span(self.start_of(first), self.ends[last - 1])

    def said(self, index: int) -> str:
        """Return what stands between the marks of the quotation at the word `index`."""
        return self.quotations[index].span.of(self.text)

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Return the sentence that the word at `index` belongs to."""
        return self.sentences[self.sentence_numbers[index]]

    def opens_sentence(self, index: int) -> bool:
        """Return whether the word at `index` is the first of its sentence."""
        return self.sentence_of(index)[0] == index


def is_nickname(paragraph: Paragraph, index: int) -> bool:
    """Recognise the quotation in Joe "Shorty" Diaz: a word or two between capitals."""
    kinds = paragraph.kinds
    if kinds[index] is not QUOTATION or not 0 < index < len(kinds) - 1:
        return False
    beside = kinds[index - 1] is CAPITAL and kinds[index + 1] is CAPITAL
    said = paragraph.said(index)
    return beside and len(said.split()) <= _NICKNAME and said[-1:].isalpha()
