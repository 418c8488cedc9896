"""What stands on a page beside the story: captions, links to other stories, boilerplate.

Every pattern is anchored or looked for in a short stretch, so that a paragraph of any length is
judged in time linear in what is looked at.
"""

import re
from collections.abc import Sequence

from summarizer.model import PassageKind, Span
from summarizer.passages.stock_phrases import opening_of, opens_link

_BOILERPLATE = PassageKind.BOILERPLATE  # bound once: the way to it through its class is slow
_LONG = 700  # characters: a caption with its credit is shorter, and so is a notice


_AGENCIES = (
    r"AFP|AP|A\.P\.|Reuters|REUTERS|Getty(?:\s+Images)?|EPA(?:-EFE)?|EFE|PA|PTI|ANI|IANS|dpa|DPA|ANSA|AAP|"
    r"Xinhua|Anadolu|TASS|Bloomberg|UPI|NurPhoto|Shutterstock|Alamy|iStock|Unsplash|SANA|SIPA|WENN|Rex|Splash"
)
_BRACKETED = re.compile(  # a credit from the last opening bracket on
    rf"""[(\[](?:
    \s*(?:file\s+|stock\s+|supplied\s+|courtesy\s+)?
        (?:photos?|photograph|image|picture|pic|illustration|credit|courtesy|source)\b
        \s*(?:[:/|]|by\b|of\b|credit|courtesy|supplied|provided|via\b|from\b|\)|\])[^()\[\]]{{0,120}}[)\]]?
    |(?:{_AGENCIES})\s+(?:photo|file|images?|picture|graphic)\b[^()\[\]]{{0,80}}[)\]]?
    |[^()\[\]]{{2,60}}\s(?:photo|file\s+photo|handout|via\s+(?:{_AGENCIES}))[)\]]
    |[^()\[\]]{{2,60}}/\s*(?:{_AGENCIES})\b[^()\[\]]{{0,40}}[)\]]
    |(?:{_AGENCIES})\s*/[^()\[\]]{{2,60}}[)\]]
    )\s*\.?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT = re.compile(  # one without brackets, from the beginning of a sentence on
    rf"""(?:
    (?:photos?|photograph|image|picture|credit|pic)\s*(?:by|credit|courtesy)?\s*[:/]\s*[^.!?]{{2,60}}
    |(?:photo|photograph|image|picture)\s+(?:by|courtesy(?:\s+of)?)\s+[^.!?]{{2,60}}
    |(?:{_AGENCIES})\s*/\s*[^.!?]{{2,40}}
    |(?-i:[A-Z])[^.!?,()]{{2,40}}\s?/\s*(?:{_AGENCIES})
    |file\s+(?:photo|image|picture)
    |©[^.!?]{{2,60}}
    )\s*\.?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_CREDIT_SIGNS = ("/", "©", "photo", "image", "credit", "pic")
_SIGNS = (*_CREDIT_SIGNS, "(", "[", "contributed", "@", "#", "www.")
"""What all furniture has that is not told by what it opens with."""
_CREDIT_START = re.compile(r"[.!?)\]—–-]\s+")
_TAIL = 200

_CONTRIBUTED = re.compile(
    r"[\W_]*(?:the\s+)?[A-Z][\w.'’]*(?:\s+[\w.'’]+){0,6}"
    r"\s+contributed\s+to\s+this\s+(?:report|story|article)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"[\W_]*©")
_LETTERS = re.compile(r"[^\W\d_]")
_BARE = re.compile(r"(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|#\w+|[\s,;|•·/–—-])+$")
_SHARE_BAR = re.compile(
    r"(?:(?:Share(?:\s+(?:this|on|via|with))*|Copy\s+this\s+link|E-?mail|Facebook|Twitter|X|Messenger|Pinterest|"
    r"WhatsApp|Linked[Ii]n|Telegram|Reddit|Print|SMS|Tweet)[\s|,•·]*){3,}(?=[A-Z\"“‘'(]|$)"
)
_GLUE = re.compile(r"[^.!?]{12,150}?[a-z]{2}(?=[A-Z][a-z'’]+\s+[a-zA-Z])")


def kind_of(paragraph: str) -> PassageKind | None:
    """Name what a paragraph is that does not belong to the story; None for one that may."""
    if len(paragraph) > _LONG:
        return None
    if not _LETTERS.search(paragraph) or _BARE.match(paragraph):
        return _BOILERPLATE
    kind = opening_of(paragraph)
    if kind and kind is not _BOILERPLATE:
        return kind
    plain = paragraph.lower()
    if _ends_with_credit(paragraph, plain):
        return PassageKind.CAPTION
    contributed = "contributed" in plain and _CONTRIBUTED.match(paragraph)
    if contributed or ("©" in plain and _RIGHTS.match(paragraph)):
        return PassageKind.BOILERPLATE
    return kind


def kinds_within(text: str, spans: Sequence[Span]) -> list[PassageKind | None]:
    """Name what the sentences of a paragraph of `text` are, each as `kind_of` names a paragraph.

    A stray mark or number is none of its own.
    """
    plain = text[spans[0].start : spans[-1].end].lower()
    if any(map(plain.__contains__, _SIGNS)):
        words = [span.of(text) for span in spans]
        return [kind_of(each) if any(map(str.isalpha, each)) else None for each in words]
    # Without such a sign a sentence can only be what it opens with.
    return [
        opening_of(text, span.start, span.end) if len(span) <= _LONG else None for span in spans
    ]


def _ends_with_credit(paragraph: str, plain: str) -> bool:
    """Look for what every credit has before looking for a credit, which takes far longer."""
    tail = paragraph[-_TAIL:]
    opened = max(tail.rfind("("), tail.rfind("["))
    if opened >= 0 and _BRACKETED.match(tail, opened):
        return True
    if len(plain) == len(paragraph):  # a capital may have two letters for its small one
        plain = plain[-_TAIL:]
    if not any(map(plain.__contains__, _CREDIT_SIGNS)):
        return False
    starts = (0, *(match.end() for match in _CREDIT_START.finditer(tail)))
    return any(_CREDIT.match(tail, start) for start in starts)


def glued(text: str, start: int, end: int) -> int:
    """Give where furniture ends that is glued to the front of a paragraph; else `start`.

    Scraping leaves rows of share buttons and links to other stories without even a space before
    the paragraph's first word: "Read more news from SuffolkThe court heard".
    """
    near = min(end, start + 300)
    match = _SHARE_BAR.match(text, start, near)
    if not match and opens_link(text, start, near):
        match = _GLUE.match(text, start, near)
    return match.end() if match else start
