"""Reading: a paragraph's text as words and sentences."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
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
_NOTHING: tuple[tuple[str, ...], tuple[Kind, ...], tuple[int, ...], tuple[int, ...]]
_NOTHING = ((), (), (), ())
_CLOSED = (".", ".'", ".’", "।", "。")


def read_paragraph(
    text: str,
    kind: PassageKind,
    span: Span,
    quotations: Sequence[Quotation],
    language: str = "en",
) -> Paragraph:
    """Split a paragraph of `text` into words and sentences."""
    found, offsets, marked = _find_words(_pattern(language), text, span, quotations)
    lowers, kinds, befores, withins = zip(*map(_form, found), strict=True) if found else _NOTHING
    starts, ends = list(map(add, offsets, befores)), list(map(add, offsets, withins))
    for index, quotation in marked.items():
        starts[index], ends[index] = quotation.outer.start, quotation.outer.end
    closes = [i for i, lower in enumerate(lowers[:-1]) if lower in _ENDINGS]
    closes = [i for i in closes if _ends(text, kinds[i + 1], starts[i + 1], marked.get(i))]
    opens = [0, *[index + 1 for index in closes], len(lowers)]
    sentences = [(first, last) for first, last in pairwise(opens) if last > first]
    numbers: list[int] = []
    for number, (first, last) in enumerate(sentences):
        numbers += [number] * (last - first)
    return Paragraph(
        kind=kind,
        span=span,
        text=text,
        lowers=lowers,
        kinds=kinds,
        starts=starts,
        ends=ends,
        quotations=marked,
        sentences=sentences,
        sentence_numbers=numbers,
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    others = {"fr": _FRENCH, "tr": _TURKISH}.get(language, _WORD)
    return re.compile(_PLAIN.replace("OTHERS", others))


def _find_words(
    pattern: re.Pattern[str], text: str, span: Span, quotations: Sequence[Quotation]
) -> tuple[list[str], list[int], dict[int, Quotation]]:
    """Give the words with the white space before them, the offsets of that, and the quotations."""
    found: list[str] = []
    offsets: list[int] = []
    marked: dict[int, Quotation] = {}
    position = span.start
    for quotation in quotations:
        between = pattern.findall(text, position, quotation.outer.start)
        offsets += accumulate(map(len, between), initial=position)  # the quotation's too
        found += between
        marked[len(found)] = quotation
        found.append(_MARKED)
        position = quotation.outer.end
    after = pattern.findall(text, position, span.end)
    offsets += accumulate(map(len, after), initial=position)
    found += after
    return found, offsets, marked


@lru_cache(maxsize=1 << 14)
def _form(found: str) -> tuple[str, Kind, int, int]:
    """Give a word in lower case, its kind, and where it begins and ends within what was found."""
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
    if word == _MARKED:
        return QUOTATION
    first = word[0]
    if first in "’'":
        return POSSESSIVE if len(word) > 1 or found[-1].isspace() else SIGN
    if first in "@#" and len(word) > 1:
        return CAPITAL
    if not first.isalnum() and first != "_":
        return SIGN
    return CAPITAL if first.isupper() or _JOINED.match(word) else WORD


def _ends(text: str, following: Kind, start: int, closed: Quotation | None) -> bool:
    """Tell whether a sentence ends with a sign or a quotation, by the word at `start` after it."""
    if following is SIGN or (following is WORD and text[start].islower()):
        return False
    return closed is None or closed.span.of(text).endswith(_CLOSED)
