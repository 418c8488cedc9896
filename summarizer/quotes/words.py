"""The writer's own words of a paragraph, with each quotation in it as one word."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from summarizer.model import PassageKind, Span
from summarizer.quotes.quotations import Quotation

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Brig|Prof|Rev|Hon|"
    "Jr|Sr|St|Ft|Mt|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|vs|etc|"
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|"
    "Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Det|Insp|Supt|Supt|Messrs|Bros|Ph|Dipl|Hr|Fr"
)
# Most words are plain: the other patterns need not be tried on them.
_PLAIN = r"(?P<plain>[a-z]+(?![\w’'.&‐‑-]))|"
_WORD = (
    r"(?P<word>\b(?=[A-Zve][a-z]{1,6}\.)(?:ABBREVIATIONS)\.(?=\s|,|$)"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b[A-Z]\.(?=\s?[A-Z])"
    r"|[@#]?\w+(?:[-‐‑’'.&](?!s\b)\w+)*)"
    r"|(?P<possessive>[’']s\b|(?<=s)[’'](?=\s))"
    r"|(?P<sign>\.\.\.|--|[^\w\s])"
).replace("ABBREVIATIONS", _ABBREVIATIONS)
# French joins its articles, and the pronoun after a verb: l'eau, dit-il.
_FRENCH = (
    r"(?P<word>(?:\b(?:M|MM|Mme|Mlle|Dr)\.?(?=\s))|\b(?:[cdjlmnst]|qu|[LDJCN](?=[’'][a-zà-ÿ]))[’'](?=\w)"
    r"|(?<=\w)-(?:t-)?(?:ils?|elles?)\b"
    r"|\w+(?:[-’'.&](?!(?:t-)?(?:ils?|elles?)\b)\w+)*)"
    r"|(?P<possessive>(?!))|(?P<sign>\.\.\.|[^\w\s])"
)
# Turkish sets its endings off from a name: Ankara'da.
_TURKISH = (
    r"(?P<word>\b(?:Dr|Prof|Doç|Av)\.(?=\s)|\w+(?:-\w+)*)"
    r"|(?P<possessive>(?<=\w)[’']\w{1,7}\b)|(?P<sign>\.\.\.|[^\w\s])"
)
_JOINED = re.compile(r"(?:a[dlnrstz]h?|e[ls]h?|[dlo])[-'’][A-Z]")  # al-Masri, d'Arcy
_NICKNAME = 2  # words
_STOPS = frozenset(".!?…؟。")


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


def read_paragraph(
    text: str,
    kind: PassageKind,
    span: Span,
    quotations: tuple[Quotation, ...],
    language: str = "en",
) -> Paragraph:
    """Split a paragraph of `text` into words and sentences."""
    words: list[Word] = []
    position = span.start
    pattern = _pattern(language)
    for number, quotation in enumerate(quotations):
        _read_words(pattern, text, position, quotation.outer.start, words)
        outer = quotation.outer
        words.append(Word("“”", QUOTATION, outer.start, outer.end, number))
        position = outer.end
    _read_words(pattern, text, position, span.end, words)
    sentences = tuple(_sentences(text, words, quotations))
    numbers = (number for number, (first, last) in enumerate(sentences) for _ in range(first, last))
    return Paragraph(
        kind=kind,
        span=span,
        text=text,
        words=tuple(words),
        quotations=quotations,
        sentences=sentences,
        sentence_numbers=tuple(numbers),
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(_PLAIN + {"fr": _FRENCH, "tr": _TURKISH}.get(language, _WORD))


def _read_words(
    pattern: re.Pattern[str], text: str, start: int, end: int, words: list[Word]
) -> None:
    for match in pattern.finditer(text, start, end):
        word, group = match.group(), match.lastgroup
        if group == "plain":
            words.append(Word(word, WORD, match.start(), match.end()))
            continue
        kind = _KINDS[group or "sign"]
        if kind is WORD and (word[0].isupper() or word[0] in "@#" or _JOINED.match(word)):
            kind = CAPITAL
        lower = _lower(word)
        start_of = match.end() - len(lower) if word[0] == "-" else match.start()
        words.append(Word(lower, kind, start_of, match.end()))


_KINDS = {"word": WORD, "possessive": POSSESSIVE, "sign": SIGN}


def _lower(word: str) -> str:
    word = word.lower()
    if word.startswith("-") and word[-1] != "-":  # dit-il, a-t-elle
        return word.rsplit("-", 1)[1]
    return word.rstrip(".") if len(word) > 1 and word[0].isalpha() else word


def _sentences(
    text: str, words: list[Word], quotations: tuple[Quotation, ...]
) -> list[tuple[int, int]]:
    found, first = [], 0
    for index, word in enumerate(words):
        if word.kind is not SIGN and word.kind is not QUOTATION:
            continue
        if index + 1 < len(words) and _ends(text, word, words[index + 1], quotations):
            found.append((first, index + 1))
            first = index + 1
    if first < len(words):
        found.append((first, len(words)))
    return found


def _ends(text: str, word: Word, following: Word, quotations: tuple[Quotation, ...]) -> bool:
    if following.kind is WORD and text[following.start].islower():
        return False
    if word.kind is SIGN:
        return word.lower in _STOPS and following.kind is not SIGN
    if word.kind is not QUOTATION or following.kind is SIGN:
        return False
    inner = quotations[word.quotation].span
    return inner.of(text).endswith((".", ".'", ".’", "।", "。"))
