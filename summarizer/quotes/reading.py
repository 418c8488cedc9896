"""Reading: a paragraph's text as words and sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate
from operator import add

from summarizer.model import PassageKind, Span
from summarizer.quotes.quotations import Quotation
from summarizer.quotes.words import CAPITAL, POSSESSIVE, QUOTATION, SIGN, WORD, Kind, Paragraph

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


@dataclass(slots=True)
class _Words:
    """The words of a paragraph that have been read so far."""

    lowers: list[str] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def read(self, pattern: re.Pattern[str], text: str, start: int, end: int) -> None:
        """Take in the words of `text[start:end]`; all at once, as there are many."""
        found = pattern.findall(text, start, end)
        if not found:
            return
        lowers, kinds, begins, ends = zip(*map(_form, found), strict=True)
        offsets = list(accumulate(map(len, found), initial=start))
        self.lowers += lowers
        self.kinds += kinds
        self.starts += map(add, offsets, begins)
        self.ends += map(add, offsets, ends)

    def mark(self, quotation: Quotation) -> int:
        """Take in a quotation, and give its index."""
        self.lowers.append(_MARKED)
        self.kinds.append(QUOTATION)
        self.starts.append(quotation.outer.start)
        self.ends.append(quotation.outer.end)
        return len(self.lowers) - 1


def read_paragraph(
    text: str,
    kind: PassageKind,
    span: Span,
    quotations: Sequence[Quotation],
    language: str = "en",
) -> Paragraph:
    """Split a paragraph of `text` into words and sentences."""
    words = _Words()
    marked: dict[int, Quotation] = {}
    position = span.start
    pattern = _pattern(language)
    for quotation in quotations:
        words.read(pattern, text, position, quotation.outer.start)
        marked[words.mark(quotation)] = quotation
        position = quotation.outer.end
    words.read(pattern, text, position, span.end)
    sentences = _sentences(text, words, marked)
    numbers: list[int] = []
    for number, (first, last) in enumerate(sentences):
        numbers += [number] * (last - first)
    return Paragraph(
        kind=kind,
        span=span,
        text=text,
        lowers=tuple(words.lowers),
        kinds=tuple(words.kinds),
        starts=tuple(words.starts),
        ends=tuple(words.ends),
        quotations=marked,
        sentences=tuple(sentences),
        sentence_numbers=tuple(numbers),
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    others = {"fr": _FRENCH, "tr": _TURKISH}.get(language, _WORD)
    return re.compile(_PLAIN.replace("OTHERS", others))


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
    text: str, words: _Words, quotations: Mapping[int, Quotation]
) -> list[tuple[int, int]]:
    found, first, count = [], 0, len(words.lowers)
    for index in [index for index, lower in enumerate(words.lowers) if lower in _ENDINGS]:
        if index + 1 < count and _ends(text, words, index, quotations):
            found.append((first, index + 1))
            first = index + 1
    if first < count:
        found.append((first, count))
    return found


def _ends(text: str, words: _Words, index: int, quotations: Mapping[int, Quotation]) -> bool:
    following = words.kinds[index + 1]
    if following is SIGN or (following is WORD and text[words.starts[index + 1]].islower()):
        return False
    closed = quotations.get(index)
    return closed is None or closed.span.of(text).endswith(_CLOSED)
