"""The writer's own words of a paragraph, with each quotation in it as one word."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from summarizer.model import PassageKind, Span
from summarizer.quotes.quotations import Quotation

_NICKNAME = 2  # words


class Kind(Enum):
    """What a word is to the grammar of attribution."""

    WORD = "word"
    CAPITAL = "capital"
    POSSESSIVE = "possessive"
    SIGN = "sign"
    QUOTATION = "quotation"


# Bound once: the way to a member through its class is a slow one.
WORD = Kind.WORD
CAPITAL = Kind.CAPITAL
POSSESSIVE = Kind.POSSESSIVE
SIGN = Kind.SIGN
QUOTATION = Kind.QUOTATION


class Word(NamedTuple):
    """A word, sign or quotation of a paragraph, with its offsets in the article."""

    lower: str
    kind: Kind
    start: int
    end: int
    quotation: int = -1  # which of the paragraph's quotations, for that kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph as words; a sentence is a range of their indexes."""

    kind: PassageKind
    span: Span
    text: str  # the whole article's
    words: tuple[Word, ...]
    lowers: tuple[str, ...]  # each word's
    quotations: tuple[Quotation, ...]
    sentences: tuple[tuple[int, int], ...]
    sentence_numbers: tuple[int, ...]  # which sentence each word belongs to

    @property
    def leads_in(self) -> bool:
        """Tell whether the paragraph ends with a colon."""
        return bool(self.words) and self.words[-1].lower == ":"

    def of(self, first: int, last: int) -> Span:
        """Give the span of the words from `first` up to but not including `last`."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Give the sentence that the word at `index` belongs to."""
        return self.sentences[self.sentence_numbers[index]]

    def opens_sentence(self, index: int) -> bool:
        """Tell whether the word at `index` is the first of its sentence."""
        return self.sentence_of(index)[0] == index


def is_nickname(paragraph: Paragraph, index: int) -> bool:
    """Tell the quotation in Joe "Shorty" Diaz: a word or two between capitals."""
    words = paragraph.words
    if not 0 < index < len(words) - 1 or words[index].kind is not QUOTATION:
        return False
    beside = words[index - 1].kind is CAPITAL and words[index + 1].kind is CAPITAL
    said = paragraph.quotations[words[index].quotation].span.of(paragraph.text)
    return beside and len(said.split()) <= _NICKNAME and said[-1:].isalpha()
