"""Reading: a paragraph's text as words and sentences."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

from summarizer.languages.lexicon import Lexicon
from summarizer.languages.patterns import any_of, words_of_all
from summarizer.model import PassageKind, Span
from summarizer.quotes.marks.quotations import Quotation
from summarizer.quotes.syntax.words import (
    CAPITAL,
    POSSESSIVE,
    QUOTATION,
    SIGN,
    WORD,
    Paragraph,
    WordKind,
)
from summarizer.text.kept import Kept

# Each pattern takes the white space before a word with it, so that what it finds is the whole text
# and the lengths tell the offsets. The possessive after an s takes that behind it too: "boys' ".
# Most words and signs are plain: the language's own pattern need not be tried on them.
_PLAIN = r"\s*+(?:[A-Za-z]++(?![\w’'.&‐‑-])|[^\w\s@#.’'-]|OTHERS)"
_MARKED = "“”"  # what stands for a quotation among the words
_ENDINGS = frozenset((*".!?…؟。", _MARKED))
_CLOSED = (".", ".'", ".’", "।", "。")


def read_paragraph(
    text: str,
    kind: PassageKind,
    span: Span,
    quotations: Sequence[Quotation],
    words: Lexicon,
) -> Paragraph:
    """Split a paragraph of `text` into words and sentences."""
    found, ends, marked = _find_words(_pattern(words.word), text, span, quotations)
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
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(_PLAIN.replace("OTHERS", word))


def _find_words(
    pattern: re.Pattern[str], text: str, span: Span, quotations: Sequence[Quotation]
) -> tuple[list[str], list[int], dict[int, Quotation]]:
    """Return the words with the white space before them, where they end, and the quotations."""
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


def _form(found: str) -> tuple[str, WordKind]:
    """Return a word in lower case, and its kind."""
    word = found.strip()
    lower = word.lower()
    if lower.startswith("-") and lower[-1] != "-":  # dit-il, a-t-elle
        return lower.rsplit("-", 1)[1], WORD
    if word[0].isalpha() and len(word) > 1:
        lower = lower.rstrip(".")
    return lower, _kind(word, found)


@cache
def _article() -> re.Pattern[str]:
    """Return a pattern for a name that begins with an article: al-Masri, d'Arcy."""
    return re.compile(rf"{any_of(words_of_all('attribution', 'name_articles'))}[-'’][A-Z]")


def _kind(word: str, found: str) -> WordKind:
    if word == _MARKED:
        return QUOTATION
    first = word[0]
    if first in "’'":
        return POSSESSIVE if len(word) > 1 or found[-1].isspace() else SIGN
    if first in "@#" and len(word) > 1:
        return CAPITAL
    if not first.isalnum() and first != "_":
        return SIGN
    return CAPITAL if first.isupper() or _article().match(word) else WORD


def _ends(text: str, lower: str, kind: WordKind, closed: Quotation | None) -> bool:
    """Return whether a sentence ends with a sign or a quotation, by the word after it."""
    if kind is SIGN or (kind is WORD and lower[0].islower()):
        return False
    return closed is None or closed.span.of(text).endswith(_CLOSED)


_FORMS = Kept(_form, 1 << 13)
