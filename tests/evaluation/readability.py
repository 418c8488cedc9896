"""What makes a summary hard to read, counted sentence by sentence.

Every definition is here, or in the modules of `summarizer.ranking` that say how a sentence opens
(`openings`), when a surname is bare (`surnames`) and what is no sentence of the story
(`oddities`). What stands around a sentence, in its article and in its summary, is judged here by
the counter's own reading of the text, so that it can disagree with the ranker.

- mid quotation: before the sentence, its paragraph has an opening mark without its closing one;
  or the sentence's own first mark is a closing one.
- connective: the sentence opens with one, and the sentence of the body right before it is not in
  the summary.
- pronoun: the sentence has a pronoun for its subject, and the sentence before it in the summary
  does not introduce whom it means. That one does which stands right before it in the body, or
  before a run of sentences with that same pronoun; or, where the first before the run has a bare
  surname for its subject, any that has this name.
- bare surname: the subject is the last word of a name that the body gives in full, and no earlier
  sentence of the summary has that word.
- oddity: a question to the reader, a caption, a cross-reference, a byline, a credit, links, a
  notice such as a subscribe line, a fragment.
- order: the sentence stands before its forerunner in the article.
- repeat: of the content words of the shorter of two sentences, the other has at least 70 %.
- headline: the headline has at least 80 % of the first sentence's content words.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from summarizer.model import Parsed, PassageKind, Span
from summarizer.passages.furniture import kind_of
from summarizer.ranking.coherence.connectives import Openings, openings, read_opening
from summarizer.ranking.coherence.oddities import oddity_in_body
from summarizer.ranking.coherence.surnames import bare_names, find_surnames

REPEATED = 0.7
IN_HEADLINE = 0.8

_OPENING = re.compile(r"[“„«]|(?<![\w.,!?…'\"”’])[\"‘'](?=[\w“‘'\"$£€(\[…])")
_CLOSING = re.compile(r"[”»]|(?<=[.,!?…\w)\]'’])\"(?!\w)|(?<=[.,!?…])['’](?!\w)")
_PLAIN = re.compile(r"[^\W_]+")


class Fault(StrEnum):
    """Why a sentence of a summary is counted."""

    MID_QUOTATION = "mid quotation"
    PRONOUN = "pronoun"
    CONNECTIVE = "connective"
    SURNAME = "bare surname"
    ODDITY = "no sentence of the story"
    ORDER = "order"
    REPEAT = "repeat"
    HEADLINE = "headline"


def count_faults(parsed: Parsed, summary: Sequence[Span]) -> tuple[tuple[Fault, Span], ...]:
    """Return every fault of a summary, with the sentence that has it."""
    body = [s.span for s in parsed.sentences if parsed.passages[s.passage].kind is PassageKind.BODY]
    before = {span: former for former, span in pairwise(body)}
    words = openings(parsed.language)
    surnames = find_surnames([span.of(parsed.text) for span in body], words.surnames)
    found: list[tuple[Fault, Span]] = []
    for index, span in enumerate(summary):
        sentence, earlier = span.of(parsed.text), summary[:index]
        alone = before.get(span) not in earlier
        told = " ".join(one.of(parsed.text) for one in earlier)
        name = _bare_surname(sentence, words, surnames)
        faults = {
            Fault.MID_QUOTATION: _is_mid_quotation(parsed, span),
            Fault.CONNECTIVE: alone and read_opening(sentence, words)[1],
            Fault.PRONOUN: not _is_introduced(parsed, body, earlier, span, surnames),
            Fault.SURNAME: name is not None and not re.search(rf"\b{re.escape(name)}\b", told),
            Fault.ODDITY: _is_odd(sentence),
            Fault.ORDER: bool(earlier) and earlier[-1].start > span.start,
            Fault.REPEAT: any(_share(parsed, span, one) >= REPEATED for one in earlier),
            Fault.HEADLINE: index == 0 and _repeats_headline(parsed, span),
        }
        found += [(fault, span) for fault, holds in faults.items() if holds]
    return tuple(found)


def _is_introduced(
    parsed: Parsed,
    body: Sequence[Span],
    earlier: Sequence[Span],
    span: Span,
    surnames: frozenset[str],
) -> bool:
    words = openings(parsed.language)
    pronoun = read_opening(span.of(parsed.text), words)[0]
    if pronoun is None:
        return True
    if not earlier:
        return False
    for former in reversed([one for one in body if one.end <= span.start]):
        sentence = former.of(parsed.text)
        if former == earlier[-1]:
            return True
        if pronoun not in words.persons:
            return False
        if read_opening(sentence, words)[0] != pronoun:
            name = _bare_surname(sentence, words, surnames)
            return name is not None and name in earlier[-1].of(parsed.text)
    return False


def _is_mid_quotation(parsed: Parsed, span: Span) -> bool:
    home = next(p.span for p in parsed.passages if p.span.covers(span))
    open_before = False
    marks = [(m.start(), True) for m in _OPENING.finditer(parsed.text, home.start, span.start)]
    marks += [(m.start(), False) for m in _CLOSING.finditer(parsed.text, home.start, span.start)]
    for _, opens in sorted(marks):
        open_before = opens
    first = _OPENING.search(parsed.text, span.start, span.end)
    last = _DOUBLE_CLOSING.search(parsed.text, span.start, span.end)
    closes_first = last is not None and (first is None or last.start() < first.start())
    return closes_first or (open_before and first is None and _is_closed_later(parsed, home, span))


_DOUBLE_CLOSING = re.compile(r"[”»]|(?<=[.,!?…\w)\]])\"(?!\w)|^\"\s")


def _is_closed_later(parsed: Parsed, home: Span, span: Span) -> bool:
    """Return whether the next mark from the sentence on closes: a stray opening mark is no quotation."""
    first = _OPENING.search(parsed.text, span.start, home.end)
    last = _CLOSING.search(parsed.text, span.start, home.end)
    return last is not None and (first is None or last.start() < first.start())


def _content(text: str) -> frozenset[str]:
    return frozenset(
        word[:6] for word in _PLAIN.findall(text.lower()) if len(word) > 3 or word.isdigit()
    )


def _share(parsed: Parsed, one: Span, other: Span) -> float:
    first, second = _content(one.of(parsed.text)), _content(other.of(parsed.text))
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest >= 4 else 0.0


def _repeats_headline(parsed: Parsed, span: Span) -> bool:
    if parsed.headline is None:
        return False
    sentence, headline = _content(span.of(parsed.text)), _content(parsed.headline.of(parsed.text))
    return len(sentence) >= 3 and len(sentence & headline) >= IN_HEADLINE * len(sentence)


def _bare_surname(sentence: str, words: Openings, surnames: frozenset[str]) -> str | None:
    """Return the surname that is the subject of a sentence, or of its quotation's cue, by itself."""
    names = bare_names(sentence, words.surnames)
    return next((name for name in names if name in surnames), None)


def _is_odd(sentence: str) -> bool:
    """Return whether no summary should hold a sentence."""
    return kind_of(sentence) is not None or oddity_in_body(sentence) is not None
