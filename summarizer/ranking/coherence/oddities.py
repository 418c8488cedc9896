"""What stands among the sentences of a body and does not tell its story, whatever is around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from summarizer.languages.data import read_all
from summarizer.languages.patterns import any_of, patterns_of_all, words_of_all
from summarizer.passages.credits import byline_of, date_of

_QUESTION = re.compile(r"\?[)\]]?$")
_QUOTING = re.compile(r"[:,]\s[\"“‘']")
_MARKS = "\"'“”‘’«»([ "
_LABEL = re.compile(r"(?P<label>[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,2})\s?:\s+(?=[A-Z£$\d])")
_LINKS = re.compile(r"https?://|www\.\w|(?:\S+\s\|\s){2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Oddities:
    """What stands among sentences in all languages together.

    `caption_signs` show a caption in small letters, each after what is looked for first, as that is
    found or not in a fraction of the time; so are `caption_end_words`.
    """

    reference: re.Pattern[str]
    caption_opening: re.Pattern[str]
    caption_signs: tuple[tuple[str, re.Pattern[str]], ...]
    caption_end: re.Pattern[str]
    caption_end_words: tuple[str, ...]
    label_cue: re.Pattern[str]


@cache
def _oddities() -> _Oddities:
    reference, opening, end = (
        "|".join(patterns_of_all("oddities", key)) or "(?!)"
        for key in ("references", "caption_openings", "caption_ends")
    )
    flags = re.IGNORECASE | re.VERBOSE
    return _Oddities(
        reference=re.compile(rf"\W*(?:{reference})", flags),
        caption_opening=re.compile(opening, re.VERBOSE),
        caption_signs=tuple(
            (one["sign"], re.compile(one["pattern"], re.VERBOSE))
            for _, signs in read_all("oddities", "caption_signs")
            for one in signs
        ),
        caption_end=re.compile(rf"(?:{end})\s?\.?$"),
        caption_end_words=words_of_all("oddities", "caption_end_words"),
        label_cue=re.compile(
            rf"\b{any_of(words_of_all('oddities', 'label_cues'))}$", re.IGNORECASE
        ),
    )


class Oddity(StrEnum):
    """Why a sentence is none of the story's."""

    QUESTION = "question"
    CAPTION = "caption"
    CROSS_REFERENCE = "cross-reference"
    BYLINE = "byline"
    LINKS = "links"
    NOTICE = "notice"
    FRAGMENT = "fragment"


def oddity_in_body(sentence: str) -> Oddity | None:
    """Name what no summary should hold of the body's sentences; None for one of the story."""
    for found, holds in _SIGNS:
        if holds(sentence):
            return found
    return None


def _is_question(sentence: str) -> bool:
    ending = "?" in sentence[-3:] and _QUESTION.search(sentence)
    return bool(ending) and not _QUOTING.search(sentence)


def _is_caption(sentence: str) -> bool:
    """Recognise a caption by its label ("Stunned: Ana Ruiz"), its pointing or its stop."""
    if sentence.endswith(" .") and not sentence.endswith((". .", "… .")):
        return True  # a line without a stop, which was closed when the page was read
    known = _oddities()
    head = sentence[:600].lower()
    if known.caption_opening.match(head):
        return True
    for sign, caption in known.caption_signs:
        if sign in head and caption.search(head):
            return True
    if head.rstrip(". \n").endswith(known.caption_end_words) and known.caption_end.search(head):
        return True
    label = _LABEL.match(sentence) if ":" in sentence else None
    return label is not None and not known.label_cue.search(label["label"])


def _is_reference(sentence: str) -> bool:
    return bool(_oddities().reference.match(sentence))


def _is_byline(sentence: str) -> bool:
    if len(sentence) > 160:
        return False
    dated = ("19" in sentence or "20" in sentence) and date_of(sentence)  # by its year
    return bool(dated or byline_of(sentence))


def _has_links(sentence: str) -> bool:
    head = sentence[:400]
    return ("|" in head or "://" in head or "www." in head) and bool(_LINKS.search(head))


def _is_fragment(sentence: str) -> bool:
    """Recognise a piece of a sentence: in small letters, without an end, or very short."""
    plain = sentence.strip(_MARKS)
    words = plain.split(maxsplit=3)
    if len(words) < 3 or not (
        words[0][0].isalpha() or any(word[0].isalpha() for word in plain.split())
    ):
        return not sentence[-1:] > "\u2e80"  # a script without spaces
    return words[0].isalpha() and words[0].islower() and words[0].isascii()


_SIGNS: tuple[tuple[Oddity, Callable[[str], bool]], ...] = (
    (Oddity.QUESTION, _is_question),
    (Oddity.CAPTION, _is_caption),
    (Oddity.CROSS_REFERENCE, _is_reference),
    (Oddity.BYLINE, _is_byline),
    (Oddity.LINKS, _has_links),
    (Oddity.FRAGMENT, _is_fragment),
)
