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

from summarizer.model import Copy, PassageKind, Span
from summarizer.ranking.coherence.connectives import (
    openings,
    opens_with_connective,
    pronoun_subject,
)
from summarizer.ranking.coherence.oddities import oddity
from summarizer.ranking.coherence.surnames import bare_surname, find_surnames

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


def count_faults(copy: Copy, summary: Sequence[Span]) -> tuple[tuple[Fault, Span], ...]:
    """Give every fault of a summary, with the sentence that has it."""
    body = [s.span for s in copy.sentences if copy.passages[s.passage].kind is PassageKind.BODY]
    before = {span: former for former, span in pairwise(body)}
    surnames = find_surnames(span.of(copy.text) for span in body)
    words = openings(copy.language)
    found: list[tuple[Fault, Span]] = []
    for index, span in enumerate(summary):
        sentence, earlier = span.of(copy.text), summary[:index]
        alone = before.get(span) not in earlier
        told = " ".join(one.of(copy.text) for one in earlier)
        name = bare_surname(sentence, surnames)
        faults = {
            Fault.MID_QUOTATION: _is_mid_quotation(copy, span),
            Fault.CONNECTIVE: alone and opens_with_connective(sentence, words),
            Fault.PRONOUN: not _is_introduced(copy, body, earlier, span, surnames),
            Fault.SURNAME: name is not None and not re.search(rf"\b{re.escape(name)}\b", told),
            Fault.ODDITY: oddity(sentence) is not None,
            Fault.ORDER: bool(earlier) and earlier[-1].start > span.start,
            Fault.REPEAT: any(_share(copy, span, one) >= REPEATED for one in earlier),
            Fault.HEADLINE: index == 0 and _repeats_headline(copy, span),
        }
        found += [(fault, span) for fault, holds in faults.items() if holds]
    return tuple(found)


def _is_introduced(
    copy: Copy, body: Sequence[Span], earlier: Sequence[Span], span: Span, surnames: frozenset[str]
) -> bool:
    words = openings(copy.language)
    pronoun = pronoun_subject(span.of(copy.text), words)
    if pronoun is None:
        return True
    if not earlier:
        return False
    for former in reversed([one for one in body if one.end <= span.start]):
        sentence = former.of(copy.text)
        if former == earlier[-1]:
            return True
        if pronoun not in {"he", "she", "they", "it"}:
            return False
        if pronoun_subject(sentence, words) != pronoun:
            name = bare_surname(sentence, surnames)
            return name is not None and name in earlier[-1].of(copy.text)
    return False


def _is_mid_quotation(copy: Copy, span: Span) -> bool:
    home = next(p.span for p in copy.passages if p.span.covers(span))
    open_before = False
    marks = [(m.start(), True) for m in _OPENING.finditer(copy.text, home.start, span.start)]
    marks += [(m.start(), False) for m in _CLOSING.finditer(copy.text, home.start, span.start)]
    for _, opens in sorted(marks):
        open_before = opens
    first = _OPENING.search(copy.text, span.start, span.end)
    last = _DOUBLE_CLOSING.search(copy.text, span.start, span.end)
    closes_first = last is not None and (first is None or last.start() < first.start())
    return closes_first or (open_before and first is None and _is_closed_later(copy, home, span))


_DOUBLE_CLOSING = re.compile(r"[”»]|(?<=[.,!?…\w)\]])\"(?!\w)|^\"\s")


def _is_closed_later(copy: Copy, home: Span, span: Span) -> bool:
    """Tell whether the next mark from the sentence on closes: a stray opening mark is no quotation."""
    first = _OPENING.search(copy.text, span.start, home.end)
    last = _CLOSING.search(copy.text, span.start, home.end)
    return last is not None and (first is None or last.start() < first.start())


def _content(text: str) -> frozenset[str]:
    return frozenset(
        word[:6] for word in _PLAIN.findall(text.lower()) if len(word) > 3 or word.isdigit()
    )


def _share(copy: Copy, one: Span, other: Span) -> float:
    first, second = _content(one.of(copy.text)), _content(other.of(copy.text))
    fewest = min(len(first), len(second))
    return len(first & second) / fewest if fewest >= 4 else 0.0


def _repeats_headline(copy: Copy, span: Span) -> bool:
    if copy.headline is None:
        return False
    sentence, headline = _content(span.of(copy.text)), _content(copy.headline.of(copy.text))
    return len(sentence) >= 3 and len(sentence & headline) >= IN_HEADLINE * len(sentence)
