"""Reading: a paragraph's text as words and sentences."""

import re
from functools import cache, lru_cache
from itertools import accumulate

from summarizer.model import PassageKind, Span
from summarizer.quotes.quotations import Quotation
from summarizer.quotes.words import (
    CAPITAL,
    POSSESSIVE,
    QUOTATION,
    SIGN,
    WORD,
    Kind,
    Paragraph,
    Word,
)

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Cpl|Pvt|Brig|Prof|Rev|Hon|"
    "Jr|Sr|St|Ft|Mt|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Co|Ltd|vs|etc|"
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|"
    "Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Det|Insp|Supt|Supt|Messrs|Bros|Ph|Dipl|Hr|Fr"
)
# Each pattern takes the white space before a word with it, so that what it finds is the whole text
# and the lengths tell the offsets. The possessive after an s takes that behind it too: "boys' ".
# Most words and signs are plain: the other patterns need not be tried on them.
_PLAIN = r"\s*+(?:[A-Za-z]++(?![\w’'.&‐‑-])|[^\w\s@#.’'-]|OTHERS)"
_WORD = (
    r"\b(?=[A-Zve][a-z]{1,6}\.)(?:ABBREVIATIONS)\.(?=\s|,|$)"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?|\b[A-Z]\.(?=\s?[A-Z])"
    r"|[@#]?\w+(?:[-‐‑’'.&](?!s\b)\w+)*"
    r"|[’']s\b|(?<=s)[’']\s"
    r"|\.\.\.|--|[^\w\s]"
).replace("ABBREVIATIONS", _ABBREVIATIONS)
# French joins its articles, and the pronoun after a verb: l'eau, dit-il.
_FRENCH = (
    r"\b(?:M|MM|Mme|Mlle|Dr)\.?(?=\s)|\b(?:[cdjlmnst]|qu|[LDJCN](?=[’'][a-zà-ÿ]))[’'](?=\w)"
    r"|(?<=\w)-(?:t-)?(?:ils?|elles?)\b"
    r"|\w+(?:[-’'.&](?!(?:t-)?(?:ils?|elles?)\b)\w+)*"
    r"|\.\.\.|[^\w\s]"
)
# Turkish sets its endings off from a name: Ankara'da.
_TURKISH = r"\b(?:Dr|Prof|Doç|Av)\.(?=\s)|\w+(?:-\w+)*|(?<=\w)[’']\w{1,7}\b|\.\.\.|[^\w\s]"
_JOINED = re.compile(r"(?:a[dlnrstz]h?|e[ls]h?|[dlo])[-'’][A-Z]")  # al-Masri, d'Arcy
_MARKED = "“”"  # what stands for a quotation among the words
_ENDINGS = frozenset((*".!?…؟。", _MARKED))
_CLOSED = (".", ".'", ".’", "।", "。")


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
        outer = quotation.outer
        words += _read_words(pattern, text, position, outer.start)
        words.append(Word(_MARKED, QUOTATION, outer.start, outer.end, number))
        position = outer.end
    words += _read_words(pattern, text, position, span.end)
    lowers = tuple([word.lower for word in words])
    sentences = _sentences(text, words, lowers, quotations)
    numbers: list[int] = []
    for number, (first, last) in enumerate(sentences):
        numbers += [number] * (last - first)
    return Paragraph(
        kind=kind,
        span=span,
        text=text,
        words=tuple(words),
        lowers=lowers,
        quotations=quotations,
        sentences=tuple(sentences),
        sentence_numbers=tuple(numbers),
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    others = {"fr": _FRENCH, "tr": _TURKISH}.get(language, _WORD)
    return re.compile(_PLAIN.replace("OTHERS", others))


def _read_words(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Word]:
    found = pattern.findall(text, start, end)
    starts = accumulate(map(len, found), initial=start)
    new = tuple.__new__  # a named tuple's own constructor takes twice as long
    return [
        new(Word, (lower, kind, at + begin, at + end, -1))
        for (lower, kind, begin, end), at in zip(map(_form, found), starts, strict=False)
    ]


@lru_cache(maxsize=1 << 14)
def _form(found: str) -> tuple[str, Kind, int, int]:
    """Give a word in lower case, its kind, and where it begins and ends in what was found."""
    word = found.strip()
    begin = len(found) - len(found.lstrip())
    end = begin + len(word)
    lower = word.lower()
    if lower.startswith("-") and lower[-1] != "-":  # dit-il, a-t-elle
        lower = lower.rsplit("-", 1)[1]
        return lower, WORD, end - len(lower), end
    if word[0].isalpha() and len(word) > 1:
        lower = lower.rstrip(".")
    return lower, _kind(word, found), begin, end


def _kind(word: str, found: str) -> Kind:
    first = word[0]
    if first in "’'":
        return POSSESSIVE if len(word) > 1 or found[-1].isspace() else SIGN
    if first in "@#" and len(word) > 1:
        return CAPITAL
    if not first.isalnum() and first != "_":
        return SIGN
    return CAPITAL if first.isupper() or _JOINED.match(word) else WORD


def _sentences(
    text: str, words: list[Word], lowers: tuple[str, ...], quotations: tuple[Quotation, ...]
) -> list[tuple[int, int]]:
    found, first = [], 0
    for index in [index for index, lower in enumerate(lowers[:-1]) if lower in _ENDINGS]:
        if _ends(text, words[index], words[index + 1], quotations):
            found.append((first, index + 1))
            first = index + 1
    if first < len(words):
        found.append((first, len(words)))
    return found


def _ends(text: str, word: Word, following: Word, quotations: tuple[Quotation, ...]) -> bool:
    if following.kind is SIGN or (following.kind is WORD and text[following.start].islower()):
        return False
    return word.kind is not QUOTATION or quotations[word.quotation].span.of(text).endswith(_CLOSED)
