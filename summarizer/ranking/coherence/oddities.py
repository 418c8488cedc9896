"""What stands among the sentences of a body and does not tell its story, whatever is around it."""

import re
from collections.abc import Callable
from enum import StrEnum

from summarizer.model import PassageKind
from summarizer.passages.credits import byline_of, date_of
from summarizer.passages.furniture import kind_of

_QUESTION = re.compile(r"\?[)\]]?$")
_QUOTING = re.compile(r"[:,]\s[\"“‘']")
_MARKS = "\"'“”‘’«»([ "
_LABEL = re.compile(r"(?P<label>[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,2})\s?:\s+(?=[A-Z£$\d])")
_CUES = re.compile(
    r"\b(?:said|says|added|adds|told|asked|wrote|explained|insisted|claimed|warned|tweeted|read|reads|"
    r"continued|concluded|admitted|argued|replied|stated|declared|revealed|confirmed|statement|is|are|was)$",
    re.IGNORECASE,
)
_CAPTION_OPENING = re.compile(
    r"""\W*(?:pictured|above|below|left|right|inset|scroll\s+down|file\s+(?:photo|picture|image))\b[^.]{0,20}[:,(]
    |\W*(?:the|this)\s+(?:picture|photo|photograph|image|video|footage|graphic|map|chart)s?\s+(?:above|below)\b""",
    re.VERBOSE,
)
# What shows a caption in small letters, by what is looked for first: that is found or not in a
# fraction of the time.
_CAPTION_SIGNS = (
    ("(", re.compile(
        r"""\((?:\w+\s+)?(?:pictured|left|right|above|below|centre|center|inset|top|bottom|l|r|
            file\s+(?:photo|picture|image))(?:\s[^()]{0,60})?\)""",
        re.VERBOSE,
    )),
    ("pictured", re.compile(r"\bpictured\s+(?:here|above|below)\b")),
    ("seen", re.compile(r"\bseen\s+(?:here|above|below)\b")),
    ("shown", re.compile(r"\bshown\s+(?:here|above|below)\b")),
    (":", re.compile(r"(?<!\S)(?:picture|photo|image|video)s?:\s")),
)  # fmt: skip
_CAPTION_ENDS = ("picture", "photo", "photograph", "story", "video")
_CAPTION_END = re.compile(
    rf"\b(?:in|at\s+the\s+top\s+of)\s+(?:this|the)\s+(?:{'|'.join(_CAPTION_ENDS)})\s?\.?$"
)
_REFERENCE = re.compile(
    r"""^\W*(?:(?:please\s+)?(?:read|see|watch|click|visit|follow|subscribe|sign\s+up|scroll|listen|join|
        download|share|tell\s+us|email|e-mail)\s+(?:the|our|this|for|to|us|here|more|below|now|on|all|live|a)\b
    |for\s+more\s+(?:information|details|on|news|stories)\b
    |(?:more|related|latest|top)\s+(?:stories|news|videos?|coverage)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_LINKS = re.compile(r"https?://|www\.\w|(?:\S+\s\|\s){2,}")


class Oddity(StrEnum):
    """Why a sentence is none of the story's."""

    QUESTION = "question"
    CAPTION = "caption"
    CROSS_REFERENCE = "cross-reference"
    BYLINE = "byline"
    LINKS = "links"
    NOTICE = "notice"
    FRAGMENT = "fragment"


def oddity(sentence: str) -> Oddity | None:
    """Name what a sentence is that no summary should hold; None for one of the story."""
    if (kind := kind_of(sentence)) in _OF_KIND:
        return _OF_KIND[kind]
    return oddity_in_body(sentence)


def oddity_in_body(sentence: str) -> Oddity | None:
    """Name it where the sentence stands in the body, and so is no furniture of the page."""
    for found, holds in _SIGNS:
        if holds(sentence):
            return found
    return None


def _is_question(sentence: str) -> bool:
    ending = "?" in sentence[-3:] and _QUESTION.search(sentence)
    return bool(ending) and not _QUOTING.search(sentence)


def _is_caption(sentence: str) -> bool:
    """Tell a caption by its label ("Stunned: Ana Ruiz beside her car"), its pointing, its stop."""
    if sentence.endswith(" .") and not sentence.endswith((". .", "… .")):
        return True  # a line without a stop, which was closed when the page was read
    head = sentence[:600].lower()
    if _CAPTION_OPENING.match(head):
        return True
    for sign, caption in _CAPTION_SIGNS:
        if sign in head and caption.search(head):
            return True
    if head.rstrip(". \n").endswith(_CAPTION_ENDS) and _CAPTION_END.search(head):
        return True
    label = _LABEL.match(sentence) if ":" in sentence else None
    return label is not None and not _CUES.search(label["label"])


def _is_reference(sentence: str) -> bool:
    return bool(_REFERENCE.match(sentence))


def _is_byline(sentence: str) -> bool:
    if len(sentence) > 160:
        return False
    dated = ("19" in sentence or "20" in sentence) and date_of(sentence)  # by its year
    return bool(dated or byline_of(sentence))


def _has_links(sentence: str) -> bool:
    head = sentence[:400]
    return ("|" in head or "://" in head or "www." in head) and bool(_LINKS.search(head))


def _is_fragment(sentence: str) -> bool:
    """Tell a piece of a sentence: it goes on in small letters, has no end, or is very short."""
    plain = sentence.strip(_MARKS)
    words = plain.split(maxsplit=3)
    if len(words) < 3 or not (
        words[0][0].isalpha() or any(word[0].isalpha() for word in plain.split())
    ):
        return not sentence[-1:] > "\u2e80"  # a script without spaces
    return words[0].isalpha() and words[0].islower() and words[0].isascii()


_OF_KIND: dict[PassageKind | None, Oddity] = {
    PassageKind.CAPTION: Oddity.CAPTION,
    PassageKind.CROSS_REFERENCE: Oddity.CROSS_REFERENCE,
    PassageKind.BOILERPLATE: Oddity.NOTICE,
}
_SIGNS: tuple[tuple[Oddity, Callable[[str], bool]], ...] = (
    (Oddity.QUESTION, _is_question),
    (Oddity.CAPTION, _is_caption),
    (Oddity.CROSS_REFERENCE, _is_reference),
    (Oddity.BYLINE, _is_byline),
    (Oddity.LINKS, _has_links),
    (Oddity.FRAGMENT, _is_fragment),
)
