"""Reading: a paragraph's text as words and sentences."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

from summarizer.model import PassageKind, Span
from summarizer.quotes.marks.quotations import Quotation
from summarizer.quotes.syntax.words import (
    CAPITAL,
    POSSESSIVE,
    QUOTATION,
    SIGN,
    WORD,
    Kind,
    Paragraph,
)
from summarizer.text.kept import Kept

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
    quotations: Sequence[Quotation],
    language: str = "en",
) -> Paragraph:
    """Split a paragraph of `text` into words and sentences."""
    found, ends, marked = _find_words(_pattern(language), text, span, quotations)
    # Most words are plain ones in lower case: what they are need not be looked up.
    lowers = [word if each.islower() and (word := each.strip()).isalpha() else "" for each in found]
    kinds = [WORD] * len(lowers)
    others = [index for index, lower in enumerate(lowers) if not lower]
    for index in others:
        lowers[index], kinds[index] = _FORMS[found[index]]
        if kinds[index] is POSSESSIVE and found[index][-1].isspace():  # "boys' "
            ends[index] -= 1
    closes = [i for i in others if lowers[i] in _ENDINGS and i + 1 < len(lowers)]
    closes = [i for i in closes if _ends(text, lowers[i + 1], kinds[i + 1], marked.get(i))]
    opens = [0, *[index + 1 for index in closes], len(lowers)]
    sentences = [(first, last) for first, last in pairwise(opens) if last > first]
    numbers: list[int] = []
    for number, (first, last) in enumerate(sentences):
        numbers += [number] * (last - first)
    return Paragraph(
        kind=kind,
        span=span,
        text=text,
        lowers=tuple(lowers),
        kinds=tuple(kinds),
        capitals=[index for index in others if kinds[index] is CAPITAL],
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
    """Give the words with the white space before them, where they end, and the quotations."""
    found: list[str] = []
    bounds: list[int] = []
    marked: dict[int, Quotation] = {}
    position = span.start
    for quotation in quotations:
        between = pattern.findall(text, position, _without_space(text, position, quotation))
        bounds += accumulate(map(len, between), initial=position)
        found += between
        marked[len(found)] = quotation
        found.append(_MARKED)
        position = quotation.outer.end
    after = pattern.findall(text, position, span.end)
    bounds += accumulate(map(len, after), initial=position)
    found += after
    return found, bounds[1:], marked


def _without_space(text: str, start: int, quotation: Quotation) -> int:
    """Find where the white space before a quotation begins: no word takes it with it."""
    end = quotation.outer.start
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _form(found: str) -> tuple[str, Kind]:
    """Give a word in lower case, and its kind."""
    word = found.strip()
    lower = word.lower()
    if lower.startswith("-") and lower[-1] != "-":  # dit-il, a-t-elle
        return lower.rsplit("-", 1)[1], WORD
    if word[0].isalpha() and len(word) > 1:
        lower = lower.rstrip(".")
    return lower, _kind(word, found)


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


def _ends(text: str, lower: str, kind: Kind, closed: Quotation | None) -> bool:
    """Tell whether a sentence ends with a sign or a quotation, by the word after it."""
    if kind is SIGN or (kind is WORD and lower[0].islower()):
        return False
    return closed is None or closed.span.of(text).endswith(_CLOSED)


_FORMS = Kept(_form, 1 << 13)
